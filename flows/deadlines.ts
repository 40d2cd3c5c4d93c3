/** What the passing of time makes of a parcel and an order, by the store's policy. Nothing here turns silence into "lost" by itself. */
import type { Order } from '../protocol/order.ts';
import type { Parcel, ParcelFlags, ParcelState } from '../protocol/parcel.ts';
import type { Policy } from '../protocol/settings.ts';
import { businessDaysAfter, DAY } from './dates.ts';

export function parcelFlags(parcel: Parcel, order: Order | null, policy: Policy, at: number): ParcelFlags {
  const silentDays = silence(parcel, at);
  const protection = order === null ? null : protectionEnd(order, policy);
  return {
    stalled: isStalled(parcel, policy, silentDays),
    late: isLate(parcel, order, policy, at),
    protectionEndsSoon: protection !== null && protectionEndsSoon(protection, policy, at),
    silentDays,
  };
}

/** Epoch ms: the platform's own date, else counted from the day the order was placed. */
export function protectionEnd(order: Order, policy: Policy): number {
  return order.protectedUntil ?? order.placedAt + policy.protectionDays * DAY;
}

export function protectionEndsSoon(endsAt: number, policy: Policy, at: number): boolean {
  return endsAt - at <= policy.protectionWarnDays * DAY;
}

/** When it should be there: the carrier's own estimate, else the store's longest standard time. Null before it has left. */
export function expectedBy(parcel: Parcel, order: Order | null, policy: Policy): number | null {
  return parcel.etaAt ?? standardEnd(parcel, order, policy);
}

/** Lost is said only by the carrier, or by the store's own rule. */
export function countsAsLost(parcel: Parcel, policy: Policy, at: number): boolean {
  if (parcel.state === 'lost') return true;
  const days = silence(parcel, at);
  return policy.lostAfterDays !== null && days !== null && days >= policy.lostAfterDays && MAY_FALL_SILENT.includes(parcel.state);
}

const UNDER_WAY: readonly ParcelState[] = ['in_transit', 'out_for_delivery', 'attempt_failed', 'exception', 'customs_held', 'expired'];
const MAY_FALL_SILENT: readonly ParcelState[] = ['in_transit', 'exception', 'expired'];

function isStalled(parcel: Parcel, policy: Policy, silentDays: number | null): boolean {
  if (parcel.state === 'expired') return true;
  return silentDays !== null && MAY_FALL_SILENT.includes(parcel.state) && silentDays >= policy.stalledAfterDays[serviceOf(parcel)];
}

function isLate(parcel: Parcel, order: Order | null, policy: Policy, at: number): boolean {
  const end = standardEnd(parcel, order, policy);
  return end !== null && at > end && UNDER_WAY.includes(parcel.state);
}

function standardEnd(parcel: Parcel, order: Order | null, policy: Policy): number | null {
  const shippedAt = parcel.shippedAt ?? order?.shippedAt;
  return shippedAt === undefined ? null : businessDaysAfter(shippedAt, policy.deliveryBusinessDays.max, 'UTC', 23);
}

function silence(parcel: Parcel, at: number): number | null {
  const newest = parcel.events[0];
  return newest === undefined ? null : Math.max(0, Math.floor((at - newest.at) / DAY));
}

/** Where the service is unknown: the same country at both ends is domestic, anything else has a border. */
function serviceOf(parcel: Parcel): NonNullable<Parcel['service']> {
  if (parcel.service !== undefined) return parcel.service;
  const from = parcel.origin?.country;
  return from !== undefined && from === parcel.destination?.country ? 'domestic' : 'international';
}
