import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port that nobody listened on a moment ago. Prefer listening on 0 where the server can tell which it got. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves with the first answer below 500; rejects with what went wrong last when `withinMs` have passed. */
export async function waitForHttp(url: string, { withinMs = 30_000 } = {}): Promise<Response> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await fetch(url).catch((error: unknown) => error);
    if (answer instanceof Response && answer.status < 500) return answer;
    if (performance.now() > until) {
      const reason = answer instanceof Response ? `status ${answer.status}` : String(answer);
      throw new Error(`${url} did not answer within ${withinMs} ms: ${reason}`);
    }
    await sleep(50);
  }
}

/** Whether something accepts connections at `127.0.0.1:port`; for tests that use a real service where there is one. */
export async function answersAt(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
  const answered = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => resolve(false));
  });
  socket.destroy();
  return answered;
}

export interface DataFolder {
  path: string;
  remove(): Promise<void>;
}

/** An empty folder of the test's own, as DATA_DIR. */
export async function dataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tracewell-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
