import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../../protocol/parcel.ts';
import { protectionEnd } from '../../../flows/deadlines.ts';
import { demoOrders, demoShop, demoStories, demoTracking, seedDemo } from '../../../server/demo/demo.ts';
import { recognise } from '../../../server/parcels/numbers.ts';
import { createOrdersOfStore } from '../../../server/providers/orders-store.ts';
import { createRecordedTracking } from '../../../server/providers/tracking-recorded.ts';
import { checkSettings } from '../../../server/shops/check-settings.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { DAY, HOUR, START } from '../../support/clock.ts';

const orders = demoOrders(START);
const tracking = createRecordedTracking(demoTracking(START));
const order = (number: string) => orders.find((one) => one.number === number);
const parcel = async (number: string, which = 0): Promise<Parcel | null> =>
  tracking.track('northfold', { number: order(number)?.parcels[which]?.number ?? '' });

describe('each story reads as it is told', () => {
  it.each([
    ['1001', 'in_transit'],
    ['1002', 'in_transit'],
    ['1003', 'delivered'],
    ['1004', 'delivered'],
    ['1005', 'customs_held duties'],
    ['1006', 'customs_held documents'],
    ['1007', 'customs_held inspection'],
    ['1008', 'customs_held prohibited'],
    ['1009', 'lost'],
    ['1010', 'delivered'],
    ['1011', 'delivered'],
    ['1012', 'available_for_pickup'],
    ['1013', 'returning address'],
    ['1014', 'info_received'],
    ['1016', 'attempt_failed'],
    ['1017', 'in_transit'],
    ['1018', 'in_transit'],
  ])('%s is %s', async (number, expected) => {
    const found = await parcel(number);
    expect([found?.state, found?.reason].filter(Boolean).join(' ')).toBe(expected);
    expect(found?.destination?.country).toBe(order(number)?.address?.country);
    expect(found?.events.every((event) => event.at <= START)).toBe(true);
  });

  it('1015 is unknown to the tracker', async () => {
    expect(await parcel('1015')).toBeNull();
  });

  it('1002 has been silent for 15 days, longer than its shop allows', async () => {
    const newest = (await parcel('1002'))?.events[0]?.at ?? 0;
    const days = Math.floor((START - newest) / DAY);
    expect(days).toBe(15);
    expect(days).toBeGreaterThanOrEqual(demoShop([]).settings.policy.stalledAfterDays.international);
  });

  it('1003 came yesterday, to a door in Leeds; 1004 two hours ago', async () => {
    expect(order('1003')).toMatchObject({ email: 'anna@example.com', address: { city: 'Leeds' }, items: [{ name: 'Wooden dollhouse' }] });
    expect(await parcel('1003')).toMatchObject({ proof: { place: 'front door' }, deliveredAt: Date.UTC(2026, 10, 20, 12, 12) });
    expect((await parcel('1004'))?.deliveredAt).toBe(START - 2 * HOUR);
  });

  it('1005 names amount, fee and deadline', async () => {
    const due = (await parcel('1005'))?.due;
    expect(due).toMatchObject({ amount: 1780, fee: 800, currency: 'EUR' });
    expect(due?.until).toBeGreaterThan(START + 7 * DAY);
  });

  it('1010 has four items in one parcel, two mugs among them; 1011 two parcels', async () => {
    expect(order('1010')).toMatchObject({ parcels: { length: 1 }, items: { length: 4, 0: { quantity: 2 } } });
    expect(order('1011')?.parcels.flatMap((one) => one.itemIds)).toEqual(order('1011')?.items.map((item) => item.id));
    expect((await parcel('1011', 1))?.state).toBe('in_transit');
  });

  it('1012 names the shop, the date and the code', async () => {
    expect((await parcel('1012'))?.pickup).toMatchObject({ name: 'Parcel Shop Neustadt', code: '48213' });
  });

  it('1018 is protected for two days more, the others longer', () => {
    const left = orders.map((one) => [one.number, (protectionEnd(one, demoShop([]).settings.policy) - START) / DAY] as const);
    expect(left.filter(([, days]) => days <= 3)).toEqual([['1018', 2]]);
    expect(left.every(([, days]) => days > 0)).toBe(true);
  });
});

describe('the whole', () => {
  it('holds at any moment: no scan lies ahead, no state changes with the hour', async () => {
    for (const now of [START, START + 13 * HOUR, Date.UTC(2027, 2, 28, 1, 30), Date.UTC(2028, 1, 29)]) {
      const then = createRecordedTracking(demoTracking(now));
      for (const one of demoOrders(now)) {
        for (const { number } of one.parcels) {
          const [a, b] = [await then.track('s', { number }), await tracking.track('s', { number })];
          expect([number, a?.state, a?.reason]).toEqual([number, b?.state, b?.reason]);
          expect(a?.events.every((event) => event.at <= now) ?? true).toBe(true);
        }
      }
    }
  });

  it('has no number with a wrong check digit and no real address', () => {
    for (const one of orders) {
      expect(one.email).toMatch(/@example\.com$/);
      for (const { number } of one.parcels) expect(recognise(number)[0]?.checkDigit).not.toBe('failed');
      for (const { number } of one.parcels) expect(recognise(number)).not.toEqual([]);
    }
  });

  it('adds up: items and postage make the total', () => {
    for (const one of orders) {
      const items = one.items.reduce((sum, item) => sum + (item.price ?? 0) * item.quantity, 0);
      expect(one.total).toBeGreaterThanOrEqual(items);
      expect(new Set(one.items.map((item) => item.id)).size).toBe(one.items.length);
    }
    expect(new Set(orders.map((one) => one.number)).size).toBe(orders.length);
  });

  it('has settings that an owner could save, and a story for each order', () => {
    expect(checkSettings(demoShop(['http://localhost:3001']).settings).ok).toBe(true);
    expect(demoStories(START).map((story) => story.number)).toEqual(orders.map((one) => one.number));
  });
});

describe('seedDemo', () => {
  it('fills an empty store once, and leaves it alone after', async () => {
    const store = openSqliteStore({ path: ':memory:' });
    const shop = await seedDemo(store, { clock: { now: () => START }, origins: ['http://localhost:3001'] });
    const again = await seedDemo(store, { clock: { now: () => START + DAY }, origins: [] });
    expect(again).toEqual(shop);
    const found = createOrdersOfStore(store);
    expect((await found.byNumber(shop.id, '#1003'))?.email).toBe('anna@example.com');
    expect((await found.byTracking(shop.id, order('1011')?.parcels[1]?.number ?? ''))?.number).toBe('1011');
    await store.close();
  });
});
