/** What every store must do about one-time links into a talk, and the devices that came in by them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { change, DAY, device, NOW, talkLink } from './fixtures.ts';
import type { Subject } from './subject.ts';

export function linksContract(subject: () => Subject): void {
  const store = () => subject().store;
  const count = async (table: string) => Number((await subject().sql(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

  describe('links into a talk', () => {
    beforeEach(async () => {
      await store().commit(change('c1', {}, { locale: 'ar' }));
      await store().commit(change('c2', {}, { storeId: 'shop-2' }));
    });

    test('come back as they were made, until their time is over', async () => {
      const [phone, print] = [talkLink('l1'), talkLink('l2', { kind: 'print', what: 'certificate', expiresAt: NOW + 10 })];
      await store().addTalkLink(phone);
      await store().addTalkLink(print);
      expect(await store().talkLink('l1', NOW)).toEqual(phone);
      expect(await store().talkLink('l2', NOW + 9)).toEqual(print);
      expect(await store().talkLink('l2', NOW + 10)).toBeNull();
      expect(await store().talkLink('unknown', NOW)).toBeNull();
    });

    test('are used once, and let one device in', async () => {
      await store().addTalkLink(talkLink('l1'));
      expect(await store().takeTalkLink('shop-1', 'l1', NOW, device('d1'))).toBe(true);
      expect(await store().takeTalkLink('shop-1', 'l1', NOW, device('d2'))).toBe(false);
      expect(await store().talkLink('l1', NOW)).toBeNull();
      expect(await store().device('shop-1', 'd1', NOW)).toEqual(device('d1'));
      expect(await store().device('shop-1', 'd2', NOW)).toBeNull();
    });

    test('of a hundred who take one at once, over two processes, one wins', async () => {
      const other = await subject().another();
      await store().addTalkLink(talkLink('l1'));
      const taken = await Promise.all(
        Array.from({ length: 100 }, (_, n) => (n % 2 ? other : store()).takeTalkLink('shop-1', 'l1', NOW, device(`d${n}`))),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await count('devices')).toBe(1);
      expect(await store().device('shop-1', `d${taken.indexOf(true)}`, NOW)).not.toBeNull();
    });

    test('are not used by another shop, nor after their time, and stay for whom they are', async () => {
      await store().addTalkLink(talkLink('l1', { expiresAt: NOW + 10 }));
      expect(await store().takeTalkLink('shop-2', 'l1', NOW, device('d1', { storeId: 'shop-2' }))).toBe(false);
      expect(await store().takeTalkLink('shop-1', 'l1', NOW + 10, device('d2'))).toBe(false);
      expect(await count('devices')).toBe(0);
      expect(await store().takeTalkLink('shop-1', 'l1', NOW + 9, null)).toBe(true);
    });

    test('a device opens its own talk, in its own shop, until its time is over', async () => {
      await store().addTalkLink(talkLink('l1'));
      await store().takeTalkLink('shop-1', 'l1', NOW, device('d1', { expiresAt: NOW + 10 }));
      expect(await store().conversationByToken('shop-1', 'd1', NOW + 9)).toMatchObject({ id: 'c1' });
      expect(await store().ownerOfToken('d1', NOW + 9)).toEqual({ storeId: 'shop-1', conversationId: 'c1', locale: 'ar' });
      expect(await store().conversationByToken('shop-2', 'd1', NOW)).toBeNull();
      expect(await store().device('shop-2', 'd1', NOW)).toBeNull();
      expect(await store().conversationByToken('shop-1', 'd1', NOW + 10)).toBeNull();
      expect(await store().ownerOfToken('d1', NOW + 10)).toBeNull();
      // The first device keeps its own.
      expect(await store().conversationByToken('shop-1', 'hash-of-c1', NOW)).toMatchObject({ id: 'c1' });
      expect(await store().device('shop-1', 'hash-of-c1', NOW)).toBeNull();
    });

    test('what is over is swept, and nothing else', async () => {
      await store().addTalkLink(talkLink('l1'));
      await store().takeTalkLink('shop-1', 'l1', NOW, device('d1', { expiresAt: NOW + 5 }));
      await store().addTalkLink(talkLink('l2', { expiresAt: NOW + 5 }));
      await store().addTalkLink(talkLink('l3', { expiresAt: NOW + 2 * DAY }));
      await store().sweepTalkLinks(NOW + 5);
      expect([await count('talk_links'), await count('devices')]).toEqual([1, 0]);
      expect(await store().talkLink('l3', NOW + DAY)).not.toBeNull();
    });
  });
}
