import type { Parcel } from '../../../protocol/parcel.ts';
import { fromAfterShip } from './after-ship.ts';
import { from17Track } from './seventeen-track.ts';

/** An answer of whichever service we read; each mapper sees nothing in the other's. */
export function fromAny(payload: unknown, number?: string): Parcel | null {
  return from17Track(payload, number) ?? fromAfterShip(payload, number);
}
