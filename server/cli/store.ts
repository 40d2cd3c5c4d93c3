/** `npm run store -- COMMAND`: shops and their orders, from the command line. */
import { readFile } from 'node:fs/promises';
import { ConfigError, readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { createIds } from '../identity/ids.ts';
import { newToken } from '../identity/tokens.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/port.ts';
import { readResources } from '../words/resources.ts';
import { run } from './run.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);
const config = configured();
if (config) process.exitCode = await carryOut(config);
else process.exitCode = 2;

async function carryOut({ databaseUrl, dataDir, publicUrl, port }: Config): Promise<number> {
  let opened: Promise<Store> | undefined;
  const code = await run(
    process.argv.slice(2),
    {
      store: () => (opened ??= openStore({ databaseUrl: databaseUrl ?? undefined, dataDir })),
      print: (line) => void process.stdout.write(`${line}\n`),
      readText: (path) => readFile(path, 'utf8'),
      host: publicUrl ?? `http://localhost:${port}`,
      locales: Object.keys(readResources()),
      newId: createIds().newId,
      newSecret: newToken,
      clock: { now: () => Date.now() },
    },
    complain,
  );
  const store = await opened?.catch(() => undefined);
  await store?.close();
  return code;
}

function configured(): Config | null {
  try {
    return readConfig(process.env, []);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    complain(error.message);
    return null;
  }
}
