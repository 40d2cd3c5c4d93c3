/** Two nodes on one PostgreSQL and one Redis, where both answer: `PGHOST`, `PGPORT`, `PGUSER` and the like, else on this machine. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../server/store/postgres/open.ts';
import type { Store } from '../../../server/store/port.ts';
import { openAgent } from '../../support/agent.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, type TestClock, testClock } from '../../support/clock.ts';
import { answersAt } from '../../support/servers.ts';
import { freshId, openShopper, type TestShopper } from '../../support/shopper.ts';

const { PGHOST = '127.0.0.1', PGPORT = '5432', PGUSER = 'postgres', PGPASSWORD = '' } = process.env;
const database = `tracewell_cluster_${process.pid}`;
const urlOf = (name: string) =>
  `postgres://${encodeURIComponent(PGUSER)}:${encodeURIComponent(PGPASSWORD)}@${encodeURIComponent(PGHOST)}:${PGPORT}/${name}`;
/** A numbered database of its own: streams of other tests are not heard there. */
const redisUrl = `redis://127.0.0.1:6379/${1 + (process.pid % 15)}`;

const admin = (await answersAt(6379)) ? await adminConnection() : null;
if (admin === null) {
  console.info('PostgreSQL or Redis does not answer here: the tests of two nodes are left out.');
  describe('two nodes', () => {
    it('have no services here', () => undefined);
  });
} else {
  describe('two nodes', () => cluster(admin));
}

