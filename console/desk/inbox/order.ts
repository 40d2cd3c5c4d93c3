import type { InboxItem } from '../../../protocol/inbox.ts';

type Place = Pick<InboxItem, 'rank' | 'rankAt' | 'id'>;

/** By `rank`, `rankAt`, `id`, all ascending: the order of the server's pages. */
export function inOrder(a: Place, b: Place): number {
  return a.rank - b.rank || a.rankAt - b.rankAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The list with this item at its place; where it was already, it moves. The list given is left as it is. */
export function placed(items: readonly InboxItem[], item: InboxItem): InboxItem[] {
  const others = items.filter((one) => one.id !== item.id);
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = others[middle];
    if (there && inOrder(there, item) < 0) low = middle + 1;
    else high = middle;
  }
  others.splice(low, 0, item);
  return others;
}

/** A page joined to what is there; what is in both is the page's. */
export function joined(items: readonly InboxItem[], page: readonly InboxItem[]): InboxItem[] {
  const byId = new Map([...items, ...page].map((item) => [item.id, item]));
  return [...byId.values()].sort(inOrder);
}
