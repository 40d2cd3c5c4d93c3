/** A parcel's news on two whole servers over one database, with the services on this machine: looked for, sent, late and twice. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TrackingService } from '../../../protocol/tracking.ts';
import { demoOrders } from '../../../server/demo/demo.ts';
import { createOutside } from '../../../server/outside/fetch.ts';
import { createShops } from '../../../server/shops/shops.ts';
import type { Store } from '../../../server/store/port.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { createTrackingOfShops } from '../../../server/tracking/tracking-of-shops.ts';
import type { TrackingProvider } from '../../../server/providers/ports.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { DAY, HOUR, MINUTE, testClock, type TestClock } from '../../support/clock.ts';
import { dataFolder, type DataFolder } from '../../support/servers.ts';
import { startTrackingServices, type TrackingServices } from '../../support/tracking-services.ts';
import { afterShip, track17 } from '../parcels/payloads.ts';
import { caseOpen, type Talk } from './talks.ts';

const KEY = 'key-of-the-shop';

let services: TrackingServices;
let folder: DataFolder;
let clock: TestClock;
let nodes: TestApp[];
let talk: Talk | null;
let number: string;
beforeEach(async () => {
  services = await startTrackingServices();
  folder = await dataFolder();
  clock = testClock();
  number = demoOrders(clock.now()).find((order) => order.number === '1003')?.parcels[0]?.number ?? '';
  nodes = [];
  talk = null;
  for (const _node of ['a', 'b']) nodes.push(await startNode());
});
afterEach(async () => {
  talk?.close();
  for (const node of nodes) await node.close();
  await services.close();
  await folder.remove();
});

async function startNode(): Promise<TestApp> {
  const store = openSqliteStore({ path: `${folder.path}/shared.db` });
  return startApp({ clock, store: () => store, tracking: trackingOf(store) });
}

function trackingOf(store: Store): TrackingProvider {
  const shops = createShops({ store, clock });
  return createTrackingOfShops({
    settings: async (storeId) => (await shops.byId(storeId))?.settings ?? null,
    store,
    outside: createOutside({ allow: [services.host] }),
    urls: services.urls,
    recorded: { track: async () => null },
    clock,
    wait: async () => undefined,
  });
}

const at = (hoursAgo: number) => new Date(clock.now() - hoursAgo * HOUR).toISOString();

function tell(text: string, status: string, subStatus: string, subtag: string | null, time: string): void {
  services.seventeenTrack.set(number, track17(status, subStatus, [{ text, utc: time }]));
  services.afterShip.set(number, afterShip(status, subtag, [{ text, time }]));
}

async function openedWith(service: TrackingService): Promise<{ a: TestApp; b: TestApp; opened: Talk }> {
  const [a, b] = nodes as [TestApp, TestApp];
  const done = { at: clock.now(), actor: 'test', action: 'secret.set', detail: {} };
  await a.store.putSecret(a.shop.id, 'seventeenTrack.key', KEY, done);
  await a.store.putSecret(a.shop.id, 'afterShip.key', KEY, done);
  await a.store.saveSettings(a.shop.id, { ...a.shop.settings, tracking: service }, clock.now() + 1);
  clock.advance(10_000);
  tell('Delivered, left at front door', 'Delivered', 'Delivered_Other', null, at(10));
  talk = await caseOpen(a);
  await a.app.idle();
  return { a, b, opened: talk };
}

const watchOf = async (node: TestApp, { ref }: Talk) => (await node.store.watchesOf(ref.storeId, ref.conversationId))[0];
const versionOf = async (node: TestApp, { ref }: Talk) => (await node.store.conversation(ref.storeId, ref.conversationId))?.version ?? 0;

/** Until nobody is looking any more: each node has a loop of its own beside the test. */
async function bothTick(opened: Talk): Promise<void> {
  await Promise.all(nodes.map(({ app }) => app.tick()));
  const [a] = nodes as [TestApp];
  await expect.poll(async () => ((await watchOf(a, opened))?.nextAt ?? Infinity) - clock.now()).toBeGreaterThan(10 * MINUTE);
  await Promise.all(nodes.map(({ app }) => app.idle()));
}