function cluster(postgres: pg.Client): void {
  let clock: TestClock;
  let a: TestApp;
  let b: TestApp;
  beforeAll(async () => {
    await postgres.query(`CREATE DATABASE ${database}`);
    clock = testClock();
    const node = () => startApp({ clock, store: () => openPostgresStore({ url: urlOf(database) }), config: { redisUrl } });
    a = await node();
    b = await node();
  });
  afterAll(async () => {
    await Promise.all([a.close(), b.close()]);
    await postgres.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await postgres.end();
    const redis = await createClient({ url: redisUrl }).connect();
    await redis.del('socket.io');
    redis.destroy();
  });

  const onA = () => openShopper(a.url, { store: a.shop.key });
  const alsoOnB = (shopper: TestShopper) => openShopper(b.url, { store: b.shop.key, token: shopper.token });
  const stored = (shopper: TestShopper): ReturnType<Store['messages']> => a.store.messages(a.shop.id, shopper.conversation().id, 0, 1000);

  it('show a talk on both, as it goes on', async () => {
    const one = await onA();
    const two = await alsoOnB(one);
    await one.say('my parcel is lost');
    const { lastSeq } = await one.until(({ prompt }) => prompt?.kind === 'find');
    await two.until((view) => view.lastSeq === lastSeq && view.prompt?.kind === 'find');
    expect(two.texts()).toEqual(one.texts());
    one.close();
    two.close();
  });

  it('never refuse for what only the other one knew', async () => {
    const one = await onA();
    const two = await alsoOnB(one);
    for (let round = 0; round < 5; round += 1) {
      // Each node has the talk in mind as it was before the other one's turn.
      await one.send({ kind: 'startOver' });
      await two.until((view) => view.lastSeq >= one.conversation().lastSeq && view.prompt?.kind === 'topics');
      await two.choose('in_transit');
      await one.until((view) => view.prompt?.kind === 'find');
      await one.choose('noNumber');
      const { prompt } = await two.until((view) => view.prompt?.choices.some(({ id }) => id === 'tryAgain') ?? false);
      await two.send({ kind: 'choice', prompt: prompt?.id ?? '', choice: 'tryAgain' });
      await one.until((view) => view.prompt?.kind === 'find');
    }
    one.close();
    two.close();
  });

  it('number without gaps and lose nothing when both write at once', async () => {
    const one = await onA();
    const two = await alsoOnB(one);
    const sent: string[] = [];
    const say = async (shopper: TestShopper) => {
      const id = freshId();
      sent.push(id);
      await shopper.send({ kind: 'text', text: `zzz ${sent.length}` }, id);
    };
    for (let round = 0; round < 50; round += 1) await Promise.all([say(one), say(two), say(one), say(two)]);
    const messages = await stored(one);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1));
    const mine = messages.filter(({ from }) => from === 'shopper').map(({ id }) => id);
    expect(mine.sort()).toEqual(sent.sort());
    expect((await a.store.conversation(a.shop.id, one.conversation().id))?.lastSeq).toBe(messages.length);
    one.close();
    two.close();
  });

  it('answer a whole burst on each, and keep what is sent to both once', async () => {
    const one = await onA();
    const two = await alsoOnB(one);
    const ids = Array.from({ length: 50 }, freshId);
    const acks = await Promise.all(
      ids.flatMap((id, n) => [one, two].map((shopper) => shopper.trySend({ kind: 'text', text: `zzz ${n}` }, id))),
    );
    expect(acks.filter((ack) => !ack.ok)).toEqual([]);
    for (const [n] of ids.entries()) expect(acks[2 * n]).toEqual(acks[2 * n + 1]);
    const messages = await stored(one);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1));
    expect(
      messages
        .filter(({ from }) => from === 'shopper')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.sort());
    one.close();
    two.close();
  });

  it('silence the bot on both with the very turn in which an agent takes', async () => {
    const ida = await openAgent(b.url, b.store, b.shop.id, 'Ida', clock.now());
    for (let round = 0; round < 20; round += 1) {
      const shopper = await onA();
      await shopper.say('my parcel is lost');
      const conversation = shopper.conversation().id;
      const words = ['no idea', 'hello?', 'is anybody there?'].map((text) => shopper.send({ kind: 'text', text }));
      const [took] = await Promise.all([ida.emit('take', { conversation }), ...words]);
      expect(took).toMatchObject({ ok: true });
      await shopper.send({ kind: 'text', text: 'and now?' });
      await Promise.all([a.app.idle(), b.app.idle()]);
      const messages = await stored(shopper);
      expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1));
      const joined = messages.findIndex(({ body }) => JSON.stringify(body).includes('line:joined'));
      expect(joined).toBeGreaterThan(0);
      expect(messages.slice(joined).filter(({ from }) => from === 'bot')).toEqual([]);
      shopper.close();
    }
    ida.close();
  });

  it('let one of two agents win who take at once', async () => {
    const mei = await openAgent(a.url, a.store, a.shop.id, 'Mei', clock.now());
    const ben = await openAgent(b.url, b.store, b.shop.id, 'Ben', clock.now());
    for (let round = 0; round < 20; round += 1) {
      const shopper = await onA();
      const conversation = shopper.conversation().id;
      const answers = await Promise.all([mei, ben].map((agent) => agent.emit('take', { conversation })));
      expect(answers.map((answer) => (answer.ok ? 'took' : answer.code)).sort()).toEqual(['E_TAKEN', 'took']);
      const winner = answers[0]?.ok ? mei : ben;
      const loser = winner === mei ? ben : mei;
      expect((await a.store.conversation(a.shop.id, conversation))?.agent?.id).toBe(winner.row.id);
      expect(await loser.emit('say', { conversation, id: freshId(), text: 'hi' })).toMatchObject({ ok: false, code: 'E_NOT_ALLOWED' });
      expect(await winner.emit('say', { conversation, id: freshId(), text: 'hi' })).toMatchObject({ ok: true });
      // Given back on one node, it may be taken on the other at once.
      expect(await winner.emit('giveBack', { conversation, step: 'identify' })).toMatchObject({ ok: true });
      expect(await loser.emit('take', { conversation })).toMatchObject({ ok: true });
      shopper.close();
    }
    mei.close();
    ben.close();
  });

  it('know of each other’s agents: who is there, who looks at what, who takes chats', async () => {
    const mei = await openAgent(a.url, a.store, a.shop.id, 'Mei', clock.now());
    const ben = await openAgent(b.url, b.store, b.shop.id, 'Ben', clock.now());
    const ticks = async () => void (await Promise.all([a.app.tick(), b.app.tick()]));
    await ticks();
    await mei.hear('staff', ({ colleagues }) => colleagues.some(({ name, here }) => name === 'Ben' && here));
    const shopper = await onA();
    await shopper.say('my parcel is lost');
    const { id: conversation } = shopper.conversation();
    await ben.hear('inboxChanged', ({ ids }) => ids.includes(conversation));
    await ben.emit('open', { conversation, after: 0 });
    await ticks();
    expect((await mei.hear('viewing', (now) => now.conversation === conversation)).agents).toMatchObject([{ name: 'Ben' }]);
    await mei.emit('available', { on: false });
    await ticks();
    await shopper.send({ kind: 'wantsPerson' });
    await shopper.until(({ status }) => status === 'waiting');
    expect(shopper.texts().join(' ')).toContain('Ben');

    await ben.emit('take', { conversation });
    await shopper.until(({ agent }) => agent?.name === 'Ben' && agent.here);
    const typed = new Promise((resolve) => shopper.socket.once('typing', resolve));
    await ben.emit('typing', { conversation, on: true });
    expect(await typed).toEqual({ name: 'Ben', on: true });
    await shopper.emit('typing', { on: true });
    await ben.hear('typing');
    ben.mark();
    shopper.close();
    expect(await ben.hear('presence')).toEqual({ conversation, here: false });
    mei.mark();
    ben.close();
    await expect
      .poll(async () => {
        await ticks();
        return mei.heard().some(({ event, payload }) => event === 'viewing' && JSON.stringify(payload).includes('"agents":[]'));
      })
      .toBe(true);
    mei.close();
  });

  it('turn out at once whoever is signed out on the other', async () => {
    const ben = await openAgent(b.url, b.store, b.shop.id, 'Ben', clock.now());
    const { cookie, csrf } = ben.person;
    const answer = await fetch(`${a.url}/api/console/sign-out`, {
      method: 'POST',
      headers: { cookie, 'x-csrf-token': csrf, origin: a.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    await ben.hear('signedOut');
    await expect.poll(() => ben.socket.connected, { timeout: 2_000 }).toBe(false);
  });

  it('go on each by itself while Redis is away, and together again afterwards', async () => {
    const way = await openWay();
    const away = new URL(redisUrl);
    away.port = String(way.port);
    const c = await startApp({ clock, store: () => openPostgresStore({ url: urlOf(database) }), config: { redisUrl: away.href } });
    const one = await openShopper(c.url, { store: c.shop.key });
    const two = await alsoOnB(one);
    await one.say('my parcel is lost');
    await two.until((view) => view.prompt?.kind === 'find');

    way.cut();
    await one.say('no idea');
    const { lastSeq } = await one.until((view) => view.lastSeq >= 4);
    const missed = (await two.emit('catchUp', { after: 2 })) as unknown as { conversation: { lastSeq: number }; messages: unknown[] };
    expect(missed.conversation.lastSeq).toBe(lastSeq);
    expect(missed.messages).toHaveLength(lastSeq - 2);

    way.mend();
    const heardAgain = () => one.say('zzz').then(() => two.conversation().lastSeq > lastSeq);
    await expect.poll(heardAgain, { interval: 100, timeout: 15_000 }).toBe(true);
    expect(c.log.filter((line) => line.includes('redis.failed')).length).toBeGreaterThan(0);
    one.close();
    two.close();
    await c.close();
    way.close();
  });

  it('lose nothing that was acknowledged when every connection to the database is cut', async () => {
    const one = await onA();
    const two = await alsoOnB(one);
    const acked = new Map<string, number>();
    let failed = 0;
    const insist = async (shopper: TestShopper, id: string) => {
      for (;;) {
        const ack = await shopper.trySend({ kind: 'text', text: `zzz ${id}` }, id);
        if (ack.ok) return acked.set(id, ack.seq);
        expect(ack.code).toBe('E_STORAGE');
        failed += 1;
      }
    };
    const ids = Array.from({ length: 120 }, freshId);
    const lanes = [one, two, one, two].map(async (shopper, lane) => {
      for (const id of ids.slice(lane * 30, lane * 30 + 30)) await insist(shopper, id);
    });
    const cuts = (async () => {
      for (const enough of [20, 50, 80]) {
        await expect.poll(() => acked.size, { interval: 1, timeout: 10_000 }).toBeGreaterThan(enough);
        await postgres.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
      }
    })();
    await Promise.all([...lanes, cuts]);
    expect(failed).toBeGreaterThan(0);
    const messages = await stored(one);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, n) => n + 1));
    const mine = messages.filter(({ from }) => from === 'shopper').map(({ id, seq }) => [id, seq] as const);
    expect(new Map(mine)).toEqual(acked);
    expect(mine).toHaveLength(ids.length);
    one.close();
    two.close();
  });

  it('fire a timer once, though both tick', async () => {
    const shoppers = await Promise.all(Array.from({ length: 10 }, onA));
    await Promise.all(shoppers.map((shopper) => shopper.send({ kind: 'wantsPerson' })));
    const before = await Promise.all(shoppers.map(async (shopper) => (await stored(shopper)).length));
    clock.advance(10 * DAY);
    await Promise.all([a.app.tick(), b.app.tick(), a.app.tick(), b.app.tick()]);
    await Promise.all([a.app.tick(), b.app.tick()]);
    for (const [n, shopper] of shoppers.entries()) {
      const promises = await a.store.promisesOf(a.shop.id, shopper.conversation().id);
      expect(promises.map(({ state }) => state).sort()).toEqual(['late', 'open']);
      const news = (await stored(shopper)).slice(before[n]);
      expect(news.map(({ body }) => body.kind === 'text' && body.text)).toEqual([expect.objectContaining({ $t: 'bot:late.person' })]);
      shopper.close();
    }
  });
}

/** A way to Redis that can be cut. */
async function openWay() {
  const sockets = new Set<Socket>();
  let open = true;
  const server = createServer((near) => {
    const far = connect(6379, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => other.destroy());
      socket.pipe(other);
    }
    if (!open) near.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    cut: () => {
      open = false;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => {
      open = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

async function adminConnection(): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: urlOf('postgres'), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}
