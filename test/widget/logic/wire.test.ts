import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, it } from 'vitest';
import { socketWire } from '../../../widget/app/wire.ts';
import type { Wire } from '../../../widget/app/wire.ts';
import { testClock } from './clock.ts';

const ends: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A real Socket.IO server, and what the wire tells of it. */
async function begin(options: { pingInterval?: number; refuse?: boolean } = {}) {
  const http = createServer();
  const io = new Server(http, { serveClient: false, ...(options.pingInterval && { pingInterval: options.pingInterval }) });
  const space = io.of('/shopper');
  if (options.refuse) space.use((_, next) => next(new Error('no')));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  ends.push(() => io.close());
  const { port } = http.address() as AddressInfo;
  const clock = testClock();
  const told: unknown[] = [];
  let notice = () => {};
  const connect = () => {
    const wire: Wire = socketWire(
      `http://127.0.0.1:${port}`,
      clock,
    )({
      open: () => tell('open'),
      close: () => tell('close'),
      event: (name, payload) => tell([name, payload]),
    });
    ends.push(() => wire.close());
    return wire;
  };
  const tell = (what: unknown) => {
    told.push(what);
    notice();
  };
  const until = async (count: number) => {
    while (told.length < count) await new Promise<void>((resolve) => (notice = resolve));
  };
  return { io, space, clock, told, connect, tell, until };
}

it('opens, and gets for each of several questions its own answer', async () => {
  const { space, connect, told, tell, until } = await begin();
  space.on('connection', (socket) => {
    const waiting: (() => void)[] = [];
    socket.on('send', (payload: { id: string }, ack: (answer: unknown) => void) => {
      waiting.push(() => ack({ ok: true, id: payload.id }));
      // Answered in the other order.
      if (waiting.length === 3) for (const answer of waiting.reverse()) answer();
    });
  });
  const wire = connect();
  await until(1);
  for (const id of ['a', 'b\u2028"é🧺', 'c']) wire.send('send', { id }, (answer) => tell([id, answer]));
  await until(4);
  const answer = (id: string) => [id, { ok: true, id }];
  expect(told).toEqual(['open', answer('c'), answer('b\u2028"é🧺'), answer('a')]);
});

it('hears events with whatever they carry', async () => {
  const { space, connect, told, until } = await begin();
  space.on('connection', (socket) => {
    socket.emit('turn', { text: '[1,{"a":2}]\n/shopper,7[]' });
    socket.emit('presence', { here: true }, () => {});
  });
  connect();
  await until(3);
  expect(told.slice(1)).toEqual([
    ['turn', { text: '[1,{"a":2}]\n/shopper,7[]' }],
    ['presence', { here: true }],
  ]);
});

it('answers the pings that keep it alive', async () => {
  const { space, connect, clock, told, until } = await begin({ pingInterval: 20 });
  connect();
  await until(1);
  const [client] = space.sockets.values();
  for (let beat = 0; beat < 3; beat++) {
    await clock.pass(15_000);
    await new Promise<void>((resolve) => client?.conn.once('heartbeat', () => resolve()));
  }
  expect(told).toEqual(['open']);
});

it('is closed when pings no longer come', async () => {
  const { connect, clock, told, until } = await begin();
  connect();
  await until(1);
  await clock.pass(44_000);
  expect(told).toEqual(['open']);
  await clock.pass(2_000);
  expect(told).toEqual(['open', 'close']);
});

it('tells once that the server refused, threw it out, or went away', async () => {
  const refused = await begin({ refuse: true });
  refused.connect();
  await refused.until(1);
  const thrown = await begin();
  thrown.space.on('connection', (socket) => socket.disconnect());
  thrown.connect();
  await thrown.until(2);
  const gone = await begin();
  gone.connect();
  await gone.until(1);
  await gone.io.close();
  await gone.until(2);
  gone.connect();
  await gone.until(3);
  expect([refused.told, thrown.told, gone.told]).toEqual([['close'], ['open', 'close'], ['open', 'close', 'close']]);
});

it('says nothing more once it is closed from here', async () => {
  const { space, connect, told, until } = await begin();
  const left = new Promise<void>((resolve) => space.on('connection', (socket) => socket.on('disconnect', () => resolve())));
  const wire = connect();
  await until(1);
  wire.close();
  await left;
  expect(told).toEqual(['open']);
});
