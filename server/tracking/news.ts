/** What is news to a talk. Services repeat themselves, and what was sent first may arrive last. */
import type { FlowContext } from '../../flows/context.ts';
import type { Parcel } from '../../protocol/parcel.ts';

/** The parcel as the talk last saw it; null where it never did. */
export function knownOf(context: FlowContext, number: string): Parcel | null {
  if (context.parcel?.number === number) return context.parcel;
  return context.parcels[number] ?? null;
}

/** Another state, or another newest scan; never one that is older than what is known. */
export function isNews(known: Parcel | null, told: Parcel): boolean {
  if (newestAt(told) < newestAt(known)) return false;
  return known === null ? told.state !== 'not_found' : inShort(told) !== inShort(known);
}

/** In a few letters, to be compared with. */
export function inShort({ state, reason, events: [newest] }: Parcel): string {
  return [state, reason ?? '', newest?.at ?? '', newest?.state ?? ''].join(' ');
}

function newestAt(parcel: Parcel | null): number {
  return parcel?.events[0]?.at ?? -Infinity;
}
