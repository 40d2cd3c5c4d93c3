/** A parcel as everyone here speaks of it, whichever carrier or tracking service told us. */

export const PARCEL_STATES = [
  'not_shipped',
  'info_received',
  'in_transit',
  'customs_held',
  'out_for_delivery',
  'attempt_failed',
  'available_for_pickup',
  'delivered',
  'returning',
  'returned',
  'exception',
  'lost',
  'expired',
  'not_found',
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

export type CustomsReason = 'documents' | 'duties' | 'inspection' | 'prohibited' | 'unknown';
export type ExceptionReason = 'damaged' | 'refused' | 'address' | 'delay' | 'other';

export interface Place {
  city?: string;
  /** ISO 3166-1 alpha-2 */
  country?: string;
}

export interface ParcelEvent {
  /** Epoch ms, UTC. */
  at: number;
  state: ParcelState;
  /** The provider's own words, length-capped; shown as written, never interpreted. */
  text: string;
  place?: Place;
}

/** Facts as the provider gave them, mapped. Time-dependent flags are not stored here: see `ParcelFlags`. */
export interface Parcel {
  number: string;
  carrier?: string;
  lastMile?: { number: string; carrier: string };
  state: ParcelState;
  reason?: CustomsReason | ExceptionReason;
  /** Newest first. */
  events: ParcelEvent[];
  origin?: Place;
  destination?: Place;
  shippedAt?: number;
  deliveredAt?: number;
  /** Carrier's own estimate. */
  etaAt?: number;
  /** Service level where it is known; sets the threshold of silence. */
  service?: 'domestic' | 'international' | 'economy_post';
  proof?: { signedBy?: string; place?: string };
  /** Duty or VAT to be paid by the shopper; minor units. */
  due?: { amount?: number; currency?: string; fee?: number; until?: number };
  pickup?: { name: string; address?: string; until?: number; code?: string };
  /** Kept for agents and for disputes about the mapping. */
  raw?: { provider: string; status: string; subStatus?: string; at?: number };
}

/** Worked out for one moment against the store's policy. */
export interface ParcelFlags {
  /** Silent for longer than its leg allows. */
  stalled: boolean;
  /** Past the promised delivery. */
  late: boolean;
  protectionEndsSoon: boolean;
  /** Whole days since the newest event; null without events. */
  silentDays: number | null;
}
