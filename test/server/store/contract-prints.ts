/** What every store must do about photos that look alike. */
import { describe, expect, test } from 'vitest';
import { change, NOW, photo } from './fixtures.ts';
import type { Subject } from './subject.ts';

/** 64 bits in hex, then a detail that the store does not look at. */
const print = (hash: string) => `${hash}ZGV0YWls`;
const OWN = print('0123456789abcdef');
/** Each differs from `OWN` in the bits that its name says. */
const THREE = print('0123456789abcde8');
const SPREAD = print('1123556799abddef');

export function printsContract(subject: () => Subject): void {
  const store = () => subject().store;
  const like = (not = 'c-new', limit = 10, storeId = 'shop-1') => store().photosLike(storeId, OWN, not, limit);

  async function kept(conversationId: string, id: string, of: string | null, storeId = 'shop-1', caseNumber: string | null = null) {
    const row = photo(conversationId, id, { print: of, storeId, findings: [{ kind: 'dark' }] });
    const held = await store().conversation(storeId, conversationId);
    const about = { photos: [row] };
    expect(await store().commit(held ? change(held, about) : change(conversationId, about, { storeId, caseNumber }))).toEqual({ ok: true });
    return row;
  }

  describe('photos that look alike', () => {
    test('are found in the shop’s other conversations, the nearest first, with their case', async () => {
      const near = await kept('c1', 'photo-near', THREE, 'shop-1', 'TW-AAAA');
      const same = await kept('c2', 'photo-same', OWN);
      await kept('c3', 'photo-spread', SPREAD);
      await kept('c4', 'photo-blank', null);
      await kept('c-new', 'photo-own', OWN);
      expect(await like()).toEqual([
        { photo: same, caseNumber: null },
        { photo: near, caseNumber: 'TW-AAAA' },
      ]);
      expect(await like('c2', 1)).toMatchObject([{ photo: { id: 'photo-own' } }]);
    });

    test('are never another shop’s', async () => {
      await kept('c1', 'photo-1', OWN, 'shop-2');
      expect(await like()).toEqual([]);
      expect(await like('c-new', 10, 'shop-2')).toHaveLength(1);
    });

    test('are found no more once they are removed, or their days are over', async () => {
      await kept('c1', 'photo-1', OWN);
      await kept('c2', 'photo-2', OWN);
      const held = await store().conversation('shop-1', 'c1');
      if (held === null) throw new Error('no conversation c1');
      await store().commit(change(held, { removedPhotos: ['photo-1'] }));
      await store().deletePhoto('shop-1', 'photo-2');
      expect(await like()).toEqual([]);
      // Their prints are gone too, so that the ids are free.
      await kept('c3', 'photo-1', OWN);
      expect(await like()).toMatchObject([{ photo: { id: 'photo-1', createdAt: NOW } }]);
    });
  });
}
