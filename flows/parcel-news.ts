/**
 * What a new look at a parcel means for a talk, whoever brought it. News may come late, twice and out of order: what is
 * known is never given up for something older, and what was told is not told again.
 */
import type { Parcel, ParcelState } from '../protocol/parcel.ts';
import { exceptionReason } from './cards/parcel-card.ts';
import type { FlowContext } from './context.ts';
import { parcelFlags } from './deadlines.ts';
import type { PromiseKind } from './effects.ts';

/**
 * `another`: not the parcel we speak of. `aside`: that of the case, while the talk is about something else. `old`: nothing new.
 * `quiet`: kept, and not worth a word. `arrived` `cameAfterAll`: only the shopper can say. `routed`: its own next step
 * follows. `told`: said, and the talk stays where it is.
 */
export type News = 'another' | 'aside' | 'old' | 'quiet' | 'arrived' | 'cameAfterAll' | 'routed' | 'told';

export function newsOf(context: FlowContext, parcel: Parcel, at: number): News {
  const { parcel: known, remedy, promise, case: opened, given } = context;
  // What was being looked up when somebody else took the floor: the first that is known of it.
  if (known === null && given.tracking === parcel.number) return 'quiet';
  if (known?.number !== parcel.number) return newsOfAnother(context, parcel);
  if (isOlder(known, parcel)) return 'old';
  if (isAboutItems(context) || !isWorthTelling(context, known, parcel, at)) return 'quiet';
  if (remedy !== null) return parcel.state === 'delivered' ? 'cameAfterAll' : 'told';
  if (parcel.state === 'delivered') return 'arrived';
  if (opened?.stage === 'choice') return 'told';
  if (opened === null && promise === null) return 'routed';
  return hasOwnRoad(context, parcel) ? 'routed' : 'told';
}

/** Was it known before? By the newest event, then by how many there are. */
export function isOlder(known: Parcel, next: Parcel): boolean {
  const [before, after] = [known, next].map(({ events }) => events[0]?.at ?? -Infinity);
  if (before !== after) return (after ?? -Infinity) < (before ?? -Infinity);
  return next.events.length < known.events.length;
}

/** Silent for longer than its way allows, and now heard of again. */
export function movesAgain({ order, policy }: FlowContext, known: Parcel, next: Parcel, at: number): boolean {
  return MOVES.includes(next.state) && next.events[0]?.at !== known.events[0]?.at && parcelFlags(known, order, policy, at).stalled;
}

/** An answer that others owe us about where it is. */
export function isOfParcel(kind: PromiseKind): boolean {
  return OF_PARCEL.includes(kind);
}

/** A box that came incomplete is a matter of its own, whatever the tracking says. */
export function isAboutItems({ problem, case: opened }: FlowContext): boolean {
  return problem === 'missing' || opened?.problem === 'missing';
}

const MOVES: readonly ParcelState[] = ['in_transit', 'out_for_delivery'];
const OF_PARCEL: readonly PromiseKind[] = ['traceAnswer', 'carrierAnswer', 'customsUpdate', 'documentsSent'];
/** News that needs telling anew, with its own next step. */
const WITH_ROAD: readonly ParcelState[] = ['lost', 'customs_held', 'returning', 'returned', 'available_for_pickup', 'attempt_failed'];

function newsOfAnother(context: FlowContext, parcel: Parcel): News {
  const before = context.parcels[parcel.number];
  if (before !== undefined && isOlder(before, parcel)) return 'old';
  const isOfCase = context.case !== null && context.case.parcel === parcel.number && context.case.problem !== 'missing';
  return isOfCase && before?.state !== parcel.state ? 'aside' : 'another';
}

function isWorthTelling(context: FlowContext, known: Parcel, parcel: Parcel, at: number): boolean {
  return known.state !== parcel.state || known.reason !== parcel.reason || movesAgain(context, known, parcel, at);
}

function hasOwnRoad({ promise }: FlowContext, parcel: Parcel): boolean {
  if (WITH_ROAD.includes(parcel.state)) return true;
  const isAsked = promise !== null && promise.owner !== 'bot';
  if (parcel.state === 'expired') return !isAsked;
  if (parcel.state !== 'exception') return false;
  const reason = exceptionReason(parcel);
  return reason === 'other' ? !isAsked : reason !== 'delay';
}
