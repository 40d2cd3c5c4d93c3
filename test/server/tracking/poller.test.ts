/** Looks at parcels over simulated days; the talk is a stand-in that takes in what it is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Parcel } from '../../../protocol/parcel.ts';
import { createLog } from '../../../server/log.ts';
import type { TrackingProvider } from '../../../server/providers/ports.ts';
import type { Store } from '../../../server/store/port.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { createPoller } from '../../../server/tracking/poller.ts';
import { DAY, HOUR, MINUTE, START, type TestClock, testClock } from '../../support/clock.ts';
import { dataFolder, type DataFolder } from '../../support/servers.ts';
import { change, said, shop, watch } from '../store/fixtures.ts';

let folder: DataFolder;
let store: Store;
let clock: TestClock;
/** Each look: hours since the start, and the number. */
let looks: [number, string][];
let told: Parcel[];
let answer: (number: string) => Promise<Parcel | null>;
let takes: boolean;
let log: string[];
beforeEach(async () => {
  folder = await dataFolder();
  store = openSqliteStore({ path: `${folder.path}/test.db` });
  await store.addShop(shop());
  clock = testClock();
  looks = [];
  told = [];
  takes = true;
  log = [];
  answer = async (number) => parcel(number);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

function parcel(number: string, about: Partial<Parcel> = {}): Parcel {
  return { number, state: 'in_transit', events: [{ at: clock.now(), state: 'in_transit', text: 'scan' }], ...about };
}

function poller(of = store) {
  const tracking: TrackingProvider = {
    track: (_storeId, { number }) => {
      looks.push([(clock.now() - START) / HOUR, number]);
      return answer(number);
    },
  };
  const takeNews = async (_storeId: string, one: Parcel) => {
    told.push(one);
    return takes;
  };
  return createPoller({
    store: of,
    tracking,
    takeNews,
    clock,
    log: createLog({ level: 'debug', clock, write: (line) => void log.push(line), secret: 's' }),
  });
}

async function follow(number: string, id = 'c1', untilAt = START + 60 * DAY): Promise<void> {
  const put = [watch(id, number, { nextAt: START, untilAt })];
  expect(await store.commit(change(id, { messages: [said(1)], watches: { put, drop: [] } }))).toEqual({ ok: true });
}

/** Time goes on a quarter of an hour at a time, as fine as anything here is spaced. */
async function pass(ms: number, pollers = [poller()]): Promise<void> {
  for (const end = clock.now() + ms; clock.now() < end; clock.advance(15 * MINUTE)) await Promise.all(pollers.map((one) => one.poll()));
}
const hours = () => looks.map(([hour]) => hour);

describe('a parcel', () => {
  it('on its way is looked at every six hours, and each answer is brought to the talks', async () => {
    await follow('LX1');
    await pass(2 * DAY);
    expect(hours()).toEqual([0, 6, 12, 18, 24, 30, 36, 42]);
    expect(told).toHaveLength(8);
  });

  it('is looked at half as often where the service sends news by itself, and again as often once it falls silent', async () => {
    await follow('LX1');
    await store.markTakenIn('shop-1', 'afterShip', 'e1', START);
    await pass(3 * DAY);
    expect(hours()).toEqual([0, 12, 24, 36, 48, 54, 60, 66]);
  });

  it('that two talks follow is asked for once', async () => {
    await follow('LX1', 'c1');
    await follow('LX1', 'c2');
    await pass(6 * HOUR);
    expect(looks).toEqual([[0, 'LX1']]);
  });

  it('is followed no longer than its time', async () => {
    await follow('LX1', 'c1', START + DAY);
    await pass(3 * DAY);
    expect(hours()).toEqual([0, 6, 12, 18]);
    expect(await store.watchesOf('shop-1', 'c1')).toEqual([]);
  });

  it.each(['unknown', 'unseen'])('that is %s is asked for ever more rarely, and soon at first', async (how) => {
    answer = async (number) => (how === 'unknown' ? null : parcel(number, { state: 'not_found', events: [] }));
    await follow('LX1');
    await pass(2 * DAY);
    expect(hours()).toEqual([0, 0.25, 0.75, 1.75, 3.75, 7.75, 15.75, 27.75, 39.75]);
  });
});

describe('a look that fails', () => {
  it('is made again later and later, says nothing, and the usual pace comes back with the service', async () => {
    answer = () => Promise.reject(new Error('service down'));
    await follow('LX1');
    await pass(8 * HOUR);
    expect(hours()).toEqual([0, 0.25, 0.75, 1.75, 3.75, 7.75]);
    expect(told).toEqual([]);
    expect(log.some((line) => line.includes('look.failed'))).toBe(true);
    answer = async (number) => parcel(number);
    looks = [];
    await pass(DAY);
    expect(hours()).toEqual([15.75, 21.75, 27.75]);
  });

  it('keeps no other from being made', async () => {
    answer = (number) => (number === 'LX1' ? Promise.reject(new Error('service down')) : Promise.resolve(parcel(number)));
    await follow('LX1', 'c1');
    await follow('LX2', 'c2');
    await pass(15 * MINUTE);
    expect(told.map(({ number }) => number)).toEqual(['LX2']);
  });

  it('counts as one where the talk could not take it in', async () => {
    takes = false;
    await follow('LX1');
    await pass(HOUR);
    expect(hours()).toEqual([0, 0.25, 0.75]);
  });

  it('of a node that died is made again when its lease is over', async () => {
    await follow('LX1');
    answer = () => new Promise(() => undefined);
    void poller().poll();
    await expect.poll(() => looks.length).toBe(1);
    answer = async (number) => parcel(number);
    await pass(30 * MINUTE);
    expect(hours()).toEqual([0, 0.25]);
  });
});

describe('two nodes', () => {
  it('look at each parcel once', async () => {
    const other = openSqliteStore({ path: `${folder.path}/test.db` });
    const numbers = Array.from({ length: 300 }, (_, n) => `LX${n}`);
    for (const [n, number] of numbers.entries()) await follow(number, `c${n}`);
    const nodes = [poller(), poller(other)];
    for (let round = 0; round < 4; round += 1) await Promise.all(nodes.map((node) => node.poll()));
    expect(looks.map(([, number]) => number).sort()).toEqual([...numbers].sort());
    await other.close();
  });
});
