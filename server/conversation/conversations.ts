/**
 * The one door. Everything that happens to a conversation comes in through `handle`: load, step, commit; only when
 * the commit is durable is it answered, delivered and performed. Nothing else writes a conversation.
 */
import type { HandOffReason } from '../../flows/effects.ts';
import type { AgentEvent, Stamp } from '../../flows/events.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import type { Because } from '../errors.ts';
import { inboxOf } from '../inbox/facts.ts';
import type { Log } from '../log.ts';
import { addressOf } from '../mail/address.ts';
import { noticeOf } from '../mail/rows.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import { createClosedDays } from '../shops/closed-days.ts';
import type { Shops } from '../shops/shops.ts';
import { afterChange, watchesOf } from '../tracking/watching.ts';
import {
  type CaseRow,
  type Change,
  type ConversationRow,
  type InboxRow,
  type PromiseRow,
  StorageError,
  type Store,
  type ShopRow,
  type WatchRow,
} from '../store/port.ts';
import { buildChange } from './change.ts';
import type { Decide, Done, Incoming, Refused } from './incoming.ts';
import { createQueue, QueueFull } from './queue.ts';
import { createRecent } from './recent.ts';
import { begin, type FlowState, freeze, type Step, step, thaw } from './runner.ts';

export interface Ref {
  storeId: string;
  conversationId: string;
}

export type Outcome = { ok: true; seq: number; at: number } | { ok: false; code: ErrorCode; because?: Because };

/** Called after each durable commit, in commit order per conversation; must not throw. */
export type Committed = (turn: Turn) => void;
export interface Turn {
  change: Change;
  row: ConversationRow;
  case: CaseRow | null;
  promises: PromiseRow[];
  shop: ShopRow;
  /** Its place in the agents' list; null before the shopper's first words. */
  inbox: InboxRow | null;
}

export interface NewConversation {
  tokenHash: string;
  tokenExpiresAt: number;
  locale: string;
  localeBy: ConversationRow['localeBy'];
  tz: string;
  page: ConversationRow['page'];
  identity: ConversationRow['identity'];
}

export interface Conversations {
  begin(shop: ShopRow, input: NewConversation): Promise<Loaded>;
  /** `messageId`: under which it was sent, so that what is sent again is answered like the first time even where the talk
   *  has moved on since. */
  handle(ref: Ref, decide: Decide, messageId?: string): Promise<Outcome>;
  /** One side has seen it up to `seq`; no step of the flow, and never taken back. */
  seen(ref: Ref, by: 'shopper' | 'agent', seq: number): Promise<void>;
  /** What a viewer needs of it, or null where it is not there or not this store's. */
  view(ref: Ref): Promise<Loaded | null>;
  /** Resolves when no step is under way. */
  idle(): Promise<void>;
}

export interface Loaded {
  row: ConversationRow;
  case: CaseRow | null;
  /** All that were made, oldest first. */
  promises: PromiseRow[];
}

interface Live extends Loaded {
  /** null where this version can't read it; the next step hands it to a person. */
  flow: FlowState | null;
  inbox: InboxRow | null;
  watches: readonly WatchRow[];
}

/** Enough to outlast a full queue of another node, which goes on from memory while this one reads anew each time. */
const ATTEMPTS = 50;
const LONGEST_PAUSE_MS = 10;
const KEPT_LIVE = 5_000;

