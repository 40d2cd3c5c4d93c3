/**
 * kill -9 under load. Nothing is chosen to be easy to replay: shoppers walk all roads, write while a look-up is under way
 * and tap old questions; `replay` finds the one order of look-ups and timers that explains every message and every row.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../support/clock.ts';
import { dataFolder, type DataFolder } from '../support/servers.ts';
import { audit } from './audit.ts';
import { createRandom } from './random.ts';
import type { Stored } from './replay.ts';
import { createServers, type Servers } from './servers.ts';
import { createVisitor, hasty, patient, type Visitor } from './visitor.ts';
import { createWorld, type TestWorld } from './world.ts';

const KILLS = 20;
const SEED = 20_261_121;
const NEW_EACH_ROUND = 8;
/** More than the lease of an effect: what the dead server had claimed is free again. */
const DOWN_MS = 60_000;
/** Past every promise that was made. */
const LONG_DOWN_MS = 15 * DAY;

let folder: DataFolder;
let servers: Servers;
let world: TestWorld;
beforeEach(async () => {
  folder = await dataFolder();
  servers = createServers();
  world = await createWorld(folder.path);
});
afterEach(async () => {
  servers.end();
  await folder.remove();
});

const start = (offsetMs: number, { mute = false } = {}) => servers.start({ dataDir: folder.path, demoAt: world.demoAt, offsetMs, mute });

/** Reads all that is stored of them while the server is down. */
function readAll(visitors: readonly Visitor[]): Promise<{ visitor: Visitor; stored: Stored }[]> {
  return world.look((store) =>
    Promise.all(visitors.map(async (visitor) => ({ visitor, stored: await world.read(store, visitor.conversationId()) }))),
  );
}

