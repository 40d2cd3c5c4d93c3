import { useEffect } from 'preact/hooks';
import type { InboxCounts } from '../../protocol/inbox.ts';
import type { Route } from '../shared/router.ts';
import { word } from '../shared/words.ts';
import { told } from './counts.ts';

/** The tab's title: how many wait for a person, the page, the shop. */
export function useTitle(place: Route, store: string, counts: InboxCounts | null): void {
  const page =
    place.page === 'store' || place.page === 'letters' || place.page === 'team' ? word(`shell.${place.page}`) : word('shell.inbox');
  const waiting = counts?.waiting ? `(${told(counts.waiting)}) ` : '';
  const title = `${waiting}${page} · ${store}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
