/** Where in the console one is. It stands behind the `#` of the address, so the back button works and a place can be kept. */
import { signal } from '@preact/signals';
import { INBOX_FILTERS, type InboxFilter } from '../../protocol/inbox.ts';

export type InboxRoute = { page: 'inbox'; filter: InboxFilter; conversation: string | null };
export type Route = InboxRoute | { page: 'store' } | { page: 'letters' } | { page: 'team' } | { page: 'join'; token: string };

const current = signal<Route>({ page: 'inbox', filter: 'all', conversation: null });
let shownHash = '';
let holder: ((leave: () => void) => void) | null = null;

export const route: { readonly value: Route } = current;

/** Goes there. `replace`: the back button then skips the place that is left. */
export function go(to: Route, { replace = false } = {}): void {
  if (replace) {
    history.replaceState(null, '', href(to));
    arrived();
  } else {
    location.hash = href(to).slice(1);
  }
}

/** For links: `#/inbox/mine/ID`. */
export function href(to: Route): string {
  switch (to.page) {
    case 'inbox':
      return `#/inbox/${to.filter}${to.conversation === null ? '' : `/${encodeURIComponent(to.conversation)}`}`;
    case 'join':
      return `#join=${encodeURIComponent(to.token)}`;
    case 'store':
    case 'letters':
    case 'team':
      return `#/${to.page}`;
  }
}

/** Called once. */
export function keepRoute(): void {
  addEventListener('hashchange', () => arrived());
  arrived();
}

/**
 * While held, leaving this place asks first: `ask` gets what leads on. Closing the tab asks in the browser's own words.
 * Returns how to let go.
 */
export function hold(ask: (leave: () => void) => void): () => void {
  holder = ask;
  addEventListener('beforeunload', stay);
  return () => {
    holder = null;
    removeEventListener('beforeunload', stay);
  };
}

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function arrived(): void {
  const wanted = location.hash;
  if (holder && wanted !== shownHash) {
    history.pushState(null, '', shownHash || '#');
    holder(() => {
      holder = null;
      location.hash = wanted;
    });
    return;
  }
  shownHash = wanted;
  current.value = read(wanted);
}

export function read(hash: string): Route {
  const token = /^#join=(.+)$/.exec(hash)?.[1];
  if (token !== undefined) return { page: 'join', token: decoded(token) };
  const [page, filter, conversation] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'store' || page === 'letters' || page === 'team') return { page };
  return {
    page: 'inbox',
    filter: INBOX_FILTERS.find((one) => one === filter) ?? 'all',
    conversation: conversation ? decoded(conversation) : null,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