export function createConversations(deps: {
  store: Store;
  shops: Shops;
  clock: Clock;
  newId: NewId;
  newCaseNumber: () => string;
  /** The name of a person of the shop who takes chats now, or null; undefined where that is not known. */
  free: (storeId: string) => string | null | undefined;
  /** Whether letters go out at all. */
  mails: boolean;
  committed: Committed;
  log: Log;
}): Conversations {
  const { store, shops, clock, newId, newCaseNumber, free, mails, committed, log } = deps;
  const queue = createQueue();
  const closedDays = createClosedDays();
  const live = createRecent<Live>(KEPT_LIVE);

  async function handle(ref: Ref, decide: Decide, messageId?: string): Promise<Outcome> {
    try {
      return await queue.run(ref.conversationId, () => attempt(ref, decide, messageId));
    } catch (error) {
      if (error instanceof QueueFull) return { ok: false, code: 'E_RATE' };
      live.delete(ref.conversationId);
      log.error('conversation.failed', { conversation: ref.conversationId, error });
      return { ok: false, code: error instanceof StorageError ? 'E_STORAGE' : 'E_INTERNAL' };
    }
  }

  async function attempt(ref: Ref, decide: Decide, messageId?: string): Promise<Outcome> {
    let refused: number | null = null;
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      if (tries > 1) await new Promise((resolve) => setTimeout(resolve, Math.min(tries, LONGEST_PAUSE_MS)));
      const loaded = await load(ref);
      const shop = loaded && (await shops.byId(ref.storeId));
      if (!loaded || !shop) return { ok: false, code: 'E_NOT_FOUND' };
      // Nobody wrote in between: it is the timer or the effect that is gone, because another node has dealt with it.
      if (loaded.row.version === refused) return { ok: false, code: 'E_NOT_FOUND' };
      const incoming = await decide(loaded.row, loaded.flow);
      if ('refuse' in incoming || 'done' in incoming) {
        const first = await sentBefore(ref, messageId);
        if (first) return first;
        if (await isCurrent(ref, loaded)) return unmoved(incoming, loaded);
        live.delete(ref.conversationId);
        continue;
      }

      const at = clock.now();
      const taken = advance(loaded, incoming, stampOf(loaded, incoming, at), shop);
      const change = buildChange(loaded, incoming, taken, at, newId);
      const { policy } = shop.settings;
      const context = (taken?.flow ?? loaded.flow)?.context ?? null;
      const inbox = inboxOf({ was: loaded.inbox, change, context, acted: isAct(incoming), policy, at });
      if (inbox) change.inbox = inbox;
      const { event } = incoming;
      const notice = mails ? noticeOf({ change, context, event, was: loaded.row, now: change.conversation, policy, at, newId }) : null;
      if (notice) change.mails.push(notice);
      const watches = watchesOf({
        was: loaded.watches,
        before: loaded.flow?.context ?? null,
        after: taken?.flow.context ?? null,
        told: incoming.event?.type === 'parcel.found' ? incoming.event.parcel : null,
        ref: { storeId: ref.storeId, conversationId: ref.conversationId },
        at,
      });
      if (watches) change.watches = watches;
      const result = await store.commit(change);
      if (result.ok) return finish(loaded, incoming, taken, change, shop, at);

      live.delete(ref.conversationId);
      refused = result.reason === 'conflict' ? loaded.row.version : null;
      if (result.reason === 'duplicateMessage') return (await sentBefore(ref, incoming.message?.id)) ?? { ok: false, code: 'E_STORAGE' };
    }
    return { ok: false, code: 'E_STORAGE' };
  }

  function stampOf({ row, flow }: Live, { event }: Incoming, at: number): Stamp {
    const name = free(row.storeId);
    // The order that is being proven by this very step has an address too.
    const order = event?.type === 'order.found' ? event.order : (flow?.context.order ?? null);
    const mailed = mails && addressOf(row, { order }) !== null;
    return { at, fresh: newCaseNumber(), ...(name !== undefined && { free: name }), ...(mailed && { mailed }) };
  }

  function advance(loaded: Live, incoming: Incoming, stamp: Stamp, shop: ShopRow): Step | null {
    if (incoming.event === null) return null;
    const { policy } = shop.settings;
    const closed = closedDays(policy, stamp.at);
    const flow = loaded.flow ?? begin({ policy, tz: loaded.row.tz, at: stamp.at, closedDays: closed }).flow;
    // A talk that can't be read, or a step that breaks, is a person's to carry on; what was said is kept either way.
    if (loaded.flow === null && incoming.event.type !== 'agent.took') return toPerson(flow, stamp, shop, 'cantRestore');
    try {
      return step(flow, { ...incoming.event, ...stamp }, policy, closed);
    } catch (error) {
      log.error('flow.failed', { conversation: loaded.row.id, event: incoming.event.type, error });
      return toPerson(flow, stamp, shop, 'botError');
    }
  }

  function toPerson(flow: FlowState, stamp: Stamp, shop: ShopRow, reason: HandOffReason): Step {
    const { policy } = shop.settings;
    const taken = step(flow, { type: 'shopper.wantsPerson', ...stamp }, policy, closedDays(policy, stamp.at));
    const effects = taken.effects.map((effect) =>
      effect.name === 'handOff' ? { ...effect, params: { ...effect.params, reason } } : effect,
    );
    return { ...taken, effects };
  }

  function finish(loaded: Live, incoming: Incoming, taken: Step | null, change: Change, shop: ShopRow, at: number): Outcome {
    // How far each side has seen moves beside the steps, also while this one was under way.
    const row = withSeen(change.conversation, live.get(change.conversation.id)?.row);
    const openCase = change.cases.at(-1) ?? loaded.case;
    const inbox = change.inbox ?? loaded.inbox;
    const promises = withChanged(loaded.promises, change.promises);
    const watches = afterChange(loaded.watches, change.watches);
    live.set(row.id, { row, case: openCase, promises, flow: taken ? taken.flow : loaded.flow, inbox, watches });
    // Later than the answer, so that the sender's ack travels first.
    setImmediate(() => {
      committed({ change, row, case: openCase, promises, shop, inbox });
    });
    const own = incoming.message && change.messages.find((message) => message.id === incoming.message?.id);
    return { ok: true, seq: own?.seq ?? row.lastSeq, at: own?.at ?? at };
  }

  async function seen({ storeId, conversationId }: Ref, by: 'shopper' | 'agent', seq: number): Promise<void> {
    await store.markSeen(storeId, conversationId, by, seq);
    const kept = live.get(conversationId);
    if (kept?.row.storeId !== storeId) return;
    const reached = { ...kept.row, [by === 'shopper' ? 'seenShopper' : 'seenAgent']: Math.min(seq, kept.row.lastSeq) };
    live.set(conversationId, { ...kept, row: withSeen(kept.row, reached) });
  }

  async function sentBefore(ref: Ref, messageId: string | undefined): Promise<Outcome | null> {
    const first = messageId === undefined ? null : await store.messageById(ref.storeId, ref.conversationId, messageId);
    return first && { ok: true, seq: first.seq, at: first.at };
  }

  /** Another node may have written since this row was kept; nobody is refused for what is no longer so. */
  async function isCurrent(ref: Ref, { row }: Loaded): Promise<boolean> {
    return (await store.conversation(ref.storeId, ref.conversationId))?.version === row.version;
  }

  async function load(ref: Ref): Promise<Live | null> {
    const kept = live.get(ref.conversationId);
    if (kept) return kept.row.storeId === ref.storeId ? kept : null;
    const loaded = await read(ref);
    const shop = loaded && (await shops.byId(ref.storeId));
    if (!loaded || !shop) return null;
    const flow = thaw(loaded.row.flow, shop.settings.policy);
    if (flow === null) log.error('flow.unreadable', { conversation: ref.conversationId, version: loaded.row.flow.version });
    const [inbox, watches] = await Promise.all([
      store.inboxRow(ref.storeId, ref.conversationId),
      store.watchesOf(ref.storeId, ref.conversationId),
    ]);
    const entry = { ...loaded, flow, inbox, watches };
    live.set(ref.conversationId, entry);
    return entry;
  }

  async function read(ref: Ref): Promise<Loaded | null> {
    const row = await store.conversation(ref.storeId, ref.conversationId);
    if (!row) return null;
    const [cases, promises] = await Promise.all([
      row.caseNumber === null ? [] : store.casesOf(ref.storeId, ref.conversationId),
      store.promisesOf(ref.storeId, ref.conversationId),
    ]);
    return { row, case: cases.find((one) => one.number === row.caseNumber) ?? null, promises };
  }

  async function start(shop: ShopRow, input: NewConversation): Promise<Loaded> {
    const at = clock.now();
    const { policy } = shop.settings;
    const first = begin({ policy, tz: input.tz, at, closedDays: closedDays(policy, at) });
    const row: ConversationRow = {
      ...input,
      id: newId(),
      storeId: shop.id,
      version: 0,
      status: first.status,
      agent: null,
      handOff: null,
      flow: freeze(first.flow),
      prompt: null,
      problem: null,
      caseNumber: null,
      lastSeq: 0,
      seenShopper: 0,
      seenAgent: 0,
      createdAt: at,
      updatedAt: at,
    };
    const change = buildChange({ row, case: null, promises: [] }, { event: null }, first, at, newId);
    // Not kept live yet: many open the chat and close it again without a word.
    const result = await store.commit(change);
    if (!result.ok) throw new StorageError(`a new conversation met ${result.reason}`);
    const promises = change.promises;
    committed({ change, row: change.conversation, case: null, promises, shop, inbox: null });
    return { row: change.conversation, case: null, promises };
  }

  async function idle(): Promise<void> {
    await queue.idle();
    // What the last step committed is shown, and its effects begun.
    await new Promise((resolve) => setImmediate(resolve));
  }

  return { begin: start, handle, seen, view: read, idle };
}

