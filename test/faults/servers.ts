/** Servers one after the other on one data folder, the next standing ready while the last one works. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Start } from './server.ts';

const PROGRAM = fileURLToPath(new URL('server.ts', import.meta.url));

export interface Running {
  url: string;
  /** kill -9: nothing is finished, nothing is flushed. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** What it complained of. */
  log: string[];
}

export function createServers() {
  let next: ChildProcess | null = spawn();
  const all = new Set<ChildProcess>([next]);

  function spawn(): ChildProcess {
    return fork(PROGRAM, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], execArgv: [] });
  }

  async function start(wanted: Start): Promise<Running> {
    const child = next ?? spawn();
    all.add(child);
    next = null;
    const log: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => void log.push(...text.split('\n').filter(Boolean)));
    const gone = once(child, 'exit') as Promise<[number | null, string | null]>;
    const ready = once(child, 'message') as Promise<[{ port: number }]>;
    child.send(wanted);
    const first = await Promise.race([ready, gone.then(() => null)]);
    if (first === null) throw new Error(`the server did not start:\n${log.join('\n')}`);
    return {
      url: `http://127.0.0.1:${first[0].port}`,
      log,
      kill: async () => {
        child.kill('SIGKILL');
        await gone;
      },
      stop: async () => {
        child.kill('SIGTERM');
        return (await gone)[0];
      },
    };
  }

  return {
    start,
    /** Loads the code of the next server now. */
    prepare: () => {
      next ??= spawn();
      all.add(next);
    },
    end: () => {
      for (const child of all) child.kill('SIGKILL');
    },
  };
}
export type Servers = ReturnType<typeof createServers>;
