/** The list: which conversations need a person. Read by key, page by page; rows may move while it is read, and none is lost: a row
 *  that moved is told by its id. */
import { Find, Inbox, InboxItems } from '../../../protocol/agent-events.ts';
import { Refused } from '../../errors.ts';
import { cursorOf, readCursor } from '../../inbox/cursor.ts';
import { inboxItem } from '../../inbox/item.ts';
import type { InboxEntry, Store } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Staff } from '../staff.ts';
import type { Seat } from './seat.ts';
import { served, type Table } from './served.ts';

/** More than this reads "999+". */
const MOST_COUNTED = 1_000;
const MOST_FOUND = 20;

export function listing(deps: { store: Store; wording: Wording; staff: Staff }): Table<'inbox' | 'inboxItems' | 'find'> {
  const { store, wording, staff } = deps;

  return {
    inbox: served(Inbox, async (seat, { filter, after, limit }) => {
      const from = after === undefined ? null : readCursor(after);
      if (after !== undefined && from === null) throw new Refused('E_BAD_PAYLOAD');
      const { storeId, id: agentId } = seat.agent;
      const [entries, counts] = await Promise.all([store.inboxPage(storeId, { filter, agentId, after: from, limit }), countsFor(seat)]);
      const last = entries.length === limit ? entries.at(-1) : undefined;
      return { items: worded(seat, entries), next: last ? cursorOf(last) : null, counts, viewing: staff.viewing(storeId) };
    }),

    inboxItems: served(InboxItems, async (seat, { ids }) => {
      const [entries, counts] = await Promise.all([store.inboxItems(seat.agent.storeId, [...new Set(ids)]), countsFor(seat)]);
      return { items: worded(seat, entries), counts };
    }),

    find: served(Find, async (seat, { text }) => {
      const found = new Map<string, InboxEntry>();
      for (const spelling of spellings(text)) {
        for (const entry of await store.inboxFind(seat.agent.storeId, spelling, MOST_FOUND)) found.set(entry.conversationId, entry);
      }
      return { items: worded(seat, [...found.values()].slice(0, MOST_FOUND)) };
    }),
  };

  function worded(seat: Seat, entries: InboxEntry[]) {
    return entries.map((entry) => inboxItem(entry, wording, seat.viewer()));
  }

  function countsFor({ agent }: Seat) {
    return store.inboxCounts(agent.storeId, agent.id, MOST_COUNTED);
  }
}

/** Numbers are kept letter by letter; people type them in small letters, with a # before or blanks between. */
function spellings(text: string): string[] {
  const bare = text.trim().replace(/^#/, '');
  const tight = bare.replaceAll(/\s+/g, '');
  return [...new Set([text.trim(), bare, tight, tight.toUpperCase()])].filter((one) => one !== '');
}
