import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DEMO_KEY } from '../../server/demo/demo.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { LoadOrder, LoadResult } from './load.ts';

export type Runner = 'echo' | 'floor' | 'product';

/** One server process, one load process; both end with the measurement. */
export async function measure(runner: Runner, order: Pick<LoadOrder, 'connections' | 'seconds' | 'rate'>): Promise<LoadResult> {
  const server = start(`${runner}-server.ts`);
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const load = start('load.ts');
  load.send({
    ...order,
    url,
    namespace: '/shopper',
    origin: url,
    hello: { v: PROTOCOL_VERSION, store: DEMO_KEY, after: 0, locale: 'en' },
  } satisfies LoadOrder);
  const result = await Promise.race([once(load, 'message'), once(load, 'exit').then(() => [null])]);
  server.kill('SIGKILL');
  const [measured] = result as [LoadResult | null];
  if (!measured) throw new Error(`the load on ${runner} ended without a result`);
  if (measured.errors > 0) throw new Error(`${runner}: ${measured.errors} turns were refused, the first with ${measured.firstError}`);
  return measured;
}

export function start(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // For the comparison of memory: what nobody holds any more is no part of it.
    execArgv: ['--expose-gc'],
  });
}
