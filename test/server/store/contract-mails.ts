/** What every store must do about mails. */
import { describe, expect, test } from 'vitest';
import type { MailRow } from '../../../server/store/port.ts';
import { change, DAY, mail, NOW, said } from './fixtures.ts';
import type { Subject } from './subject.ts';

const LEASE = 60_000;

export function mailsContract(subject: () => Subject): void {
  const store = () => subject().store;
  const mailsOf = (id: string, storeId = 'shop-1') => store().mailsOf(storeId, id);
  const claim = (now = NOW, limit = 10) => store().claimMails(now, LEASE, limit);

  /** A conversation with a first message, and mails that wait. */
  async function talk(id: string, mails: MailRow[], storeId = 'shop-1') {
    expect(await store().commit(change(id, { messages: [said(1)], mails }, { storeId }))).toEqual({ ok: true });
  }
  async function goesOn(id: string, mails: MailRow[]) {
    const row = await store().conversation('shop-1', id);
    if (row === null) throw new Error(`no conversation ${id}`);
    expect(await store().commit(change(row, { messages: [said(row.lastSeq + 1)], mails }))).toEqual({ ok: true });
  }
  const sent = (at: number, throughSeq = 1) => ({ state: 'sent' as const, why: null, throughSeq, at });

  describe('mails', () => {
    test('come back as their turn wrote them, and not at all of a turn that was refused', async () => {
      const letter = mail('c1', 'm1', {
        letter: 'closed',
        facts: { name: 'Ada "Ä" \\ 包裹', by: { $date: NOW, as: 'day' } },
        dueAt: NOW + 5,
      });
      await talk('c1', [letter]);
      expect(await mailsOf('c1')).toEqual([letter]);
      const row = await store().conversation('shop-1', 'c1');
      if (row === null) throw new Error('no conversation');
      const late = change({ ...row, version: 9 }, { mails: [mail('c1', 'm2', { letter: 'late' })] });
      expect(await store().commit(late)).toMatchObject({ ok: false });
      expect(await mailsOf('c1')).toEqual([letter]);
    });

    test('a notice that waits takes the next one in; a letter stands beside it', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      await goesOn('c1', [mail('c1', 'm2', { throughSeq: 2, dueAt: NOW + DAY })]);
      await goesOn('c1', [mail('c1', 'm3', { letter: 'late', throughSeq: 3 })]);
      await talk('c2', [mail('c2', 'm4')]);
      expect(await mailsOf('c1')).toEqual([mail('c1', 'm1', { throughSeq: 2 }), mail('c1', 'm3', { letter: 'late', throughSeq: 3 })]);
      expect(await mailsOf('c2')).toHaveLength(1);
    });

    test('what is said while a notice is being sent makes another', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      expect(await claim()).toHaveLength(1);
      await goesOn('c1', [mail('c1', 'm2', { throughSeq: 2 })]);
      expect((await mailsOf('c1')).map(({ id, throughSeq }) => [id, throughSeq])).toEqual([
        ['m1', 1],
        ['m2', 2],
      ]);
    });

    test('are claimed when due, oldest first, and leased until the lease ends', async () => {
      await talk('c1', [mail('c1', 'm1', { createdAt: NOW + 2 })]);
      await talk('c2', [mail('c2', 'm2', { createdAt: NOW + 1 })]);
      await talk('c3', [mail('c3', 'm3', { dueAt: NOW + 1 })]);
      expect((await claim()).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['m2', 1],
        ['m1', 1],
      ]);
      expect(await claim(NOW)).toEqual([]);
      expect((await claim(NOW + LEASE)).map(({ id, attempts }) => [id, attempts])).toEqual([
        ['m3', 1],
        ['m2', 2],
        ['m1', 2],
      ]);
    });

    test('are not claimed while another of their talk is being sent', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      const [first] = await claim();
      await goesOn('c1', [mail('c1', 'm2')]);
      expect(await claim(NOW + 1)).toEqual([]);
      if (first) expect(await store().settleMail(first, sent(NOW + 1))).toBe(true);
      expect((await claim(NOW + 1)).map(({ id }) => id)).toEqual(['m2']);
    });

    test('two nodes at once: one sends each', async () => {
      for (let i = 0; i < 20; i += 1) await talk(`c${i}`, [mail(`c${i}`, `m${i}`)]);
      const other = await subject().another();
      const claimed = (await Promise.all([claim(NOW, 20), other.claimMails(NOW, LEASE, 20), claim(NOW, 20)])).flat();
      const rest = await claim(NOW, 20);
      expect([...claimed, ...rest].map(({ id }) => id).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `m${i}`).sort());
    });

    test('are settled once, by who claimed them last', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      const [slow] = await claim();
      const [quick] = await claim(NOW + LEASE);
      if (!slow || !quick) throw new Error('not claimed');
      expect(await store().settleMail(slow, sent(NOW))).toBe(false);
      expect(await store().postponeMail(slow, NOW + DAY)).toBe(false);
      expect(await store().settleMail({ ...quick, storeId: 'shop-2' }, sent(NOW))).toBe(false);
      expect(await store().settleMail(quick, { state: 'dropped', why: 'read', throughSeq: 4, at: NOW + 9 })).toBe(true);
      expect(await store().settleMail(quick, sent(NOW))).toBe(false);
      expect(await mailsOf('c1')).toEqual([{ ...quick, state: 'dropped', why: 'read', throughSeq: 4, settledAt: NOW + 9 }]);
      expect(await claim(NOW + DAY)).toEqual([]);
    });

    test('wait again when they are postponed', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      const [first] = await claim();
      if (!first) throw new Error('not claimed');
      expect(await store().postponeMail(first, NOW + 50)).toBe(true);
      expect(await claim(NOW + 49)).toEqual([]);
      expect(await claim(NOW + 50)).toEqual([{ ...first, dueAt: NOW + 50, attempts: 2 }]);
    });

    test('are forgotten once they have been settled long enough, and none that waits', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      await talk('c2', [mail('c2', 'm2', { createdAt: NOW + 1 })]);
      await talk('c3', [mail('c3', 'm3', { dueAt: NOW + DAY })]);
      const [one, two] = await claim();
      if (one) await store().settleMail(one, sent(NOW));
      if (two) await store().settleMail(two, { state: 'failed', why: 'unsent', throughSeq: 1, at: NOW + 1 });
      await store().sweepMails(NOW + 1);
      expect([await mailsOf('c1'), await mailsOf('c2'), await mailsOf('c3')].map(({ length }) => length)).toEqual([0, 1, 1]);
    });

    test('tell another shop nothing', async () => {
      await talk('c1', [mail('c1', 'm1')]);
      expect(await mailsOf('c1', 'shop-2')).toEqual([]);
      await expect(store().commit(change('c2', { mails: [mail('c1', 'm2')] }))).rejects.toThrow(/own conversation/);
      await expect(store().commit(change('c2', { mails: [mail('c2', 'm2', { storeId: 'shop-2' })] }))).rejects.toThrow(/own conversation/);
    });
  });
}
