import type { Parcel } from '../../../protocol/parcel.ts';
import { normalise } from '../normalise.ts';

/** What a payload tells of. A parcel's number is empty where the payload doesn't name it. */
export interface Mapped {
  parcels: Parcel[];
  /** They came as a list, however many there are. */
  isList: boolean;
}

/** Of several the one with `number`, else the first that has a number at all. */
export function pick({ parcels }: Mapped, number: string | undefined): Parcel | null {
  return parcels.find((parcel) => parcel.number !== '' && (number === undefined || parcel.number === normalise(number))) ?? null;
}