describe('a server that is killed', () => {
  it(`${KILLS} times under load has lost nothing, doubled nothing and forgotten nothing`, { timeout: 150_000 }, async () => {
    const random = createRandom(SEED);
    const visitors: Visitor[] = [];
    const tally = { kills: 0, withInFlight: 0, inFlight: 0, stored: 0, lookUpsOpen: 0 };
    let offsetMs = 0;
    for (; tally.kills < KILLS; tally.kills += 1) {
      const server = await start(offsetMs);
      servers.prepare();
      const newcomers = Array.from({ length: NEW_EACH_ROUND }, (_, n) =>
        createVisitor(createRandom(random.upTo(1e9)), n % 2 ? hasty : patient),
      );
      const present = [...newcomers, ...visitors.filter((visitor) => visitor.inFlight().length > 0 || random.next() < 0.1)];
      visitors.push(...newcomers);
      await Promise.all(present.map((visitor) => visitor.connect(server.url, world.shop.key)));
      expect(
        present.flatMap((visitor) => visitor.inFlight()),
        `left without an answer: ${server.log.join('\n')}`,
      ).toEqual([]);

      const talks = present.map((visitor) => visitor.talk());
      const isLong = tally.kills % 5 === 4;
      await new Promise((resolve) => setTimeout(resolve, 100 + random.upTo(isLong ? 1_800 : 600)));
      const dead = server.kill();
      const open = new Set(present.flatMap((visitor) => visitor.inFlight()));
      for (const visitor of present) visitor.stop();
      await dead;
      for (const visitor of present) visitor.disconnect();
      await Promise.all(talks);

      const found = await readAll(present);
      for (const { visitor, stored } of found) audit(visitor, stored);
      for (const { visitor, stored } of found.slice(0, NEW_EACH_ROUND)) expect(await world.check(stored, visitor.said)).toBeNull();
      tally.withInFlight += Number(open.size > 0);
      tally.inFlight += open.size;
      tally.stored += found.flatMap(({ stored }) => stored.messages).filter(({ id }) => open.has(id)).length;
      tally.lookUpsOpen += found.flatMap(({ stored }) => stored.effects).length;
      offsetMs += isLong ? LONG_DOWN_MS : DOWN_MS;
    }

    const server = await start(offsetMs);
    const now = () => Date.now() + offsetMs;
    await Promise.all(visitors.map((visitor) => visitor.connect(server.url, world.shop.key)));
    expect(visitors.flatMap((visitor) => visitor.inFlight())).toEqual([]);
    await expect.poll(() => world.look(async (store) => (await store.dueTimers(now(), 1)).length), { timeout: 20_000 }).toBe(0);
    const histories = await Promise.all(visitors.map((visitor) => visitor.history()));
    expect(await server.stop()).toBe(0);

    const found = await readAll(visitors);
    for (const [n, { visitor, stored }] of found.entries()) {
      audit(visitor, stored);
      expect(stored.messages.map(({ id }) => id).slice(0, histories[n]?.length)).toEqual(histories[n]);
      expect(await world.check(stored, visitor.said)).toBeNull();
      expect(stored.effects, 'every look-up was carried out').toEqual([]);
    }
    const late = found.flatMap(({ stored }) => stored.promises).filter(({ state }) => state === 'late').length;
    const acked = visitors.reduce((sum, visitor) => sum + visitor.acked.size, 0);
    const messages = found.reduce((sum, { stored }) => sum + stored.messages.length, 0);
    console.info(
      `${tally.kills} kills, ${tally.withInFlight} of them with messages in flight: ${tally.inFlight} in all, ${tally.stored} of these stored already; ` +
        `${tally.lookUpsOpen} look-ups open at a kill, ${late} promises missed while down; ` +
        `${visitors.length} talks, ${acked} messages acknowledged, ${messages} stored`,
    );
    expect(tally.withInFlight, 'kills with messages in flight').toBeGreaterThan(KILLS / 2);
    expect(tally.stored, 'kills between a commit and its ack').toBeGreaterThan(0);
    expect(late, 'timers that came due while the server was down').toBeGreaterThan(0);
  });

  it('fires a timer that came due meanwhile once, however often it is killed over it', async () => {
    const visitors = Array.from({ length: 12 }, (_, n) => createVisitor(createRandom(n), patient));
    const first = await start(0);
    await Promise.all(visitors.map((visitor) => visitor.connect(first.url, world.shop.key)));
    await Promise.all(visitors.map((visitor) => visitor.say({ kind: 'wantsPerson' })));
    await first.kill();
    const before = await readAll(visitors);
    expect(before.flatMap(({ stored }) => stored.promises.map(({ state }) => state))).toEqual(visitors.map(() => 'open'));

    const fired = () =>
      world.look(async (store) => (await store.dueTimers(Date.now() + LONG_DOWN_MS, 100)).length).then((due) => visitors.length - due);
    // Once as soon as the first has fired, once when all have.
    for (const enough of [1, visitors.length]) {
      const server = await start(LONG_DOWN_MS);
      servers.prepare();
      await expect.poll(fired, { interval: 2, timeout: 20_000 }).toBeGreaterThanOrEqual(enough);
      await server.kill();
    }
    const last = await start(LONG_DOWN_MS);
    await Promise.all(visitors.map((visitor) => visitor.connect(last.url, world.shop.key)));
    expect(await last.stop()).toBe(0);

    for (const [n, { visitor, stored }] of (await readAll(visitors)).entries()) {
      audit(visitor, stored);
      expect(await world.check(stored, visitor.said)).toBeNull();
      expect(stored.promises.map(({ state }) => state).sort()).toEqual(['late', 'open']);
      expect(stored.timers).toHaveLength(1);
      expect(stored.timers[0]?.dueAt).toBeGreaterThan(Date.now() + LONG_DOWN_MS);
      const news = stored.messages.slice(before[n]?.stored.messages.length);
      expect(news.map(({ body }) => body.kind === 'text' && body.text)).toEqual([expect.objectContaining({ $t: 'bot:late.person' })]);
    }
  });

  it('carries out what was asked of the outside and never answered', async () => {
    const visitor = createVisitor(createRandom(1), patient);
    const mute = await start(0, { mute: true });
    servers.prepare();
    await visitor.connect(mute.url, world.shop.key);
    await visitor.say({ kind: 'text', text: 'where is my parcel? order 1001, jonas@example.com' });
    const open = () => readAll([visitor]).then(([one]) => one?.stored.effects.map(({ name }) => name));
    await expect.poll(open).toEqual(['lookUpParcel']);
    await mute.kill();
    expect(await open()).toEqual(['lookUpParcel']);

    const server = await start(DOWN_MS);
    await visitor.connect(server.url, world.shop.key);
    expect(await server.stop()).toBe(0);
    const [found] = await readAll([visitor]);
    if (!found) throw new Error('nothing was stored');
    audit(visitor, found.stored);
    expect(found.stored.effects).toEqual([]);
    expect(await world.check(found.stored, visitor.said)).toBeNull();
    const told = found.stored.messages.filter(({ body }) => body.kind === 'text' && JSON.stringify(body.text).includes('bot:found.'));
    expect(told).toHaveLength(1);
  });
});
