/** The list under its headings. The order is the server's; a heading stands where the answer to "when" changes. */
import { RANKS, type InboxFilter, type InboxItem } from '../../../protocol/inbox.ts';
import { dayOf, DAY_MS } from './days.ts';

export type Section = 'now' | 'today' | 'later' | 'bot' | 'quiet';

export type Row = { kind: 'heading'; key: string; section: Section } | { kind: 'item'; key: string; item: InboxItem; at: number };

export function rowsOf(items: readonly InboxItem[], filter: InboxFilter, now: number): Row[] {
  // What is closed has nothing due; its order is its date.
  if (filter === 'closed') return items.map(rowOf);
  const rest: Section = items.every(({ rank, status }) => rank !== RANKS.quiet || status === 'bot') ? 'bot' : 'quiet';
  const rows: Row[] = [];
  let before: Section | null = null;
  items.forEach((item, at) => {
    const section = sectionOf(item, rest, now);
    if (section !== before) rows.push({ kind: 'heading', key: `${section}-${at}`, section });
    before = section;
    rows.push(rowOf(item, at));
  });
  return rows;
}

function rowOf(item: InboxItem, at: number): Row {
  return { kind: 'item', key: item.id, item, at };
}

function sectionOf({ rank, chipAt }: InboxItem, rest: Section, now: number): Section {
  switch (rank) {
    case RANKS.late:
    case RANKS.due:
    case RANKS.person:
      return 'now';
    case RANKS.protection:
    case RANKS.waiting:
      return 'today';
    case RANKS.promised:
      return (chipAt ?? 0) < dayOf(now) + DAY_MS ? 'today' : 'later';
    case RANKS.quiet:
    case RANKS.closed:
      return rest;
  }
}
