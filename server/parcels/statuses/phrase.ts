import type { CustomsReason, ExceptionReason, ParcelState } from '../../../protocol/parcel.ts';

export interface Reading {
  state: ParcelState;
  reason?: CustomsReason | ExceptionReason;
  /** `handover`: "delivered", but to another carrier or a depot, so not to the shopper. */
  why?: 'handover' | 'released';
}

export interface Phrase {
  says: RegExp;
  /** The same words mean something else when this matches too. */
  unless?: RegExp;
  reading: Reading;
}
