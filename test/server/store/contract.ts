/** What every store must do, whatever database lies under it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../server/store/port.ts';
import { StorageError } from '../../../server/store/port.ts';
import { claimsContract } from './contract-claims.ts';
import { inboxContract } from './contract-inbox.ts';
import { lettersContract } from './contract-letters.ts';
import { linksContract } from './contract-links.ts';
import { mailsContract } from './contract-mails.ts';
import { peopleContract } from './contract-people.ts';
import { printsContract } from './contract-prints.ts';
import { trackingContract } from './contract-tracking.ts';
import { caseRow, change, conversation, DAY, effect, NOW, order, photo, promise, said, shop, timer } from './fixtures.ts';
import type { Subject } from './subject.ts';

export function storeContract(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    let store: Store;

    beforeEach(async () => {
      subject = await open();
      store = subject.store;
      await store.addShop(shop('shop-1'));
      await store.addShop(shop('shop-2'));
    });
    afterEach(() => subject.dispose());

    describe('shops', () => {
      test('come back as they were added', async () => {
        expect(await store.shopById('shop-1')).toEqual(shop('shop-1'));
        expect(await store.shopByKey('key-of-shop-2')).toEqual(shop('shop-2'));
        expect(await store.shops()).toEqual([shop('shop-1'), shop('shop-2')]);
        expect(await store.shopById('nobody')).toBeNull();
        expect(await store.shopByKey('nobody')).toBeNull();
      });

      test('keep new settings, each its own', async () => {
        const settings = { ...shop().settings, name: 'Renamed', color: null };
        await store.saveSettings('shop-1', settings, NOW + 5);
        expect(await store.shopById('shop-1')).toEqual({ ...shop('shop-1'), settings, updatedAt: NOW + 5 });
        expect(await store.shopById('shop-2')).toEqual(shop('shop-2'));
      });

      test('a key is taken once', async () => {
        await expect(store.addShop({ ...shop('shop-3'), key: 'key-of-shop-1' })).rejects.toBeInstanceOf(StorageError);
      });
    });

    describe('a conversation', () => {
      test('comes back whole', async () => {
        const row = conversation('c-full', {
          status: 'agent',
          agent: { id: 'agent-1', name: 'Mina' },
          handOff: { reason: 'asked', first: true, at: NOW },
          flow: {
            version: 7,
            snapshot: { value: { delivered: 'askHousehold' }, context: { checks: { household: 'asked' }, list: [1, null] } },
          },
          prompt: {
            name: 'household',
            prompt: { id: 'prompt-1', kind: 'choices', choices: [{ id: 'asked', label: { $t: 'choice:asked' } }] },
          },
          problem: 'delivered',
          caseNumber: 'TW-1',
          page: { url: 'https://shop.example/help', title: 'Help' },
          identity: { sub: 'customer-1', email: 'ada@example.com' },
        });
        expect(await store.commit(change('c-full', {}, { ...row, version: 0 }))).toEqual({ ok: true });
        expect(await store.conversation('shop-1', 'c-full')).toEqual(row);
      });

      test('grows turn by turn without a gap in seq', async () => {
        await store.commit(change('c1', { messages: [said(1), said(2)] }));
        let row = await held('c1');
        expect(row).toMatchObject({ version: 1, lastSeq: 2 });
        await store.commit(change(row, { messages: [said(3)] }, { status: 'waiting', updatedAt: NOW + 9 }));
        row = await held('c1');
        expect(row).toMatchObject({ version: 2, lastSeq: 3, status: 'waiting', updatedAt: NOW + 9 });
        expect((await store.messages('shop-1', 'c1', 0, 10)).map((m) => m.seq)).toEqual([1, 2, 3]);
      });

      test.each([
        ['a gap', [said(2)], {}],
        ['a wrong order', [said(2), said(1)], {}],
        ['a count that is not theirs', [said(1)], { lastSeq: 5 }],
      ])('messages with %s are a bug and write nothing', async (_, messages, row) => {
        const bad = change('c1', { messages });
        await expect(store.commit({ ...bad, conversation: { ...bad.conversation, ...row } })).rejects.toThrow(/gap/);
        expect(await store.conversation('shop-1', 'c1')).toBeNull();
      });

      test('an outdated lastSeq can not open a gap', async () => {
        await store.commit(change('c1', { messages: [said(1)] }));
        const row = await held('c1');
        expect(await store.commit(change({ ...row, lastSeq: 4 }, { messages: [said(5)] }))).toEqual({ ok: false, reason: 'conflict' });
        expect(await store.messages('shop-1', 'c1', 0, 10)).toEqual([said(1)]);
      });

      test('a change that smuggles in the row of another is refused', async () => {
        await store.commit(change('c2'));
        await expect(store.commit(change('c1', { effects: [effect('c2', 'e1')] }))).rejects.toThrow(/own conversation/);
        const other = timer('c1', 'a', { storeId: 'shop-2' });
        await expect(store.commit(change('c1', { timers: { set: [other], cancel: [], fired: null } }))).rejects.toThrow(/own conversation/);
      });

      test('is made once', async () => {
        await store.commit(change('c1', { messages: [said(1, 'first')] }));
        expect(await store.commit(change('c1', { messages: [said(1, 'second')] }))).toEqual({ ok: false, reason: 'conflict' });
        expect(await store.commit(change('c1', {}, { storeId: 'shop-2' }))).toEqual({ ok: false, reason: 'conflict' });
        expect(await store.messages('shop-1', 'c1', 0, 10)).toEqual([said(1, 'first')]);
      });

      test('an outdated version is a conflict and writes nothing at all', async () => {
        await store.commit(change('c1', { messages: [said(1)] }));
        const old = await held('c1');
        await store.commit(change(old, { messages: [said(2)] }));
        const late = change(old, {
          messages: [said(2, 'late', 'late')],
          effects: [effect('c1', 'e-late')],
          timers: { set: [timer('c1', 'late')], cancel: [], fired: null },
          cases: [caseRow('c1', 'TW-late')],
          promises: [promise('c1', 'p-late')],
          photos: [photo('c1', 'photo-late')],
        });
        expect(await store.commit(late)).toEqual({ ok: false, reason: 'conflict' });
        expect(await held('c1')).toMatchObject({ version: 2, lastSeq: 2 });
        expect(await store.messageById('shop-1', 'c1', 'late')).toBeNull();
        expect(await store.claimEffects(NOW, 1000, 10)).toEqual([]);
        expect(await store.timersOf('shop-1', 'c1')).toEqual([]);
        expect(await store.casesOf('shop-1', 'c1')).toEqual([]);
        expect(await store.promisesOf('shop-1', 'c1')).toEqual([]);
        expect(await store.photosOf('shop-1', 'c1')).toEqual([]);
      });

      test('a token opens it until it expires', async () => {
        await store.commit(change('c1', {}, { locale: 'de' }));
        expect(await store.conversationByToken('shop-1', 'hash-of-c1', NOW)).toMatchObject({ id: 'c1' });
        expect(await store.conversationByToken('shop-1', 'hash-of-c1', NOW + DAY - 1)).toMatchObject({ id: 'c1' });
        expect(await store.conversationByToken('shop-1', 'hash-of-c1', NOW + DAY)).toBeNull();
        expect(await store.conversationByToken('shop-1', 'another', NOW)).toBeNull();
        expect(await store.ownerOfToken('hash-of-c1', NOW)).toEqual({ storeId: 'shop-1', conversationId: 'c1', locale: 'de' });
        expect(await store.ownerOfToken('hash-of-c1', NOW + DAY)).toBeNull();
        expect(await store.ownerOfToken('another', NOW)).toBeNull();
      });

      test('keeps whose word its language is', async () => {
        await store.commit(change('c1', {}, { locale: 'de' }));
        expect(await held('c1')).toMatchObject({ locale: 'de', localeBy: 'page' });
        await store.commit(change(await held('c1'), {}, { locale: 'pl', localeBy: 'written' }));
        await store.commit(change(await held('c1'), {}, { localeBy: 'chosen' }));
        expect(await held('c1')).toMatchObject({ locale: 'pl', localeBy: 'chosen' });
      });

      test('a new token takes the place of the old', async () => {
        await store.commit(change('c1'));
        await store.commit(change(await held('c1'), {}, { tokenHash: 'fresh', tokenExpiresAt: NOW + 2 * DAY }));
        expect(await store.conversationByToken('shop-1', 'hash-of-c1', NOW)).toBeNull();
        expect(await store.conversationByToken('shop-1', 'fresh', NOW + DAY)).toMatchObject({ id: 'c1' });
      });
    });

    describe('messages', () => {
      test('come in pages, oldest first', async () => {
        await store.commit(change('c1', { messages: Array.from({ length: 25 }, (_, i) => said(i + 1)) }));
        const seqs = async (after: number, limit: number) => (await store.messages('shop-1', 'c1', after, limit)).map((m) => m.seq);
        expect(await seqs(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        expect(await seqs(10, 10)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
        expect(await seqs(20, 10)).toEqual([21, 22, 23, 24, 25]);
        expect(await seqs(25, 10)).toEqual([]);
      });

      test('one sent twice is found and written once', async () => {
        await store.commit(change('c1', { messages: [said(1, 'hello', 'same')] }));
        const again = change(await held('c1'), {
          messages: [said(2, 'fresh', 'fresh'), said(3, 'hello again', 'same')],
          effects: [effect('c1', 'e1')],
        });
        expect(await store.commit(again)).toEqual({ ok: false, reason: 'duplicateMessage' });
        expect(await held('c1')).toMatchObject({ version: 1, lastSeq: 1 });
        expect(await store.messages('shop-1', 'c1', 0, 10)).toEqual([said(1, 'hello', 'same')]);
        expect(await store.messageById('shop-1', 'c1', 'same')).toEqual(said(1, 'hello', 'same'));
        expect(await store.claimEffects(NOW, 1000, 10)).toEqual([]);
      });

      test('twice the same id within one change is a duplicate too', async () => {
        const twice = change('c1', { messages: [said(1, 'a', 'same'), said(2, 'b', 'same')] });
        expect(await store.commit(twice)).toEqual({ ok: false, reason: 'duplicateMessage' });
        expect(await store.conversation('shop-1', 'c1')).toBeNull();
      });

      test('the same id in two conversations is two messages', async () => {
        expect(await store.commit(change('c1', { messages: [said(1)] }))).toEqual({ ok: true });
        expect(await store.commit(change('c2', { messages: [said(1)] }))).toEqual({ ok: true });
      });

      test.each([
        ['many scripts', 'Größe 你好 שלום مرحبا नमस्ते 👩‍👩‍👧‍👦 e\u0301'],
        ['4000 characters', '包裹'.repeat(2000)],
        ['quotes and markup', `'; DROP TABLE messages; -- "\\" <b>&amp;</b> $1 ?1 {{x}}`],
        ['a NUL and half a surrogate pair', 'a\0b \ud83d c'],
        ['JSON inside', '{"kind":"text"}'],
      ])('text survives: %s', async (_, text) => {
        await store.commit(change('c1', { messages: [said(1, text)] }, { flow: { version: 1, snapshot: { heard: text } } }));
        expect(await store.messages('shop-1', 'c1', 0, 1)).toEqual([said(1, text)]);
        expect((await held('c1')).flow.snapshot).toEqual({ heard: text });
      });

      test('of agents carry who wrote them', async () => {
        const message = { ...said(1), from: 'agent' as const, agent: { id: 'agent-1', name: 'Mina' } };
        await store.commit(change('c1', { messages: [message] }));
        expect(await store.messages('shop-1', 'c1', 0, 1)).toEqual([message]);
      });
    });

    describe('seen', () => {
      test('only rises, is each side’s own and leaves the version alone', async () => {
        await store.commit(change('c1', { messages: [said(1), said(2), said(3)] }));
        await store.markSeen('shop-1', 'c1', 'shopper', 2);
        await store.markSeen('shop-1', 'c1', 'shopper', 1);
        await store.markSeen('shop-1', 'c1', 'agent', 1);
        expect(await held('c1')).toMatchObject({ seenShopper: 2, seenAgent: 1, version: 1 });
      });

      test('never goes beyond the last message', async () => {
        await store.commit(change('c1', { messages: [said(1), said(2)] }));
        await store.markSeen('shop-1', 'c1', 'shopper', 999);
        expect((await held('c1')).seenShopper).toBe(2);
      });

      test('is not taken back by a step that had loaded an older value', async () => {
        await store.commit(change('c1', { messages: [said(1), said(2)] }));
        const loaded = await held('c1');
        await store.markSeen('shop-1', 'c1', 'shopper', 2);
        await store.markSeen('shop-1', 'c1', 'agent', 1);
        expect(await store.commit(change(loaded, { messages: [said(3)] }))).toEqual({ ok: true });
        expect(await held('c1')).toMatchObject({ seenShopper: 2, seenAgent: 1 });
        await store.commit(change(await held('c1'), {}, { seenShopper: 3 }));
        expect((await held('c1')).seenShopper).toBe(3);
      });
    });

    describe('timers', () => {
      const set = (...names: string[]) => ({ set: names.map((name) => timer('c1', name)), cancel: [], fired: null });

      test('are listed, due and cancelled by name', async () => {
        expect(await store.nextTimerAt()).toBeNull();
        const late = timer('c1', 'late', { dueAt: NOW + 2 * DAY });
        await store.commit(change('c1', { timers: { set: [late, timer('c1', 'soon')], cancel: [], fired: null } }));
        expect(await store.timersOf('shop-1', 'c1')).toEqual([timer('c1', 'soon'), late]);
        expect(await store.nextTimerAt()).toBe(NOW + DAY);
        expect(await store.dueTimers(NOW + DAY - 1, 10)).toEqual([]);
        expect(await store.dueTimers(NOW + DAY, 10)).toEqual([timer('c1', 'soon')]);
        expect(await store.dueTimers(NOW + 9 * DAY, 1)).toEqual([timer('c1', 'soon')]);
        await store.commit(change(await held('c1'), { timers: { set: [], cancel: ['soon', 'never set'], fired: null } }));
        expect(await store.timersOf('shop-1', 'c1')).toEqual([late]);
      });

      test('set again under the same name are replaced, and the old one can not fire', async () => {
        await store.commit(change('c1', { timers: set('check') }));
        const again = timer('c1', 'check', { id: 'second', dueAt: NOW + 3 * DAY });
        await store.commit(change(await held('c1'), { timers: { set: [again], cancel: ['check'], fired: null } }));
        expect(await store.timersOf('shop-1', 'c1')).toEqual([again]);
        const old = change(await held('c1'), { timers: { set: [], cancel: [], fired: 'c1:check' } });
        expect(await store.commit(old)).toEqual({ ok: false, reason: 'conflict' });
      });

      test('fire exactly once, by whichever node commits first', async () => {
        await store.commit(change('c1', { timers: set('check') }));
        const other = await subject.another();
        const row = await held('c1');
        const fire = (by: string) => change(row, { messages: [said(1, by)], timers: { set: [], cancel: [], fired: 'c1:check' } });
        const results = await Promise.all([store.commit(fire('here')), other.commit(fire('there')), store.commit(fire('again'))]);
        expect(results.filter((r) => r.ok)).toHaveLength(1);
        expect(results.filter((r) => !r.ok)).toEqual([
          { ok: false, reason: 'conflict' },
          { ok: false, reason: 'conflict' },
        ]);
        expect(await store.messages('shop-1', 'c1', 0, 10)).toHaveLength(1);
        expect(await store.dueTimers(NOW + 9 * DAY, 10)).toEqual([]);
      });

      test('one that is gone undoes the whole step', async () => {
        await store.commit(change('c1', { timers: set('check') }));
        await store.commit(change(await held('c1'), { timers: { set: [], cancel: ['check'], fired: null } }));
        const late = change(await held('c1'), { messages: [said(1)], timers: { set: [], cancel: [], fired: 'c1:check' } });
        expect(await store.commit(late)).toEqual({ ok: false, reason: 'conflict' });
        expect(await held('c1')).toMatchObject({ version: 2, lastSeq: 0 });
        expect(await store.messages('shop-1', 'c1', 0, 10)).toEqual([]);
      });
    });

    describe('effects', () => {
      test('are leased to one claimer until the lease ends', async () => {
        await store.commit(change('c1', { effects: [effect('c1', 'e1'), effect('c1', 'e2', { createdAt: NOW + 1 })] }));
        const other = await subject.another();
        const [here, there] = await Promise.all([store.claimEffects(NOW, 1000, 10), other.claimEffects(NOW, 1000, 10)]);
        expect([...here, ...there].map((e) => e.id).sort()).toEqual(['e1', 'e2']);
        expect(await other.claimEffects(NOW + 999, 1000, 10)).toEqual([]);
        const again = await other.claimEffects(NOW + 1000, 1000, 10);
        expect(again).toEqual([effect('c1', 'e1', { attempts: 2 }), effect('c1', 'e2', { createdAt: NOW + 1, attempts: 2 })]);
      });

      test('are claimed oldest first, no more than asked for', async () => {
        const effects = [3, 1, 2].map((n) => effect('c1', `e${n}`, { createdAt: NOW + n }));
        await store.commit(change('c1', { effects }));
        expect((await store.claimEffects(NOW + 9, 1000, 2)).map((e) => e.id)).toEqual(['e1', 'e2']);
        expect((await store.claimEffects(NOW + 9, 1000, 2)).map((e) => e.id)).toEqual(['e3']);
      });

      test('many claimers at once never share one', async () => {
        const effects = Array.from({ length: 40 }, (_, i) => effect('c1', `e${i}`));
        await store.commit(change('c1', { effects }));
        const other = await subject.another();
        const claimer = (i: number) => (i % 2 === 0 ? store : other);
        const claims = await Promise.all(Array.from({ length: 10 }, (_, i) => claimer(i).claimEffects(NOW, 1000, 4)));
        const ids = claims.flat().map((e) => e.id);
        expect(new Set(ids).size).toBe(ids.length);
        const rest = await store.claimEffects(NOW, 1000, 100);
        expect(ids.length + rest.length).toBe(40);
      });

      test('settle exactly once', async () => {
        await store.commit(change('c1', { effects: [effect('c1', 'e1')] }));
        const row = await held('c1');
        expect(await store.commit(change(row, { messages: [said(1)], settledEffects: ['e1'] }))).toEqual({ ok: true });
        const twice = change(await held('c1'), { messages: [said(2)], settledEffects: ['e1'] });
        expect(await store.commit(twice)).toEqual({ ok: false, reason: 'conflict' });
        expect(await store.messages('shop-1', 'c1', 0, 10)).toHaveLength(1);
        expect(await store.claimEffects(NOW + DAY, 1000, 10)).toEqual([]);
      });

      test('two results of one effect at once: one is taken in', async () => {
        await store.commit(change('c1', { effects: [effect('c1', 'e1')] }));
        const row = await held('c1');
        const other = await subject.another();
        const result = (by: string) => change(row, { messages: [said(1, by)], settledEffects: ['e1'] });
        const results = await Promise.all([store.commit(result('here')), other.commit(result('there'))]);
        expect(results.filter((r) => r.ok)).toHaveLength(1);
        expect(await store.messages('shop-1', 'c1', 0, 10)).toHaveLength(1);
      });

      test('an id is used once', async () => {
        await store.commit(change('c1', { effects: [effect('c1', 'e1')] }));
        await expect(store.commit(change('c2', { effects: [effect('c2', 'e1')] }))).rejects.toBeInstanceOf(StorageError);
        expect(await store.conversation('shop-1', 'c2')).toBeNull();
      });
    });

    describe('cases, promises, photos', () => {
      test('a case is opened and moved on', async () => {
        await store.commit(change('c1', { cases: [caseRow('c1', 'TW-1')] }, { caseNumber: 'TW-1' }));
        const settled = { stage: 'settled' as const, remedy: 'refund' as const, outcome: 'solved' as const, closedAt: NOW + DAY };
        const moved = caseRow('c1', 'TW-1', { ...settled, finding: 'notPacked', asked: 'either' });
        await store.commit(change(await held('c1'), { cases: [moved, caseRow('c1', 'TW-2', { openedAt: NOW + 1 })] }));
        expect(await store.casesOf('shop-1', 'c1')).toEqual([moved, caseRow('c1', 'TW-2', { openedAt: NOW + 1 })]);
      });

      test('a case number that is taken undoes the step and leaves the first case alone', async () => {
        await store.commit(change('c1', { cases: [caseRow('c1', 'TW-1')] }));
        const taken = change('c2', { messages: [said(1)], cases: [caseRow('c2', 'TW-1', { problem: 'lost' })] });
        expect(await store.commit(taken)).toEqual({ ok: false, reason: 'caseNumberTaken' });
        expect(await store.conversation('shop-1', 'c2')).toBeNull();
        expect(await store.messages('shop-1', 'c2', 0, 10)).toEqual([]);
        expect(await store.casesOf('shop-1', 'c1')).toEqual([caseRow('c1', 'TW-1')]);
      });

      test('two shops may use the same case number', async () => {
        await store.commit(change('c1', { cases: [caseRow('c1', 'TW-1')] }));
        const row = caseRow('c2', 'TW-1', { storeId: 'shop-2' });
        expect(await store.commit(change('c2', { cases: [row] }, { storeId: 'shop-2' }))).toEqual({ ok: true });
        expect(await store.casesOf('shop-2', 'c2')).toEqual([row]);
      });

      test('promises are made and settled', async () => {
        await store.commit(change('c1', { promises: [promise('c1', 'p1')] }));
        const kept = promise('c1', 'p1', { state: 'kept' });
        const next = promise('c1', 'p2', { kind: 'remedyDone', owner: 'store', madeAt: NOW + 1, what: 'a call' });
        await store.commit(change(await held('c1'), { promises: [kept, next] }));
        expect(await store.promisesOf('shop-1', 'c1')).toEqual([kept, next]);
      });

      test('photos are added and removed', async () => {
        await store.commit(change('c1', { photos: [photo('c1', 'photo-1'), photo('c1', 'photo-2', { createdAt: NOW + 1 })] }));
        expect(await store.photosOf('shop-1', 'c1')).toEqual([photo('c1', 'photo-1'), photo('c1', 'photo-2', { createdAt: NOW + 1 })]);
        expect(await store.photo('shop-1', 'photo-1')).toEqual(photo('c1', 'photo-1'));
        await store.commit(change(await held('c1'), { removedPhotos: ['photo-1', 'unknown'] }));
        expect(await store.photo('shop-1', 'photo-1')).toBeNull();
        expect(await store.photosOf('shop-1', 'c1')).toHaveLength(1);
      });

      test('photos whose time is over are found by age, oldest first, and forgotten one by one', async () => {
        const [old, older] = [photo('c1', 'photo-1', { createdAt: NOW - 1 }), photo('c1', 'photo-2', { createdAt: NOW - 2 })];
        await store.commit(change('c1', { photos: [old, older, photo('c1', 'photo-3', { createdAt: NOW })] }));
        expect(await store.outdatedPhotos('shop-1', NOW, 10)).toEqual([older, old]);
        expect(await store.outdatedPhotos('shop-1', NOW, 1)).toEqual([older]);
        expect(await store.outdatedPhotos('shop-2', NOW, 10)).toEqual([]);
        await store.deletePhoto('shop-2', 'photo-2');
        expect(await store.photo('shop-1', 'photo-2')).toEqual(older);
        await store.deletePhoto('shop-1', 'photo-2');
        expect(await store.photo('shop-1', 'photo-2')).toBeNull();
      });
    });

    test('ratings and the audit are written with their step', async () => {
      const ratings = [
        { caseNumber: 'TW-1', score: 4, comment: 'fine \0 then', at: NOW },
        { caseNumber: null, score: 1, comment: null, at: NOW },
      ];
      const audit = [{ at: NOW, actor: 'agent-1', action: 'took', detail: { from: 'bot', first: true } }];
      await store.commit(change('c1', { ratings, audit }));
      const rated = await subject.sql('SELECT store_id, conversation_id, case_number, score FROM ratings ORDER BY score DESC');
      expect(rated.map(Object.values)).toEqual([
        ['shop-1', 'c1', 'TW-1', 4],
        ['shop-1', 'c1', null, 1],
      ]);
      const audited = await subject.sql('SELECT store_id, conversation_id, actor, action FROM audit');
      expect(audited.map(Object.values)).toEqual([['shop-1', 'c1', 'agent-1', 'took']]);
    });

    test('the audit can not be rewritten', async () => {
      await store.commit(change('c1', { audit: [{ at: NOW, actor: 'agent-1', action: 'took', detail: {} }] }));
      await expect(subject.sql(`UPDATE audit SET actor = 'nobody'`)).rejects.toThrow(/append-only/);
      await expect(subject.sql('DELETE FROM audit')).rejects.toThrow(/append-only/);
      expect(await subject.sql('SELECT actor FROM audit')).toHaveLength(1);
    });

    describe('many changes in one tick', () => {
      test('all are kept, each in its own conversation', async () => {
        const ids = Array.from({ length: 60 }, (_, i) => `c${i}`);
        const results = await Promise.all(ids.map((id) => store.commit(change(id, { messages: [said(1, id), said(2)] }))));
        expect(results.every((r) => r.ok)).toBe(true);
        for (const id of ids) expect((await store.messages('shop-1', id, 0, 10)).map((m) => m.seq)).toEqual([1, 2]);
      });

      test('those that are refused undo nobody else’s', async () => {
        await store.commit(change('old', { messages: [said(1)], cases: [caseRow('old', 'TW-1')] }));
        const stale = { ...(await held('old')), version: 9 };
        const results = await Promise.all([
          store.commit(change('c1', { messages: [said(1)] })),
          store.commit(change(stale, { messages: [said(2)] })),
          store.commit(change('c2', { messages: [said(1)], effects: [effect('c2', 'e2')] })),
          store.commit(change('c3', { messages: [said(1)], cases: [caseRow('c3', 'TW-1')] })),
          store.commit(change('c4', { messages: [said(1, 'a', 'x'), said(2, 'b', 'x')] })),
          store.commit(change('c5', { messages: [said(1)], settledEffects: ['gone'] })),
          store.commit(change('c6', { messages: [said(1)] })),
        ]);
        expect(results.map((r) => (r.ok ? 'ok' : r.reason))).toEqual([
          'ok',
          'conflict',
          'ok',
          'caseNumberTaken',
          'duplicateMessage',
          'conflict',
          'ok',
        ]);
        const made = await Promise.all(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => store.conversation('shop-1', id)));
        expect(made.map((row) => row !== null)).toEqual([true, true, false, false, false, true]);
        expect(await store.messages('shop-1', 'old', 0, 10)).toEqual([said(1)]);
        expect((await store.claimEffects(NOW, 1000, 10)).map((e) => e.id)).toEqual(['e2']);
      });

      test('one that the database can not take fails alone', async () => {
        const broken = change('c2', {}, { storeId: 'no-such-shop' });
        const [first, second, third] = await Promise.allSettled([
          store.commit(change('c1')),
          store.commit(broken),
          store.commit(change('c3')),
        ]);
        expect(first).toMatchObject({ value: { ok: true } });
        expect(second.status === 'rejected' && second.reason instanceof StorageError).toBe(true);
        expect(third).toMatchObject({ value: { ok: true } });
      });

      test('the same version twice: one wins', async () => {
        await store.commit(change('c1'));
        const row = await held('c1');
        const turn = (n: number) => store.commit(change(row, { messages: [said(1, `try ${n}`, `id-${n}`)] }));
        const results = await Promise.all([1, 2, 3, 4].map(turn));
        expect(results.filter((r) => r.ok)).toHaveLength(1);
        expect(await store.messages('shop-1', 'c1', 0, 10)).toHaveLength(1);
        expect(await held('c1')).toMatchObject({ version: 2, lastSeq: 1 });
      });
    });

    describe('orders', () => {
      test('are found by number and by any of their parcels', async () => {
        const split = order('1001', ['LB1CN', 'LB2CN']);
        await store.putOrders('shop-1', [split, order('1002', ['LB3CN'])]);
        expect(await store.orderByNumber('shop-1', '1001')).toEqual(split);
        expect(await store.orderByTracking('shop-1', 'LB2CN')).toEqual(split);
        expect(await store.orderByTracking('shop-1', 'LB3CN')).toEqual(order('1002', ['LB3CN']));
        expect(await store.orderByNumber('shop-1', '9')).toBeNull();
        expect(await store.orderByTracking('shop-1', '9')).toBeNull();
      });

      test('put again are replaced, with their parcels', async () => {
        await store.putOrders('shop-1', [order('1001', ['OLD'])]);
        const newer = order('1001', ['NEW'], { total: 1, parcels: [{ number: 'NEW', carrier: 'dhl' }] });
        await store.putOrders('shop-1', [newer]);
        expect(await store.orderByTracking('shop-1', 'OLD')).toBeNull();
        expect(await store.orderByTracking('shop-1', 'NEW')).toEqual(newer);
      });

      test('the same number in another shop is another order', async () => {
        const theirs = order('1001', ['THEIRS'], { email: 'bob@example.com' });
        await store.putOrders('shop-2', [theirs]);
        await store.putOrders('shop-1', [order('1001', ['OURS'])]);
        expect(await store.orderByNumber('shop-2', '1001')).toEqual(theirs);
        expect(await store.orderByTracking('shop-2', 'THEIRS')).toEqual(theirs);
        expect(await store.orderByTracking('shop-2', 'OURS')).toBeNull();
      });

      test('a parcel of two orders leads to the newer', async () => {
        await store.putOrders('shop-1', [order('1001', ['LB1'], { placedAt: NOW }), order('1002', ['LB1'], { placedAt: NOW - DAY })]);
        expect((await store.orderByTracking('shop-1', 'LB1'))?.number).toBe('1001');
      });

      test('all or none', async () => {
        await expect(store.putOrders('no-such-shop', [order('1', ['A']), order('2', ['B'])])).rejects.toBeInstanceOf(StorageError);
        await store.putOrders('shop-1', []);
        expect(await store.orderByNumber('no-such-shop', '1')).toBeNull();
      });
    });

    peopleContract(() => subject);
    linksContract(() => subject);
    claimsContract(() => subject);
    inboxContract(() => subject);
    printsContract(() => subject);
    lettersContract(() => subject);
    mailsContract(() => subject);
    trackingContract(() => subject);

    test('another shop is told nothing and can change nothing', async () => {
      await store.commit(
        change('c1', {
          messages: [said(1)],
          effects: [effect('c1', 'e1')],
          timers: { set: [timer('c1', 'check')], cancel: [], fired: null },
          cases: [caseRow('c1', 'TW-1')],
          promises: [promise('c1', 'p1')],
          photos: [photo('c1', 'photo-1')],
        }),
      );
      await store.putOrders('shop-1', [order('1001', ['LB1CN'])]);
      expect(await store.conversation('shop-2', 'c1')).toBeNull();
      expect(await store.conversationByToken('shop-2', 'hash-of-c1', NOW)).toBeNull();
      expect(await store.messages('shop-2', 'c1', 0, 10)).toEqual([]);
      expect(await store.messageById('shop-2', 'c1', 'message-1')).toBeNull();
      expect(await store.casesOf('shop-2', 'c1')).toEqual([]);
      expect(await store.promisesOf('shop-2', 'c1')).toEqual([]);
      expect(await store.timersOf('shop-2', 'c1')).toEqual([]);
      expect(await store.photo('shop-2', 'photo-1')).toBeNull();
      expect(await store.photosOf('shop-2', 'c1')).toEqual([]);
      expect(await store.orderByNumber('shop-2', '1001')).toBeNull();
      expect(await store.orderByTracking('shop-2', 'LB1CN')).toBeNull();

      await store.markSeen('shop-2', 'c1', 'shopper', 1);
      const row = await held('c1');
      expect(row.seenShopper).toBe(0);
      expect(await store.commit(change({ ...row, storeId: 'shop-2' }, { messages: [said(2)] }))).toEqual({ ok: false, reason: 'conflict' });
      const thief = change('c2', { removedPhotos: ['photo-1'] }, { storeId: 'shop-2' });
      expect(await store.commit(thief)).toEqual({ ok: true });
      expect(await store.photo('shop-1', 'photo-1')).not.toBeNull();
      const settling = change('c3', { settledEffects: ['e1'] }, { storeId: 'shop-2' });
      expect(await store.commit(settling)).toEqual({ ok: false, reason: 'conflict' });
      expect(await held('c1')).toEqual(row);
    });

    describe('opening and closing', () => {
      test('opened again it finds everything, and migrates nothing twice', async () => {
        await store.commit(change('c1', { messages: [said(1)] }));
        const again = await subject.another();
        expect(await again.conversation('shop-1', 'c1')).toEqual(await held('c1'));
        expect(await again.shops()).toHaveLength(2);
        expect(await subject.sql('SELECT version FROM schema_version')).toHaveLength(1);
      });

      test('a database of a newer release is refused and left as it is', async () => {
        await subject.sql('UPDATE schema_version SET version = 999');
        await expect(subject.another()).rejects.toThrow(/newer release/);
        await expect(subject.another()).rejects.toBeInstanceOf(StorageError);
        expect((await subject.sql('SELECT version FROM schema_version'))[0]?.version).toBe(999);
      });

      test('ping answers', async () => {
        await expect(store.ping()).resolves.toBeUndefined();
      });

      test('closing keeps what was on its way, and then every method says so', async () => {
        const other = await subject.another();
        const underWay = [store.commit(change('c1', { messages: [said(1)] })), store.commit(change('c2'))];
        await store.close();
        expect(await Promise.all(underWay)).toEqual([{ ok: true }, { ok: true }]);
        expect(await other.messages('shop-1', 'c1', 0, 10)).toEqual([said(1)]);
        await expect(store.commit(change('c3'))).rejects.toBeInstanceOf(StorageError);
        await expect(store.conversation('shop-1', 'c1')).rejects.toBeInstanceOf(StorageError);
        await expect(store.claimEffects(NOW, 1000, 1)).rejects.toBeInstanceOf(StorageError);
        await expect(store.ping()).rejects.toBeInstanceOf(StorageError);
        await expect(store.close()).resolves.toBeUndefined();
      });
    });

    async function held(id: string) {
      const row = await store.conversation('shop-1', id);
      if (row === null) throw new Error(`no conversation ${id}`);
      return row;
    }
  });
}
