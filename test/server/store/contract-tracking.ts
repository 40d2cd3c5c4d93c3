/** What every store must do about watched parcels, about what services sent, and about keys. */
import { describe, expect, test } from 'vitest';
import type { SecretName } from '../../../protocol/tracking.ts';
import type { AuditRow, WatchRow } from '../../../server/store/port.ts';
import { change, DAY, NOW, said, watch } from './fixtures.ts';
import type { Subject } from './subject.ts';

export function trackingContract(subject: () => Subject): void {
  const store = () => subject().store;

  async function begun(id: string, put: WatchRow[] = [], storeId = 'shop-1') {
    expect(await store().commit(change(id, { messages: [said(1)], watches: { put, drop: [] } }, { storeId }))).toEqual({ ok: true });
  }
  async function next(id: string, watches: { put: WatchRow[]; drop: string[] }) {
    const row = await store().conversation('shop-1', id);
    if (row === null) throw new Error(`no conversation ${id}`);
    return store().commit(change(row, { watches }));
  }
  const claim = (now: number, limit = 100, from = store()) => from.claimWatches(now, 60_000, limit);

  describe('watched parcels', () => {
    test('are written with the step: new, changed, dropped', async () => {
      const first = watch('c1', 'LX1', { carrier: 'China Post "中" \\', seen: 'in_transit', tries: 3 });
      await begun('c1', [first, watch('c1', 'LX2')]);
      expect(await store().watchesOf('shop-1', 'c1')).toEqual([first, watch('c1', 'LX2')]);
      const changed = watch('c1', 'LX1', { seen: null, carrier: null, nextAt: NOW + 5, untilAt: NOW + 6 });
      expect(await next('c1', { put: [changed], drop: ['LX2', 'never there'] })).toEqual({ ok: true });
      expect(await store().watchesOf('shop-1', 'c1')).toEqual([changed]);
    });

    test('are left alone by a step that says nothing of them, and by one that is refused', async () => {
      await begun('c1', [watch('c1', 'LX1')]);
      const row = await store().conversation('shop-1', 'c1');
      await store().commit(change(row!, { messages: [said(2)] }));
      const late = change({ ...row!, version: 9 }, { watches: { put: [watch('c1', 'LX9')], drop: ['LX1'] } });
      expect(await store().commit(late)).toEqual({ ok: false, reason: 'conflict' });
      expect(await store().watchesOf('shop-1', 'c1')).toEqual([watch('c1', 'LX1')]);
    });

    test('of another conversation or shop can not be written', async () => {
      await begun('c1');
      const foreign = [watch('c2', 'LX1'), watch('c1', 'LX1', { storeId: 'shop-2' })];
      for (const one of foreign) await expect(next('c1', { put: [one], drop: [] })).rejects.toThrow(/own conversation/);
    });

    test('are found by their number, in every talk of the shop and in no other shop', async () => {
      await begun('c1', [watch('c1', 'LX1')]);
      await begun('c2', [watch('c2', 'LX1'), watch('c2', 'LX2')]);
      await begun('c3', [watch('c3', 'LX1', { storeId: 'shop-2' })], 'shop-2');
      const of = async (storeId: string, number: string) => (await store().watchesOn(storeId, number)).map((one) => one.conversationId);
      expect(await of('shop-1', 'LX1')).toEqual(['c1', 'c2']);
      expect(await of('shop-2', 'LX1')).toEqual(['c3']);
      expect(await of('shop-1', 'lx1')).toEqual([]);
      expect(await store().watchesOf('shop-2', 'c1')).toEqual([]);
    });

    test('are claimed when due, over all shops, the longest due first, and put off by it', async () => {
      await begun('c1', [watch('c1', 'LX1', { nextAt: NOW + 2 }), watch('c1', 'LX2', { nextAt: NOW + 9 })]);
      await begun('c2', [watch('c2', 'LX1', { storeId: 'shop-2', nextAt: NOW + 1 })], 'shop-2');
      expect(await claim(NOW)).toEqual([]);
      expect(await claim(NOW + 5, 1)).toEqual([watch('c2', 'LX1', { storeId: 'shop-2', nextAt: NOW + 60_005 })]);
      expect(await claim(NOW + 5)).toEqual([watch('c1', 'LX1', { nextAt: NOW + 60_005 })]);
      expect(await claim(NOW + 60_004)).toEqual([watch('c1', 'LX2', { nextAt: NOW + 120_004 })]);
      // Whoever claimed it never came back.
      expect((await claim(NOW + 60_005)).map(({ number, storeId }) => [storeId, number]).sort()).toEqual([
        ['shop-1', 'LX1'],
        ['shop-2', 'LX1'],
      ]);
    });

    test('are claimed by one of two nodes', async () => {
      const other = await subject().another();
      const numbers = Array.from({ length: 40 }, (_, n) => `LX${n}`);
      await begun(
        'c1',
        numbers.map((number) => watch('c1', number)),
      );
      const claimed = await Promise.all([claim(NOW, 30), claim(NOW, 30, other), claim(NOW, 30), claim(NOW, 30, other)]);
      const all = [...claimed.flat(), ...(await claim(NOW)), ...(await claim(NOW, 100, other))];
      expect(all.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    });

    test('are moved or ended by whoever claimed them, unless a step has moved them since', async () => {
      await begun('c1', [watch('c1', 'LX1'), watch('c1', 'LX2'), watch('c1', 'LX3')]);
      const claimed = await claim(NOW);
      const step = watch('c1', 'LX2', { seen: 'delivered', nextAt: NOW + 77 });
      await next('c1', { put: [step], drop: ['LX3'] });
      for (const one of claimed) await store().moveWatch(one, { nextAt: NOW + 99, tries: 4 });
      expect(await store().watchesOf('shop-1', 'c1')).toEqual([watch('c1', 'LX1', { nextAt: NOW + 99, tries: 4 }), step]);
      for (const one of claimed) await store().endWatch(one);
      expect(await store().watchesOf('shop-1', 'c1')).toHaveLength(2);
      for (const one of await claim(NOW + 99)) await store().endWatch(one);
      expect(await store().watchesOf('shop-1', 'c1')).toEqual([]);
    });
  });

  describe('what a service sent', () => {
    test('is known once it is taken in, by shop and service, until it is swept', async () => {
      const known = async () =>
        Promise.all([
          store().hasTakenIn('shop-1', 'afterShip', 'e1'),
          store().hasTakenIn('shop-1', 'seventeenTrack', 'e1'),
          store().hasTakenIn('shop-2', 'afterShip', 'e1'),
        ]);
      expect(await known()).toEqual([false, false, false]);
      expect(await store().lastTakenIn('shop-1')).toBeNull();
      await Promise.all([store().markTakenIn('shop-1', 'afterShip', 'e1', NOW), store().markTakenIn('shop-1', 'afterShip', 'e1', NOW)]);
      await store().markTakenIn('shop-1', 'seventeenTrack', 'e2', NOW + DAY);
      expect(await known()).toEqual([true, false, false]);
      expect(await store().lastTakenIn('shop-1')).toBe(NOW + DAY);
      expect(await store().lastTakenIn('shop-2')).toBeNull();
      await store().sweepTakenIn(NOW);
      expect(await known()).toEqual([true, false, false]);
      await store().sweepTakenIn(NOW + 1);
      expect(await known()).toEqual([false, false, false]);
      expect(await store().hasTakenIn('shop-1', 'seventeenTrack', 'e2')).toBe(true);
    });
  });

  describe('a key of an outside service', () => {
    const put = (storeId: string, name: SecretName, value: string | null, at: number) => {
      const done: AuditRow = { at, actor: 'agent-1', action: 'secret.set', detail: { name } };
      return store().putSecret(storeId, name, value, done);
    };

    test('is set, replaced and removed, each with its line in the record, and belongs to one shop', async () => {
      expect(await store().secret('shop-1', 'afterShip.key')).toBeNull();
      await put('shop-1', 'afterShip.key', 'first', NOW);
      await put('shop-1', 'seventeenTrack.key', 'other', NOW + 1);
      await put('shop-1', 'afterShip.key', 'second', NOW + 2);
      expect(await store().secret('shop-1', 'afterShip.key')).toBe('second');
      expect(await store().secret('shop-2', 'afterShip.key')).toBeNull();
      expect(await store().secretsOf('shop-1')).toEqual([
        { name: 'afterShip.key', setAt: NOW + 2 },
        { name: 'seventeenTrack.key', setAt: NOW + 1 },
      ]);
      await put('shop-2', 'afterShip.key', null, NOW);
      expect(await store().secret('shop-1', 'afterShip.key')).toBe('second');
      await put('shop-1', 'afterShip.key', null, NOW + 3);
      expect(await store().secret('shop-1', 'afterShip.key')).toBeNull();
      const record = await store().auditOf('shop-1', null, 10);
      expect(record.map(({ at }) => at)).toEqual([NOW + 3, NOW + 2, NOW + 1, NOW]);
      expect(JSON.stringify(record)).not.toMatch(/first|second|other/);
    });

    test('of a shop that is not there is refused whole', async () => {
      await expect(put('nobody', 'afterShip.key', 'value', NOW)).rejects.toThrow();
      expect(await store().auditOf('nobody', null, 10)).toEqual([]);
    });
  });
}
