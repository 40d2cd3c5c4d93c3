/** Folds one step into what the agents' list knows of a conversation. Called for every turn: it reads nothing, and mostly finds that
 *  nothing has changed. */
import type { FlowContext } from '../../flows/context.ts';
import { protectionEnd } from '../../flows/deadlines.ts';
import { CHECKLIST } from '../../flows/checklist.ts';
import type { Policy } from '../../protocol/settings.ts';
import type { Change, InboxFacts, InboxRow } from '../store/port.ts';
import { placeOf } from './rank.ts';

const DAY_MS = 86_400_000;

export interface Stepped {
  was: InboxRow | null;
  change: Change;
  /** The flow's, as it is after the step; null where nothing moved it or it can't be read. */
  context: FlowContext | null;
  /** A person of the shop has done something that the shopper hears of. */
  acted: boolean;
  policy: Policy;
  at: number;
}

/** The row as it shall be, or null where it stays as it is: also as long as the shopper has said nothing at all. */
export function inboxOf(step: Stepped): InboxRow | null {
  const { was, change, at } = step;
  if (was === null && !change.messages.some(({ from }) => from === 'shopper')) return null;
  const { id, storeId, status, agent } = change.conversation;
  const facts = foldFacts(step);
  const closedAt = was !== null && was.status === 'closed' && status === 'closed' ? -was.rankAt : at;
  const next: InboxRow = {
    conversationId: id,
    storeId,
    status,
    agentId: agent?.id ?? null,
    ...placeOf({ status, facts, updatedAt: closedAt }, at),
    facts,
  };
  return was !== null && isSame(was, next) ? null : next;
}

function foldFacts({ was, change, context, acted, policy, at }: Stepped): InboxFacts {
  const before = was?.facts ?? null;
  const { status, handOff } = change.conversation;
  return {
    ...knownOf(context, before, policy),
    lateAt: lateAt(),
    dueAt: context === null ? (before?.dueAt ?? null) : nextDue(context),
    wantedAt: handOff?.at ?? null,
    first: handOff?.first ?? false,
    waitingAt: waitingAt(),
    startedAt: before?.startedAt ?? at,
  };

  function lateAt(): number | null {
    const missed = change.promises.filter(({ state, owner }) => state === 'late' && owner !== 'bot').map(({ dueAt }) => dueAt);
    if (missed.length > 0) return Math.min(...missed, before?.lateAt ?? Infinity);
    return acted || status === 'closed' ? null : (before?.lateAt ?? null);
  }

  function waitingAt(): number | null {
    if (status !== 'agent' && status !== 'waiting') return null;
    if (change.messages.some(({ from }) => from === 'agent')) return null;
    const asked = change.messages.find(({ from }) => from === 'shopper')?.at ?? null;
    return before?.waitingAt ?? asked;
  }
}

type Known = Pick<InboxFacts, 'name' | 'orderNumber' | 'trackingNumber' | 'parcel' | 'protectionAt' | 'protectionWarnMs' | 'photos'>;

/** What was known of the order stays known, also where the talk begins anew. */
function knownOf(context: FlowContext | null, before: InboxFacts | null, policy: Policy): Known {
  const order = context?.order ?? null;
  const parcel = context?.parcel ?? null;
  return {
    name: order === null ? (before?.name ?? null) : (order.customerName ?? null),
    orderNumber: order?.number ?? before?.orderNumber ?? null,
    trackingNumber: parcel?.number ?? before?.trackingNumber ?? null,
    parcel: parcel?.state ?? before?.parcel ?? null,
    protectionAt: order === null ? (before?.protectionAt ?? null) : protectionEnd(order, policy),
    protectionWarnMs: policy.protectionWarnDays * DAY_MS,
    photos: context === null ? (before?.photos ?? null) : photosOf(context),
  };
}

/** The next promise that people must keep; the bot keeps its own. */
function nextDue({ promise, besides, personBy, agentPromise }: FlowContext): number | null {
  const hours = [
    ...[promise, ...besides.map((one) => one.promise)].flatMap((one) => (one === null || one.owner === 'bot' ? [] : [one.dueAt])),
    ...(personBy === null ? [] : [personBy]),
    ...(agentPromise == null ? [] : [agentPromise.dueAt]),
  ];
  return hours.length === 0 ? null : Math.min(...hours);
}

/** Pieces of the checklist, once it has been begun. */
function photosOf({ evidence }: FlowContext): { done: number; of: number } | null {
  const pieces = CHECKLIST.map((item) => evidence[item]);
  if (pieces.every((piece) => piece === undefined)) return null;
  return { done: pieces.filter((piece) => piece?.state === 'done').length, of: CHECKLIST.length };
}

function isSame(was: InboxRow, next: InboxRow): boolean {
  return (
    was.status === next.status &&
    was.agentId === next.agentId &&
    was.rank === next.rank &&
    was.rankAt === next.rankAt &&
    was.nextAt === next.nextAt &&
    factsAreSame(was.facts, next.facts)
  );
}

function factsAreSame(was: InboxFacts, next: InboxFacts): boolean {
  const { photos: had, ...before } = was;
  const { photos: has, ...after } = next;
  if (had?.done !== has?.done || had?.of !== has?.of) return false;
  return (Object.keys(after) as (keyof typeof after)[]).every((key) => before[key] === after[key]);
}
