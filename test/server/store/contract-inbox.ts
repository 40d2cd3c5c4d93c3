/** What every store must do about the agents' list and their notes. */
import { describe, expect, test } from 'vitest';
import type { InboxFilter } from '../../../protocol/inbox.ts';
import { INBOX_FILTERS } from '../../../protocol/inbox.ts';
import type { ConversationRow, InboxEntry, InboxFacts, InboxRow } from '../../../server/store/port.ts';
import { fillInbox } from './fill.ts';
import { agent, caseRow, change, DAY, inbox, note, NOW, said } from './fixtures.ts';
import type { Subject } from './subject.ts';

export function inboxContract(subject: () => Subject): void {
  const store = () => subject().store;

  /** A conversation that is in the list. */
  async function listed(id: string, place: Partial<InboxRow> = {}, facts: Partial<InboxFacts> = {}, row: Partial<ConversationRow> = {}) {
    const { storeId = 'shop-1', status = 'bot', agentId = null } = place;
    const has = agentId === null ? null : { id: agentId, name: `Name of ${agentId}` };
    const entry = inbox(id, place, facts);
    const about = { messages: [said(1)], inbox: entry };
    expect(await store().commit(change(id, about, { storeId, status, agent: has, ...row }))).toEqual({ ok: true });
    return entry;
  }
  const page = (filter: InboxFilter, limit = 100, after: InboxEntry | null = null, agentId = 'agent-1', storeId = 'shop-1') =>
    store().inboxPage(storeId, { filter, agentId, after, limit });
  const ids = (entries: { conversationId: string }[]) => entries.map((entry) => entry.conversationId);
  async function held(id: string) {
    const row = await store().conversation('shop-1', id);
    if (row === null) throw new Error(`no conversation ${id}`);
    return row;
  }

  describe('the list', () => {
    test('is written with the step, and left alone by a step that says nothing of it', async () => {
      const parcel = { status: 'moving' } as unknown as InboxFacts['parcel'];
      const facts = {
        name: 'Ada "Ä" \\ 包裹',
        orderNumber: '1001',
        trackingNumber: 'LB1CN',
        parcel,
        photos: { done: 1, of: 4 },
        first: true,
      };
      const first = await listed('c1', { nextAt: NOW + 5, agentId: 'agent-1', status: 'agent' }, facts);
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(first);
      await store().commit(change(await held('c1'), { messages: [said(2)] }));
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(first);
      const second = inbox('c1', { status: 'closed', rank: 9, rankAt: -NOW });
      await store().commit(change(await held('c1'), { inbox: second }));
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(second);
      expect(await store().inboxRow('shop-1', 'unknown')).toBeNull();
    });

    test('is not written by a step that is refused', async () => {
      const first = await listed('c1');
      const late = change({ ...(await held('c1')), version: 9 }, { inbox: inbox('c1', { rank: 1 }) });
      expect(await store().commit(late)).toEqual({ ok: false, reason: 'conflict' });
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(first);
    });

    test('takes no row of another conversation', async () => {
      await listed('c1');
      await expect(store().commit(change('c2', { inbox: inbox('c1', { rank: 1 }) }))).rejects.toThrow(/own conversation/);
      await expect(store().commit(change('c2', { inbox: inbox('c2', { storeId: 'shop-2' }) }))).rejects.toThrow(/own conversation/);
    });

    test('shows beside each row what the conversation says', async () => {
      const row = { locale: 'ar', problem: 'customs' as const, caseNumber: 'TW-1', updatedAt: NOW + 7 };
      const mine = await listed('c1', { status: 'agent', agentId: 'agent-1' }, {}, row);
      const words = said(2, 'hello?', 'second');
      const reply = { ...said(3), from: 'agent' as const, agent: { id: 'agent-1', name: 'Mina' } };
      await store().commit(change(await held('c1'), { messages: [words, reply, { ...said(4), from: 'bot' }] }));
      await store().markSeen('shop-1', 'c1', 'agent', 1);
      const entry = { ...mine, ...row, agent: { id: 'agent-1', name: 'Name of agent-1' }, unread: 1, preview: words };
      expect(await page('all')).toEqual([entry]);
      expect(await store().inboxItems('shop-1', ['c1'])).toEqual([entry]);
    });

    test('has no preview where the shopper has said nothing', async () => {
      await store().commit(change('c1', { messages: [{ ...said(1), from: 'bot' }], inbox: inbox('c1') }));
      expect(await page('all')).toMatchObject([{ conversationId: 'c1', unread: 0, preview: null, agent: null, problem: null }]);
    });

    test('counts what is unread to ten', async () => {
      await listed('c1');
      const unread = async () => (await page('all'))[0]?.unread;
      expect(await unread()).toBe(1);
      await store().commit(change(await held('c1'), { messages: Array.from({ length: 30 }, (_, i) => said(i + 2)) }));
      expect(await unread()).toBe(10);
      await store().markSeen('shop-1', 'c1', 'agent', 28);
      expect(await unread()).toBe(3);
      await store().markSeen('shop-1', 'c1', 'agent', 31);
      expect(await unread()).toBe(0);
    });

    test('gives each filter its own', async () => {
      await listed('bot', {});
      await listed('waiting', { status: 'waiting', rank: 3, rankAt: NOW });
      await listed('mine', { status: 'agent', agentId: 'agent-1', rank: 5, rankAt: NOW });
      await listed('theirs', { status: 'agent', agentId: 'agent-2', rank: 5, rankAt: NOW + 1 });
      await listed('closed', { status: 'closed', rank: 9, rankAt: -NOW });
      await listed('closed-mine', { status: 'closed', agentId: 'agent-1', rank: 9, rankAt: -NOW - 1 });
      const shown = await Promise.all(INBOX_FILTERS.map(async (filter) => [filter, ids(await page(filter))]));
      expect(Object.fromEntries(shown)).toEqual({
        all: ['waiting', 'mine', 'theirs', 'bot'],
        waiting: ['waiting'],
        mine: ['mine'],
        bot: ['bot'],
        closed: ['closed-mine', 'closed'],
      });
      expect(await store().inboxCounts('shop-1', 'agent-1', 1000)).toEqual({ all: 4, waiting: 1, mine: 1, bot: 1, closed: 2 });
      expect(await store().inboxCounts('shop-1', 'nobody', 1000)).toMatchObject({ all: 4, mine: 0 });
    });

    test('is in the order of rank, moment and id, letter by letter', async () => {
      const names = ['b', 'B', '_x', '-x', '9', 'a', 'Z'];
      for (const name of names) await listed(name, { rank: 2, rankAt: NOW });
      await listed('sooner', { rank: 2, rankAt: NOW - 1 });
      await listed('late', { rank: 1, rankAt: NOW + 9 });
      expect(ids(await page('all'))).toEqual(['late', 'sooner', ...[...names].sort()]);
    });

    test('is paged so that each row comes once, in order, in every filter', async () => {
      const counts = await fillInbox(store(), { count: 163 });
      expect(await store().inboxCounts('shop-1', 'agent-1', 1000)).toEqual(counts);
      for (const filter of INBOX_FILTERS) {
        const seen = await walk(filter, 7);
        expect(seen).toHaveLength(counts[filter]);
        expect(new Set(ids(seen)).size).toBe(counts[filter]);
        expect(seen).toEqual([...seen].sort(byPlace));
      }
    });

    test('is paged so that no row is left out or told twice while others move', async () => {
      const counts = await fillInbox(store(), { count: 120 });
      const [first] = await page('all', 1);
      const moved = new Set<string>();
      const seen = await walk('all', 5, async (last) => {
        const ahead = (await page('all', 2, last)).at(-1);
        // One that is to come goes to the beginning, and one that has been shown goes to the end.
        for (const [entry, rank] of [[ahead, 1] as const, [last, 8] as const]) {
          if (entry === undefined || moved.has(entry.conversationId)) continue;
          moved.add(entry.conversationId);
          const was = await store().inboxRow('shop-1', entry.conversationId);
          if (was !== null) expect(await store().rerank(was, { ...was, rank })).toBe(true);
        }
      });
      expect(first).toBeDefined();
      expect(moved.size).toBeGreaterThan(10);
      const still = ids(seen).filter((id) => !moved.has(id));
      expect(new Set(still).size).toBe(still.length);
      const all = (await page('all', 1000)).map((entry) => entry.conversationId);
      expect(all).toHaveLength(counts.all);
      expect([...still].sort()).toEqual(all.filter((id) => !moved.has(id)).sort());
    });

    test('counts no further than asked', async () => {
      await fillInbox(store(), { count: 40 });
      expect(await store().inboxCounts('shop-1', 'agent-1', 7)).toEqual({ all: 7, waiting: 5, mine: 5, bot: 7, closed: 7 });
    });

    test('gives some by id, each once, and nothing for those it does not have', async () => {
      await fillInbox(store(), { count: 20 });
      const wanted = ['filled-0000003', 'unknown', 'filled-0000011', 'filled-0000003'];
      expect(ids(await store().inboxItems('shop-1', wanted)).sort()).toEqual(['filled-0000003', 'filled-0000011']);
      expect(await store().inboxItems('shop-1', [])).toEqual([]);
    });

    test('finds by case, order and tracking number, newest first', async () => {
      await listed('old', {}, { orderNumber: '1001', trackingNumber: 'LB1CN' });
      await listed('new', {}, { orderNumber: '1001' }, { createdAt: NOW + 1 });
      await listed('other', {}, { orderNumber: '1002', trackingNumber: 'LB2CN' });
      const earlier = caseRow('other', 'TW-7', { orderNumber: '0999', trackingNumber: 'LB9CN' });
      await store().commit(change(await held('other'), { cases: [earlier] }));
      const found = async (text: string, limit = 10) => ids(await store().inboxFind('shop-1', text, limit));
      expect(await found('1001')).toEqual(['new', 'old']);
      expect(await found('1001', 1)).toEqual(['new']);
      expect(await found('LB1CN')).toEqual(['old']);
      for (const text of ['1002', 'LB2CN', 'TW-7', '0999', 'LB9CN']) expect(await found(text)).toEqual(['other']);
      for (const text of ['lb1cn', '100', '%', '', 'TW-8']) expect(await found(text)).toEqual([]);
      expect(await store().inboxFind('shop-1', 'TW-7', 10)).toEqual(await store().inboxItems('shop-1', ['other']));
    });

    test('tells another shop nothing', async () => {
      await listed('c1', { nextAt: NOW }, { orderNumber: '1001' });
      await store().commit(change(await held('c1'), { cases: [caseRow('c1', 'TW-1')] }));
      for (const filter of INBOX_FILTERS) expect(await page(filter, 100, null, 'agent-1', 'shop-2')).toEqual([]);
      expect(await store().inboxRow('shop-2', 'c1')).toBeNull();
      expect(await store().inboxItems('shop-2', ['c1'])).toEqual([]);
      expect(await store().inboxFind('shop-2', 'TW-1', 10)).toEqual([]);
      expect(await store().inboxFind('shop-2', '1001', 10)).toEqual([]);
      expect(await store().inboxCounts('shop-2', 'agent-1', 10)).toEqual({ all: 0, waiting: 0, mine: 0, bot: 0, closed: 0 });
      const was = inbox('c1', { nextAt: NOW }, { orderNumber: '1001' });
      expect(await store().rerank({ ...was, storeId: 'shop-2' }, { ...was, storeId: 'shop-2', rank: 1 })).toBe(false);
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(was);
    });
  });

  describe('a rank that changes by the clock', () => {
    test('is found when its time has come, earliest first, over all shops', async () => {
      await listed('never');
      const later = await listed('later', { nextAt: NOW + 2 });
      const theirs = await listed('theirs', { storeId: 'shop-2', nextAt: NOW + 1 });
      expect(await store().dueInbox(NOW, 10)).toEqual([]);
      expect(await store().dueInbox(NOW + 2, 10)).toEqual([theirs, later]);
      expect(await store().dueInbox(NOW + 2, 1)).toEqual([theirs]);
    });

    test('is written, and its next time with it', async () => {
      const was = await listed('c1', { nextAt: NOW });
      const next = { ...was, rank: 1, rankAt: NOW, nextAt: null, facts: { ...was.facts, lateAt: NOW } };
      expect(await store().rerank(was, next)).toBe(true);
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(next);
      expect(await store().dueInbox(NOW + DAY, 10)).toEqual([]);
      expect(await store().rerank(was, { ...next, rank: 2 })).toBe(false);
      expect(await store().rerank(next, { ...next, nextAt: NOW + 9 })).toBe(true);
    });

    test.each([
      ['rank', { rank: 2 }, {}],
      ['moment', { rankAt: NOW + 1 }, {}],
      ['next time', { nextAt: null }, {}],
      ['status', { status: 'waiting' as const }, {}],
      ['agent', { agentId: 'agent-1' }, {}],
      ['facts', {}, { dueAt: NOW + 5 }],
    ])('is not written over a step that changed its %s', async (_, place, facts) => {
      const was = await listed('c1', { nextAt: NOW });
      const now = inbox('c1', { nextAt: NOW, ...place }, facts);
      await store().commit(change(await held('c1'), { inbox: now }));
      expect(await store().rerank(was, { ...was, rank: 1 })).toBe(false);
      expect(await store().inboxRow('shop-1', 'c1')).toEqual(now);
    });

    test('two nodes at once: one writes', async () => {
      const was = await listed('c1', { nextAt: NOW });
      const other = await subject().another();
      const next = { ...was, rank: 2, nextAt: NOW + DAY };
      const wrote = await Promise.all([store().rerank(was, next), other.rerank(was, next), store().rerank(was, next)]);
      expect(wrote.filter(Boolean)).toHaveLength(1);
    });
  });

  test('chats are left behind by those who were gone too long or never here', async () => {
    await store().addAgent(agent('gone', { name: 'Gone', seenAt: NOW - 1 }), null);
    await store().addAgent(agent('here', { seenAt: NOW }), null);
    await store().addAgent(agent('never', { storeId: 'shop-2', name: 'Never' }), null);
    await listed('of-gone', { status: 'agent', agentId: 'gone' });
    await listed('of-gone-closed', { status: 'closed', agentId: 'gone' });
    await listed('of-here', { status: 'agent', agentId: 'here' });
    await listed('of-never', { status: 'agent', agentId: 'never', storeId: 'shop-2' });
    const never = { storeId: 'shop-2', conversationId: 'of-never', agent: { id: 'never', name: 'Never' } };
    const gone = { storeId: 'shop-1', conversationId: 'of-gone', agent: { id: 'gone', name: 'Gone' } };
    expect(await store().leftBehind(NOW, 10)).toEqual([never, gone]);
    expect(await store().leftBehind(NOW, 1)).toEqual([never]);
    await store().markAgentsHere(['never', 'gone'], NOW);
    expect(await store().leftBehind(NOW, 10)).toEqual([]);
  });

  describe('notes', () => {
    test('are kept oldest first, one of an id once', async () => {
      await listed('c1');
      await listed('c2');
      const [first, second] = [note('c1', 'z'), note('c1', 'a', { at: NOW + 1, text: '<b>包裹</b> \' " \\', afterSeq: 3 })];
      await store().addNote(second);
      await store().addNote(first);
      await store().addNote(note('c1', 'z', { text: 'again' }));
      await store().addNote(note('c2', 'z', { text: 'elsewhere' }));
      expect(await store().notesOf('shop-1', 'c1')).toEqual([first, second]);
      expect(await store().notesOf('shop-1', 'c2')).toEqual([note('c2', 'z', { text: 'elsewhere' })]);
    });

    test('are taken away by who wrote them', async () => {
      await listed('c1');
      await store().addNote(note('c1', 'n1'));
      expect(await store().removeNote('shop-1', 'c1', 'agent-2', 'n1')).toBe(false);
      expect(await store().removeNote('shop-1', 'c2', 'agent-1', 'n1')).toBe(false);
      expect(await store().notesOf('shop-1', 'c1')).toHaveLength(1);
      expect(await store().removeNote('shop-1', 'c1', 'agent-1', 'n1')).toBe(true);
      expect(await store().removeNote('shop-1', 'c1', 'agent-1', 'n1')).toBe(false);
      expect(await store().notesOf('shop-1', 'c1')).toEqual([]);
    });

    test('of another shop are neither read, written nor taken away', async () => {
      await listed('c1');
      await store().addNote(note('c1', 'n1'));
      await store().addNote(note('c1', 'n2', { storeId: 'shop-2' }));
      expect(await store().notesOf('shop-2', 'c1')).toEqual([]);
      expect(await store().removeNote('shop-2', 'c1', 'agent-1', 'n1')).toBe(false);
      expect(await store().notesOf('shop-1', 'c1')).toEqual([note('c1', 'n1')]);
    });
  });

  /** Every page of a filter; `between` may change what is there. */
  async function walk(filter: InboxFilter, limit: number, between: (last: InboxEntry) => Promise<void> = async () => undefined) {
    const seen: InboxEntry[] = [];
    for (;;) {
      const next = await page(filter, limit, seen.at(-1) ?? null);
      seen.push(...next);
      const last = next.at(-1);
      if (last === undefined || next.length < limit) return seen;
      await between(last);
    }
  }

  function byPlace(a: InboxEntry, b: InboxEntry): number {
    return a.rank - b.rank || a.rankAt - b.rankAt || (a.conversationId < b.conversationId ? -1 : 1);
  }
}
