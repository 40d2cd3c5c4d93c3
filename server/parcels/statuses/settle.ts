/** Makes one state of what the provider's status says and what the newest event's text says. */
import type { CustomsReason, ExceptionReason, ParcelState } from '../../../protocol/parcel.ts';
import { read, type Reading } from './event-text.ts';

/** A status of the provider, translated. `generic` ones say little, so the text may say it better. */
export interface Status {
  state: ParcelState;
  reason?: CustomsReason | ExceptionReason;
  generic?: boolean;
}

export interface Settled {
  state: ParcelState;
  reason?: CustomsReason | ExceptionReason;
}

/**
 * The status beats the newest event, unless the status is generic or the event contradicts it. The event's text speaks for it, and where
 * that says nothing, how the provider classed it.
 */
export function settle(status: Status, text: string, classed: Status | null = null): Settled {
  const reading = read(text) ?? (classed?.generic === true ? null : classed);
  if (!reading) return plain(status);
  if (reading.state === status.state) return sharper(status, reading);
  if (status.generic === true || contradicts(status, reading)) return plain(reading);
  return plain(status);
}

function plain({ state, reason }: Settled): Settled {
  if (reason !== undefined) return { state, reason };
  return state === 'customs_held' ? { state, reason: 'unknown' } : state === 'exception' ? { state, reason: 'other' } : { state };
}

// "Held by customs" as a status and "VAT to be paid" as text: the text knows why.
function sharper(status: Status, reading: Reading): Settled {
  const vague = status.reason === undefined || status.reason === 'unknown' || status.reason === 'other';
  return plain(vague && reading.reason !== undefined ? reading : status);
}

function contradicts(status: Status, reading: Reading): boolean {
  if (reading.why === 'handover') return status.state === 'delivered';
  // "Cleared customs" is news to a held parcel only.
  if (reading.why === 'released') return status.state === 'customs_held';
  return CONTRADICTED_BY[status.state].has(reading.state);
}

const set = (...states: ParcelState[]): ReadonlySet<ParcelState> => new Set(states);
const ENDINGS = ['delivered', 'returning', 'returned', 'lost'] as const;
const LAST_MILE = ['out_for_delivery', 'attempt_failed', 'available_for_pickup'] as const;

/** Which claims of a newest event overrule which status, when the status is no generic one. */
const CONTRADICTED_BY: Record<ParcelState, ReadonlySet<ParcelState>> = {
  not_shipped: set(...ENDINGS, ...LAST_MILE, 'customs_held', 'exception'),
  info_received: set(...ENDINGS, ...LAST_MILE, 'customs_held', 'exception'),
  in_transit: set(...ENDINGS, ...LAST_MILE, 'customs_held', 'exception'),
  customs_held: set(...ENDINGS, ...LAST_MILE),
  out_for_delivery: set(...ENDINGS, 'attempt_failed', 'available_for_pickup', 'exception'),
  attempt_failed: set(...ENDINGS, 'available_for_pickup', 'customs_held', 'exception'),
  available_for_pickup: set(...ENDINGS),
  // A locker or a shop has it, the shopper has not.
  delivered: set('attempt_failed', 'available_for_pickup', 'returning', 'returned'),
  // "Delivered" on the way back means: at the sender's.
  returning: set('returned'),
  returned: set(),
  exception: set(...ENDINGS, 'available_for_pickup'),
  // It turned up after all.
  lost: set('delivered', 'out_for_delivery', 'available_for_pickup', 'returning', 'returned'),
  // Silence is not a loss: only words that say so make one.
  expired: set(...ENDINGS, ...LAST_MILE, 'customs_held', 'exception'),
  not_found: set(...ENDINGS, ...LAST_MILE, 'customs_held', 'exception', 'info_received'),
};
