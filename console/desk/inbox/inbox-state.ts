/**
 * The list as this agent sees it: loaded page by page, kept true by asking for what changed. Pushes are hints; what is shown is
 * always what the server answered last.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Face, InboxCounts, InboxFilter, InboxItem } from '../../../protocol/inbox.ts';
import { WireRefusal, type AnswerTo, type Wire } from '../../shared/wire.ts';
import { wordsOf } from '../refusal.ts';
import { belongs } from './belongs.ts';
import { inOrder, joined, placed } from './order.ts';

export interface InboxView {
  filter: InboxFilter;
  /** `failed`: nothing to show, and `problem` says why. */
  phase: 'loading' | 'ready' | 'failed';
  problem: string | null;
  /** In order; the beginning of the list, as far as it was asked for. */
  items: readonly InboxItem[];
  /** There is more below what is loaded. */
  more: boolean;
  loadingMore: boolean;
  counts: InboxCounts | null;
  /** Who looks at which conversation now. */
  viewing: ReadonlyMap<string, Face[]>;
  /** The conversation that is open beside the list, whether or not the list holds it. */
  open: InboxItem | null;
}

export interface Inbox {
  readonly view: ReadonlySignal<InboxView>;
  show(filter: InboxFilter): void;
  /** Keeps the item of this conversation at hand as `open`. */
  watch(conversation: string | null): void;
  /** The next page, where there is one. */
  more(): void;
  /** From the top, after a failure. */
  reload(): void;
  close(): void;
}

const PAGE = 50;
const MOST_IDS = 100;
/** Loaded again at most this far when everything may have changed. */
const MOST_AGAIN = 500;
const PAUSE_MS = 2000;

