/** The parcels of one order: what was seen of each. */
import type { Parcel } from '../protocol/parcel.ts';
import type { FlowContext } from './context.ts';
import type { Turn } from './turn.ts';

/** Only of an order that has several. */
export function keepSeen(turn: Turn, parcel: Parcel): void {
  if (!hasSeveral(turn.facts)) return;
  turn.know({ parcels: { ...turn.facts.parcels, [parcel.number]: parcel } });
}

export function hasSeveral({ order }: FlowContext): boolean {
  return (order?.parcels.length ?? 0) > 1;
}

/** How many of them have come, as far as they were looked at. */
export function haveCome({ order, parcels }: FlowContext): number {
  return (order?.parcels ?? []).filter(({ number }) => parcels[number]?.state === 'delivered').length;
}