function unmoved(decided: Refused | Done, { row }: Loaded): Outcome {
  if ('done' in decided) return { ok: true, seq: row.lastSeq, at: row.updatedAt };
  return { ok: false, code: decided.refuse, ...(decided.because && { because: decided.because }) };
}

/** A person of the shop has spoken, or done what the shopper hears of by the bot. */
function isAct({ event, message }: Incoming): boolean {
  return message?.from === 'agent' || (event !== null && ACTS.has(event.type));
}

const ACTS = new Set<string>(['agent.gaveBack', 'agent.recorded', 'agent.settledRemedy', 'agent.closed'] satisfies AgentEvent['type'][]);

function withChanged(known: PromiseRow[], changed: PromiseRow[]): PromiseRow[] {
  if (changed.length === 0) return known;
  const ids = new Set(changed.map(({ id }) => id));
  return [...known.filter(({ id }) => !ids.has(id)), ...changed].sort((a, b) => a.madeAt - b.madeAt);
}

function withSeen(row: ConversationRow, other: ConversationRow | undefined): ConversationRow {
  if (!other || (other.seenShopper <= row.seenShopper && other.seenAgent <= row.seenAgent)) return row;
  return {
    ...row,
    seenShopper: Math.max(row.seenShopper, other.seenShopper),
    seenAgent: Math.max(row.seenAgent, other.seenAgent),
  };
}
