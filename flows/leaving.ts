/** Out of the shop's hands or not yet: when it left, by when it should have, and whether its way crosses a border. */
import type { Parcel, ParcelState } from '../protocol/parcel.ts';
import type { FlowContext } from './context.ts';
import { businessDaysAfter } from './dates.ts';

type Leaving = Pick<FlowContext, 'parcel' | 'order' | 'policy' | 'tz' | 'closedDays'>;

export const NOT_LEFT: readonly ParcelState[] = ['not_shipped', 'info_received'];

/** When it left, or was first seen with the carrier. */
export function leftAt({ shippedAt, events }: Parcel): number | null {
  return shippedAt ?? events.findLast(({ state }) => !NOT_LEFT.includes(state))?.at ?? null;
}

/** The end of the store's handling time; null once it has left, or where no order is proven. */
export function leavesBy({ parcel, order, policy, tz, closedDays }: Leaving): number | null {
  if (order === null) return null;
  const isHere = parcel === null ? order.parcels.length === 0 : NOT_LEFT.includes(parcel.state);
  return isHere ? businessDaysAfter(order.placedAt, policy.handlingBusinessDays, tz, policy.promises.hour, closedDays) : null;
}

export function leavesLate(facts: Leaving, at: number): boolean {
  const end = leavesBy(facts);
  return end !== null && at > end;
}

export function crossesBorder({ origin, destination }: Parcel): boolean {
  const [from, to] = [origin?.country, destination?.country];
  return from !== undefined && to !== undefined && from !== to;
}
