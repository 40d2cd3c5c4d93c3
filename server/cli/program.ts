/** What a program of the command line begins and ends with: the configuration, the store, the exit code. */
import { ConfigError, readConfig, type Config } from '../config.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/port.ts';

export interface Surroundings {
  /** Opens the store when it is first asked for. */
  store: () => Promise<Store>;
  print: (line: string) => void;
  complain: (line: string) => void;
  /** Our public address. */
  host: string;
}

/** `run` resolves to the exit code. */
export async function runProgram(run: (around: Surroundings) => Promise<number>): Promise<void> {
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  const config = configured(complain);
  if (!config) {
    process.exitCode = 2;
    return;
  }
  const { databaseUrl, dataDir, publicUrl, port } = config;
  let opened: Promise<Store> | undefined;
  process.exitCode = await run({
    store: () => (opened ??= openStore({ databaseUrl: databaseUrl ?? undefined, dataDir })),
    print: (line) => void process.stdout.write(`${line}\n`),
    complain,
    host: publicUrl ?? `http://localhost:${port}`,
  });
  const store = await opened?.catch(() => undefined);
  await store?.close();
}

function configured(complain: (line: string) => void): Config | null {
  try {
    return readConfig(process.env, []);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(error.message);
    return null;
  }
}