async function hook(node: TestApp, status: string, subStatus: string, time: string): Promise<number> {
  const record = {
    ...track17(status, subStatus, [{ text: status === 'Exception' ? 'Returning to sender' : 'Departed', utc: time }]),
    number,
  };
  const body = JSON.stringify({ event: 'TRACKING_UPDATED', data: record });
  const sign = createHash('sha256').update(`${body}/${KEY}`).digest('hex');
  const answer = await fetch(`${node.url}/api/webhooks/17track/${node.shop.key}`, { method: 'POST', headers: { sign }, body });
  return answer.status;
}

describe.each(['afterShip', 'seventeenTrack'] as const)('a shop that asks %s', (service) => {
  it('has the parcel of an open case looked at by one of two nodes, and the talk told what is new, once', async () => {
    const { a, b, opened } = await openedWith(service);
    expect(await watchOf(b, opened)).toMatchObject({ number, seen: expect.stringMatching(/^delivered/) as string });
    services.asked.length = 0;
    const before = await versionOf(a, opened);
    clock.advance(13 * HOUR);
    await bothTick(opened);
    expect(services.asked).toEqual([{ service, what: 'look', numbers: [number], key: KEY }]);
    expect(await versionOf(a, opened)).toBe(before);

    tell('Returning to sender', 'Exception', 'Exception_Returning', 'Exception_010', at(1));
    for (let day = 0; day < 3; day += 1) {
      clock.advance(13 * HOUR);
      await bothTick(opened);
    }
    expect(services.asked).toHaveLength(4);
    expect(await watchOf(a, opened)).toMatchObject({ seen: expect.stringMatching(/^returning/) as string });
    expect((await versionOf(a, opened)) - before).toBe(1);
  });
});

describe('what a service sends', () => {
  it('reaches the talk by either node, and late, twice and in the wrong order makes no difference', async () => {
    const { a, b, opened } = await openedWith('seventeenTrack');
    const before = await versionOf(a, opened);
    const [newest, older] = [at(1), at(80)];
    const answers = await Promise.all([
      hook(b, 'Exception', 'Exception_Returning', newest),
      hook(a, 'Exception', 'Exception_Returning', newest),
      hook(b, 'InTransit', 'InTransit_Departure', at(200)),
    ]);
    expect([...answers, await hook(a, 'InTransit', 'InTransit_Departure', older)]).toEqual([200, 200, 200, 200]);
    expect(await hook(b, 'Exception', 'Exception_Returning', newest)).toBe(200);
    expect(await watchOf(b, opened)).toMatchObject({ seen: expect.stringMatching(/^returning/) as string });
    expect((await versionOf(a, opened)) - before).toBe(1);
  });
});

describe('a service that is down', () => {
  it('says nothing to the shopper, and is asked again until it is there', async () => {
    const { a, opened } = await openedWith('seventeenTrack');
    const before = await versionOf(a, opened);
    tell('Returning to sender', 'Exception', 'Exception_Returning', 'Exception_010', at(1));
    services.instead.push({ status: 503 }, { status: 503 }, { status: 200, body: '{"code":-18010002}' });
    clock.advance(13 * HOUR);
    for (let hour = 0; hour < 3; hour += 0.25, clock.advance(HOUR / 4)) {
      await bothTick(opened);
      if (services.instead.length > 0) expect(await versionOf(a, opened)).toBe(before);
    }
    expect(services.instead).toEqual([]);
    expect((await versionOf(a, opened)) - before).toBe(1);
  });
});

describe('a case that is closed', () => {
  it('has its parcel looked at no more', async () => {
    const { a, opened } = await openedWith('seventeenTrack');
    await a.app.conversations.handle(opened.ref, () => ({
      event: { type: 'agent.took', agent: { id: 'mina', name: 'Mina' } },
    }));
    await a.app.conversations.handle(opened.ref, () => ({
      event: { type: 'agent.closed', outcome: 'solved', agent: { id: 'mina', name: 'Mina' } },
    }));
    expect(await watchOf(a, opened)).toBeUndefined();
    services.asked.length = 0;
    clock.advance(3 * DAY);
    await bothTick(opened);
    expect(services.asked).toEqual([]);
  });
});
