/** Many conversations at once, for tests of paging and for measuring. */
import type { InboxFilter } from '../../../protocol/inbox.ts';
import { RANKS } from '../../../protocol/inbox.ts';
import type { InboxRow, Store } from '../../../server/store/port.ts';
import { change, inbox, NOW, said } from './fixtures.ts';

export interface Fill {
  count: number;
  storeId?: string;
  /** Whose the chats are that an agent has. */
  agent?: { id: string; name: string };
  now?: number;
  /** Before the number in each id, so that one may fill twice. */
  prefix?: string;
}

/** How many go into one transaction. */
const AT_ONCE = 1000;

/**
 * Puts `count` conversations of a greeting and a shopper's words each into the list, spread over all statuses and ranks; 100,000
 * take some ten seconds on SQLite. How many each filter now has more.
 */
export async function fillInbox(store: Store, fill: Fill): Promise<Record<InboxFilter, number>> {
  const { count } = fill;
  const counts = { all: 0, waiting: 0, mine: 0, bot: 0, closed: 0 };
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => from + i);
    const results = await Promise.all(numbers.map((n) => store.commit(conversationOf(n, fill, counts))));
    if (results.some((result) => !result.ok)) throw new Error('these conversations are there already: fill with another prefix');
  }
  return counts;
}

function conversationOf(n: number, fill: Fill, counts: Record<InboxFilter, number>) {
  const { storeId = 'shop-1', agent = { id: 'agent-1', name: 'Mina' }, now = NOW, prefix = 'filled' } = fill;
  const id = `${prefix}-${String(n).padStart(7, '0')}`;
  const status = (['bot', 'bot', 'closed', 'waiting', 'bot', 'closed', 'agent', 'bot'] as const)[n % 8] ?? 'bot';
  counts[status === 'agent' ? 'mine' : status] += 1;
  if (status !== 'closed') counts.all += 1;
  const has = status === 'agent' ? agent : null;
  const place = { ...placeOf(status, n, now), storeId, status, agentId: has?.id ?? null };
  const messages = [{ ...said(1), from: 'bot' as const }, said(2, `My parcel ${n} has not come.`)];
  const caseNumber = `TW-${prefix}-${n}`;
  return change(
    id,
    { messages, inbox: inbox(id, place, { orderNumber: `order-${n}`, startedAt: now - n }) },
    { storeId, status, agent: has, problem: 'in_transit', caseNumber, createdAt: now - n, updatedAt: now - n },
  );
}

/** Promises are due on the hour: whole groups share their moment. */
function placeOf(status: InboxRow['status'], n: number, now: number): Pick<InboxRow, 'rank' | 'rankAt'> {
  if (status === 'closed') return { rank: RANKS.closed, rankAt: -now + n };
  if (status === 'waiting') return { rank: RANKS.person, rankAt: now - n };
  if (status === 'agent') return { rank: RANKS.waiting, rankAt: now - n };
  const hour = now - (n % 100) * 3_600_000;
  return n % 8 === 0 ? { rank: RANKS.due, rankAt: hour } : { rank: RANKS.quiet, rankAt: -hour };
}
