/** What every store must do about an owner's own wording of letters. */
import { describe, expect, test } from 'vitest';
import type { AuditRow, LetterTextRow } from '../../../server/store/port.ts';
import { NOW } from './fixtures.ts';
import type { Subject } from './subject.ts';

const done = (action: string): AuditRow => ({ at: NOW, actor: 'agent-1', action, detail: { letter: 'lost' } });
const wording = (about: Partial<LetterTextRow> = {}): LetterTextRow => ({
  letter: 'lost',
  locale: 'es',
  subject: 'Perdido',
  body: 'Uno\n\n- dos «{{by}}»',
  updatedAt: NOW,
  ...about,
});

export function lettersContract(subject: () => Subject): void {
  const store = () => subject().store;

  describe('an owner’s own wording', () => {
    test('comes back as it was written, of its shop, letter and language alone, with its audit', async () => {
      expect(await store().saveLetterText('shop-1', null, wording(), done('letter.changed'))).toBe(true);
      expect(await store().letterText('shop-1', 'lost', 'es')).toEqual(wording());
      expect(await store().letterTextsOf('shop-1')).toEqual([wording()]);
      expect(await store().letterText('shop-1', 'lost', 'en')).toBeNull();
      expect(await store().letterText('shop-1', 'late', 'es')).toBeNull();
      expect(await store().letterText('shop-2', 'lost', 'es')).toBeNull();
      expect(await store().letterTextsOf('shop-2')).toEqual([]);
      expect(await store().auditOf('shop-1', null, 9)).toMatchObject([done('letter.changed')]);
    });

    test('is changed only where it still is of the version that was read', async () => {
      await store().saveLetterText('shop-1', null, wording(), done('letter.changed'));
      expect(await store().saveLetterText('shop-1', null, wording({ subject: 'second' }), done('x'))).toBe(false);
      expect(await store().saveLetterText('shop-1', NOW - 1, wording({ subject: 'second' }), done('x'))).toBe(false);
      expect(await store().saveLetterText('shop-2', NOW, wording({ subject: 'second' }), done('x'))).toBe(false);
      expect(await store().saveLetterText('shop-1', NOW, wording({ subject: 'second' }), done('y'))).toBe(true);
      // The clock stood still, and it is another version all the same.
      expect(await store().letterText('shop-1', 'lost', 'es')).toEqual(wording({ subject: 'second', updatedAt: NOW + 1 }));
      expect((await store().auditOf('shop-1', null, 9)).map(({ action }) => action)).toEqual(['y', 'letter.changed']);
    });

    test('of two who write at once one wins', async () => {
      const other = await subject().another();
      const both = await Promise.all([
        store().saveLetterText('shop-1', null, wording({ subject: 'a' }), done('x')),
        other.saveLetterText('shop-1', null, wording({ subject: 'b' }), done('x')),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
    });

    test('goes where it is of that version, and with it nothing else', async () => {
      await store().saveLetterText('shop-1', null, wording(), done('x'));
      await store().saveLetterText('shop-1', null, wording({ locale: 'en' }), done('x'));
      expect(await store().removeLetterText('shop-1', NOW + 1, 'lost', 'es', done('z'))).toBe(false);
      expect(await store().removeLetterText('shop-2', NOW, 'lost', 'es', done('z'))).toBe(false);
      expect(await store().removeLetterText('shop-1', NOW, 'lost', 'es', done('z'))).toBe(true);
      expect(await store().letterTextsOf('shop-1')).toEqual([wording({ locale: 'en' })]);
      expect((await store().auditOf('shop-1', null, 1))[0]).toMatchObject({ action: 'z' });
    });
  });
}
