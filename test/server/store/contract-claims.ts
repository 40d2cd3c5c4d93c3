/** What every store must do about claims on carriers. */
import { describe, expect, test } from 'vitest';
import type { ClaimDoc } from '../../../protocol/claim.ts';
import type { AuditRow } from '../../../server/store/port.ts';
import { caseRow, change, NOW } from './fixtures.ts';
import type { Subject } from './subject.ts';

const doc: ClaimDoc = {
  line: 'platform',
  kind: 'missing',
  tries: [{ line: 'platform', kind: 'missing', at: NOW, note: 'Type: “short” \u0000 短少', answer: null, appeal: null }],
  goods: null,
};
const done = (action: string): AuditRow => ({ at: NOW, actor: 'agent-1', action, detail: { case: 'TW-1' } });
const claim = { storeId: 'shop-1', caseNumber: 'TW-1', conversationId: 'c1', doc, updatedAt: NOW };

export function claimsContract(subject: () => Subject): void {
  const store = () => subject().store;
  const begin = () => store().commit(change('c1', { cases: [caseRow('c1', 'TW-1')] }, { caseNumber: 'TW-1' }));
  const audited = async () => (await store().auditOf('shop-1', null, 100)).map(({ action }) => action).reverse();

  describe('claims on carriers', () => {
    test('come back as they were saved, with what was done in the record', async () => {
      await begin();
      expect(await store().claimOf('shop-1', 'TW-1')).toBeNull();
      expect(await store().saveClaim(claim, 0, done('claim.filed'))).toBe(true);
      expect(await store().claimOf('shop-1', 'TW-1')).toEqual({ ...claim, version: 1 });
      const next = { ...claim, doc: { ...doc, line: 'offline' as const }, updatedAt: NOW + 5 };
      expect(await store().saveClaim(next, 1, done('claim.chosen'))).toBe(true);
      expect(await store().claimOf('shop-1', 'TW-1')).toEqual({ ...next, version: 2 });
      expect(await audited()).toEqual(['claim.filed', 'claim.chosen']);
    });

    test('are not saved over what was not seen, and nothing is in the record then', async () => {
      await begin();
      expect(await store().saveClaim(claim, 3, done('claim.filed'))).toBe(false);
      expect(await store().saveClaim(claim, 0, done('claim.filed'))).toBe(true);
      for (const version of [0, 2])
        expect(await store().saveClaim({ ...claim, updatedAt: NOW + 9 }, version, done('claim.late'))).toBe(false);
      expect(await store().claimOf('shop-1', 'TW-1')).toEqual({ ...claim, version: 1 });
      expect(await audited()).toEqual(['claim.filed']);
    });

    test.each([0, 1])('of two who save version %i at once one wins', async (version) => {
      await begin();
      if (version === 1) await store().saveClaim(claim, 0, done('claim.filed'));
      const other = await subject().another();
      const saved = await Promise.all([
        store().saveClaim({ ...claim, updatedAt: NOW + 1 }, version, done('claim.one')),
        other.saveClaim({ ...claim, updatedAt: NOW + 2 }, version, done('claim.two')),
      ]);
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await store().claimOf('shop-1', 'TW-1')).toMatchObject({ version: version + 1, updatedAt: saved[0] ? NOW + 1 : NOW + 2 });
    });

    test('belong to their shop and their conversation', async () => {
      await begin();
      await store().saveClaim(claim, 0, done('claim.filed'));
      expect(await store().claimOf('shop-2', 'TW-1')).toBeNull();
      expect(await store().saveClaim({ ...claim, storeId: 'shop-2' }, 1, done('claim.foreign'))).toBe(false);
      await store().commit(change('c2'));
      expect(await store().saveClaim({ ...claim, conversationId: 'c2' }, 1, done('claim.foreign'))).toBe(false);
      expect(await store().claimOf('shop-1', 'TW-1')).toEqual({ ...claim, version: 1 });
    });
  });
}
