/**
 * Load from a process of its own: `connections` sockets on `url`, each with one event under way at a time (closed
 * loop), or `rate` events a second over all of them (open loop). Answers by IPC. Only addresses of this machine.
 */
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';

export interface LoadOrder {
  url: string;
  namespace: string;
  origin: string;
  connections: number;
  seconds: number;
  /** Events a second over all connections; null: as fast as the answers come. */
  rate: number | null;
  /** `hello` payload, or null where the server wants none. */
  hello: object | null;
}

export interface LoadResult {
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
  firstError: string | null;
}

process.on('message', (order: LoadOrder) => {
  void run(order).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run(order: LoadOrder): Promise<LoadResult> {
  const sockets = await Promise.all(Array.from({ length: order.connections }, () => open(order)));
  const times: number[] = [];
  let errors = 0;
  let firstError: string | null = null;
  const warm = 1_000;
  const begin = performance.now() + warm;
  const end = begin + order.seconds * 1000;

  async function turn(socket: Socket): Promise<void> {
    const at = performance.now();
    const ack = (await socket.timeout(20_000).emitWithAck('send', {
      id: randomBytes(12).toString('base64url'),
      said: { kind: 'text', text: 'zzz qqq' },
    })) as { ok: boolean; code?: string };
    const now = performance.now();
    if (!ack.ok) {
      errors += 1;
      firstError ??= ack.code ?? 'refused';
    } else if (at >= begin && now <= end) times.push(now - at);
  }

  if (order.rate === null) {
    await Promise.all(
      sockets.map(async (socket) => {
        while (performance.now() < end) await turn(socket);
      }),
    );
  } else {
    const gap = 1000 / order.rate;
    const open: Promise<void>[] = [];
    for (let n = 0, due = performance.now(); due < end; n += 1, due += gap) {
      const wait = due - performance.now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      const socket = sockets[n % sockets.length];
      if (socket) open.push(turn(socket));
    }
    await Promise.all(open);
  }
  for (const socket of sockets) socket.close();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / order.seconds, p50: at(times, 0.5), p99: at(times, 0.99), errors, firstError };
}

async function open(order: LoadOrder): Promise<Socket> {
  const socket = io(`${order.url}${order.namespace}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: order.origin },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  if (order.hello) {
    const ack = (await socket.timeout(20_000).emitWithAck('hello', order.hello)) as { ok: boolean; code?: string };
    if (!ack.ok) throw new Error(`hello was refused: ${ack.code}`);
  }
  return socket;
}

function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
