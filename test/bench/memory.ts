import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_KEY } from '../../server/demo/demo.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { type Runner, start } from './race.ts';

/** KiB of resident memory that each of `connections` quiet shoppers costs the server. */
export async function idleMemory(runner: Runner, connections: number): Promise<number> {
  const server = start(`${runner}-server.ts`);
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  const url = `http://127.0.0.1:${port}`;
  const crowd = start('idle.ts');
  const hello = { v: PROTOCOL_VERSION, store: DEMO_KEY, after: 0, locale: 'en' };
  const order = { url, namespace: '/shopper', origin: url, seconds: 0, rate: null, hello };
  // A few hundred first: code and buffers that the first ones bring in are not theirs.
  crowd.send({ ...order, connections: 300 });
  await once(crowd, 'message');
  const before = await settledKiB(server);
  crowd.send({ ...order, connections });
  await once(crowd, 'message');
  const after = await settledKiB(server);
  crowd.kill('SIGKILL');
  server.kill('SIGKILL');
  return (after - before) / connections;
}

async function settledKiB(server: ChildProcess): Promise<number> {
  await sleep(1_000);
  server.send('collect');
  await once(server, 'message');
  return residentKiB(server.pid);
}

async function residentKiB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
}
