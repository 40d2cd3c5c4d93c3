import type { Status } from './settle.ts';

/** An AfterShip tag with its subtag; an unknown subtag falls back to its tag, an unknown tag to null. */
export function statusOfAfterShip(tag: string | null, subtag: string | null): Status | null {
  if (subtag !== null && Object.hasOwn(SUBTAGS, subtag)) return SUBTAGS[subtag] ?? null;
  const main = tag ?? subtag?.split('_')[0] ?? '';
  return Object.hasOwn(TAGS, main) ? (TAGS[main] ?? null) : null;
}

/** Source: AfterShip Tracking API, delivery statuses and sub-statuses, versions 2025-01 to 2026-07. */
const TAGS: Readonly<Record<string, Status>> = {
  Pending: { state: 'not_found', generic: true },
  InfoReceived: { state: 'info_received' },
  InTransit: { state: 'in_transit', generic: true },
  OutForDelivery: { state: 'out_for_delivery' },
  AttemptFail: { state: 'attempt_failed', generic: true },
  Delivered: { state: 'delivered' },
  AvailableForPickup: { state: 'available_for_pickup' },
  Exception: { state: 'exception', reason: 'other', generic: true },
  Expired: { state: 'expired' },
};

const SUBTAGS: Readonly<Record<string, Status>> = {
  InTransit_002: { state: 'in_transit' },
  InTransit_003: { state: 'in_transit' },
  InTransit_004: { state: 'in_transit' },
  InTransit_005: { state: 'in_transit' },
  // Customs has begun; a hold is another code.
  InTransit_006: { state: 'in_transit' },
  InTransit_007: { state: 'in_transit' },
  AttemptFail_002: { state: 'attempt_failed' },
  AttemptFail_003: { state: 'attempt_failed' },
  Exception_002: { state: 'exception', reason: 'address' },
  Exception_003: { state: 'exception', reason: 'refused' },
  Exception_004: { state: 'customs_held', reason: 'unknown' },
  Exception_005: { state: 'exception', reason: 'delay' },
  Exception_006: { state: 'customs_held', reason: 'duties' },
  Exception_007: { state: 'exception', reason: 'address' },
  Exception_010: { state: 'returning' },
  Exception_011: { state: 'returned' },
  Exception_012: { state: 'exception', reason: 'damaged' },
  Exception_013: { state: 'lost' },
  Exception_016: { state: 'exception', reason: 'delay' },
  Exception_017: { state: 'exception', reason: 'delay' },
  Exception_018: { state: 'customs_held', reason: 'documents' },
};