export function createInbox({ wire, me }: { wire: Wire; me: string }): Inbox {
  const view = signal<InboxView>(EMPTY);
  const changed = new Set<string>();
  const known = new Map<string, InboxItem>();
  let next: string | null = null;
  let watched: string | null = null;
  /** Another list was asked for since: answers for the one before are dropped. */
  let turn = 0;
  /** One question at a time, so that an older answer can't overwrite a newer one. */
  let line: Promise<void> = Promise.resolve();
  let asking = false;
  let started = false;
  let waitsForLine = wire.state.peek() !== 'open';

  const set = (part: Partial<InboxView>) => (view.value = { ...view.value, ...part });

  function inTurn(work: () => Promise<void>): void {
    line = line.then(work);
  }

  function load(wanted: number): void {
    const mine = ++turn;
    // The first line is still being made; its coming loads.
    if (wire.state.peek() === 'connecting') return;
    inTurn(async () => {
      if (mine !== turn) return;
      const { filter } = view.value;
      try {
        let items: InboxItem[] = [];
        let after: string | null = null;
        let answer: AnswerTo<'inbox'>;
        do {
          answer = await wire.ask('inbox', {
            filter,
            limit: Math.min(100, Math.max(PAGE, wanted - items.length)),
            ...(after !== null && { after }),
          });
          if (mine !== turn) return;
          items = joined(items, answer.items);
          after = answer.next;
        } while (after !== null && items.length < wanted);
        next = after;
        remember(items);
        const viewing = new Map(answer.viewing.map((one) => [one.conversation, one.agents]));
        set({ phase: 'ready', problem: null, items, more: next !== null, loadingMore: false, counts: answer.counts, viewing });
      } catch (error) {
        if (mine !== turn) return;
        const problem = wordsOf(error);
        // What is on the screen stays; an empty screen says what went wrong.
        if (view.value.phase === 'ready') set({ problem });
        else set({ phase: 'failed', problem });
      }
    });
  }

  function more(): void {
    const after = next;
    if (after === null || view.value.loadingMore || view.value.phase !== 'ready') return;
    const mine = turn;
    set({ loadingMore: true });
    inTurn(async () => {
      if (mine !== turn) return;
      try {
        const answer = await wire.ask('inbox', { filter: view.value.filter, after, limit: PAGE });
        if (mine !== turn) return;
        next = answer.next;
        remember(answer.items);
        const viewing = new Map([...view.value.viewing, ...answer.viewing.map((one) => [one.conversation, one.agents] as const)]);
        const items = joined(view.value.items, answer.items);
        set({ items, more: next !== null, loadingMore: false, counts: answer.counts, viewing, problem: null });
      } catch (error) {
        if (mine === turn) set({ loadingMore: false, problem: wordsOf(error) });
      }
    });
  }

  function refresh(ids: readonly string[]): void {
    for (const id of ids) changed.add(id);
    if (asking || changed.size === 0) return;
    asking = true;
    inTurn(async () => {
      asking = false;
      const ids = [...changed].slice(0, MOST_IDS);
      for (const id of ids) changed.delete(id);
      const mine = turn;
      try {
        const { items, counts } = await wire.ask('inboxItems', { ids });
        if (mine === turn) takeIn(ids, items, counts);
        // The list was exchanged meanwhile: its pages were asked for later, but perhaps answered from before.
        else for (const id of ids) changed.add(id);
      } catch (error) {
        // Without a line all of it is asked for again when it is back.
        if (!(error instanceof WireRefusal) || error.code === 'E_LINE') return;
        for (const id of ids) changed.add(id);
        setTimeout(refresh, error.retryAfterMs ?? PAUSE_MS, []);
        return;
      }
      refresh([]);
    });
  }

  function takeIn(ids: readonly string[], answered: InboxItem[], counts: InboxCounts): void {
    const { filter } = view.value;
    const byId = new Map(answered.map((item) => [item.id, item]));
    let items = [...view.value.items];
    const last = items.at(-1);
    for (const id of ids) {
      const item = byId.get(id);
      if (!item || !belongs(item, filter, me)) items = items.filter((one) => one.id !== id);
      // Below what is loaded it comes with its page.
      else if (next !== null && last && inOrder(item, last) > 0) items = items.filter((one) => one.id !== id);
      else items = placed(items, item);
      if (!item) known.delete(id);
    }
    remember(answered);
    set({ items, counts, open: watched === null ? null : (known.get(watched) ?? null) });
    // All that was loaded went elsewhere: what comes below is to be seen.
    if (items.length === 0 && next !== null) more();
  }

  function remember(items: readonly InboxItem[]): void {
    for (const item of items) {
      known.set(item.id, item);
      if (item.id === watched) set({ open: item });
    }
  }

  const again = () => load(Math.min(MOST_AGAIN, Math.max(PAGE, view.value.items.length)));
  const stops = [
    wire.on('inboxChanged', ({ ids, all }) => {
      if (!all) return refresh(ids);
      again();
      if (watched !== null) refresh([watched]);
    }),
    wire.on('viewing', ({ conversation, agents }) => {
      const viewing = new Map(view.value.viewing);
      if (agents.length > 0) viewing.set(conversation, agents);
      else viewing.delete(conversation);
      set({ viewing });
    }),
    wire.state.subscribe((state) => {
      if (state !== 'open') waitsForLine = true;
      if (state !== 'open' || !waitsForLine) return;
      waitsForLine = false;
      if (started) again();
      if (watched !== null) refresh([watched]);
    }),
  ];

  return {
    view,
    more,
    reload() {
      if (view.value.phase === 'failed') set({ phase: 'loading', problem: null });
      again();
    },
    show(filter) {
      if (started && filter === view.value.filter) return;
      started = true;
      next = null;
      view.value = { ...view.value, filter, phase: 'loading', problem: null, items: [], more: false, loadingMore: false };
      load(PAGE);
    },
    watch(conversation) {
      watched = conversation;
      const open = conversation === null ? null : (known.get(conversation) ?? null);
      if (open !== view.value.open) set({ open });
      if (conversation !== null && open === null) refresh([conversation]);
    },
    close() {
      turn++;
      for (const stop of stops) stop();
    },
  };
}

const EMPTY: InboxView = {
  filter: 'all',
  phase: 'loading',
  problem: null,
  items: [],
  more: false,
  loadingMore: false,
  counts: null,
  viewing: new Map(),
  open: null,
};
