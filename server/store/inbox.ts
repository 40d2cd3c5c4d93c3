/** The agents' list, notes. */
import { INBOX_FILTERS, type InboxFilter } from '../../protocol/inbox.ts';
import type { Database, Value } from './database.ts';
import { inboxCounts, inboxPage, inboxRead, inboxWrite } from './inbox-statements.ts';
import type { InboxRow, Store } from './port.ts';
import { queriesOf, step } from './queries.ts';
import { toInboxEntry, toInboxRow, toLeftBehind, toNote } from './inbox-rows.ts';

type InboxMethods = Pick<
  Store,
  | 'inboxPage'
  | 'inboxItems'
  | 'inboxRow'
  | 'inboxCounts'
  | 'inboxFind'
  | 'chatsOf'
  | 'dueInbox'
  | 'rerank'
  | 'leftBehind'
  | 'addNote'
  | 'notesOf'
  | 'removeNote'
>;

/** Before every row: ranks begin at 1. */
const BEGINNING = { rank: 0, rankAt: 0, conversationId: '' };

export function inboxMethods(database: Database): InboxMethods {
  const { one, many, manyOf, run, touched } = queriesOf(database);
  const pages = byFilter((filter) => inboxPage(filter, database.byBytes));
  const counts = inboxCounts(database.byBytes);
  const items: Store['inboxItems'] = (storeId, ids) => manyOf(toInboxEntry, inboxRead.items, [storeId], ids);

  return {
    async inboxPage(storeId, { filter, agentId, after, limit }) {
      const from = after ?? BEGINNING;
      const values = [storeId, from.rank, from.rankAt, from.conversationId, limit];
      const entries = await many(toInboxEntry, pages[filter], ...(filter === 'mine' ? [...values, agentId] : values));
      return entries.sort(byPlace);
    },
    inboxItems: items,
    inboxRow: (storeId, id) => one(toInboxRow, inboxRead.row, storeId, id),
    async inboxCounts(storeId, agentId, cap) {
      const counted = await one((row) => row, counts, storeId, agentId, cap);
      return byFilter((filter) => Number(counted?.[`in_${filter}`] ?? 0));
    },
    chatsOf: (storeId) => many((row) => ({ agentId: String(row.agent_id), chats: Number(row.chats) }), inboxRead.chatsOf, storeId),
    async inboxFind(storeId, text, limit) {
      const ids = await many((row) => String(row.id), inboxRead.find, storeId, text, limit);
      const entries = await items(storeId, ids);
      return entries.sort((a, b) => ids.indexOf(a.conversationId) - ids.indexOf(b.conversationId));
    },
    dueInbox: (now, limit) => many(toInboxRow, inboxRead.due, now, limit),
    rerank(was, next) {
      const as = [was.status, was.agentId, was.rank, was.rankAt, was.nextAt, JSON.stringify(was.facts)];
      return touched(inboxWrite.rerank, ...inboxValues({ ...next, conversationId: was.conversationId, storeId: was.storeId }), ...as);
    },
    leftBehind: (seenBefore, limit) => many(toLeftBehind, inboxRead.leftBehind, seenBefore, limit),

    addNote: (n) => run(step(inboxWrite.addNote, n.id, n.storeId, n.conversationId, n.at, n.agent.id, n.agent.name, n.text, n.afterSeq)),
    notesOf: (storeId, id) => many(toNote, inboxRead.notesOf, storeId, id),
    removeNote: (storeId, conversationId, agentId, id) => touched(inboxWrite.removeNote, storeId, conversationId, agentId, id),
  };
}

/** As `put` takes it. */
export function inboxValues(row: InboxRow): Value[] {
  const { orderNumber, trackingNumber } = row.facts;
  const place = [row.conversationId, row.storeId, row.status, row.agentId, row.rank, row.rankAt, row.nextAt];
  return [...place, orderNumber, trackingNumber, JSON.stringify(row.facts)];
}

function byFilter<T>(of: (filter: InboxFilter) => T): Record<InboxFilter, T> {
  return Object.fromEntries(INBOX_FILTERS.map((filter) => [filter, of(filter)])) as Record<InboxFilter, T>;
}

function byPlace(a: InboxRow, b: InboxRow): number {
  return a.rank - b.rank || a.rankAt - b.rankAt || (a.conversationId < b.conversationId ? -1 : 1);
}
