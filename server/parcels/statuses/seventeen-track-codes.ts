import type { Status } from './settle.ts';

/** A 17TRACK status with its sub-status; an unknown sub-status falls back to its status, an unknown status to null. */
export function statusOf17Track(status: string | null, subStatus: string | null): Status | null {
  if (subStatus !== null && Object.hasOwn(SUB_STATUSES, subStatus)) return SUB_STATUSES[subStatus] ?? null;
  const main = status ?? subStatus?.split('_')[0] ?? '';
  return Object.hasOwn(STATUSES, main) ? (STATUSES[main] ?? null) : null;
}

/** Source: 17TRACK API v2.2, tracking status and sub-status. */
const STATUSES: Readonly<Record<string, Status>> = {
  NotFound: { state: 'not_found', generic: true },
  InfoReceived: { state: 'info_received' },
  InTransit: { state: 'in_transit', generic: true },
  Expired: { state: 'expired' },
  AvailableForPickup: { state: 'available_for_pickup' },
  OutForDelivery: { state: 'out_for_delivery' },
  DeliveryFailure: { state: 'attempt_failed', generic: true },
  Delivered: { state: 'delivered' },
  Exception: { state: 'exception', reason: 'other', generic: true },
  // Stages of single events.
  PickedUp: { state: 'in_transit' },
  Departure: { state: 'in_transit' },
  Arrival: { state: 'in_transit' },
  Returning: { state: 'returning' },
  Returned: { state: 'returned' },
};

const SUB_STATUSES: Readonly<Record<string, Status>> = {
  InTransit_PickedUp: { state: 'in_transit' },
  InTransit_Departure: { state: 'in_transit' },
  InTransit_Arrival: { state: 'in_transit' },
  // Passing through customs is the ordinary way, not a hold.
  InTransit_CustomsProcessing: { state: 'in_transit' },
  InTransit_CustomsReleased: { state: 'in_transit' },
  InTransit_CustomsRequiringInformation: { state: 'customs_held', reason: 'documents' },
  DeliveryFailure_NoBody: { state: 'attempt_failed' },
  // Security, customs or fees, says the source; the text must tell which, and where it doesn't a person looks.
  DeliveryFailure_Security: { state: 'exception', reason: 'other', generic: true },
  DeliveryFailure_Rejected: { state: 'exception', reason: 'refused' },
  DeliveryFailure_InvalidAddress: { state: 'exception', reason: 'address' },
  Exception_Returning: { state: 'returning' },
  Exception_Returned: { state: 'returned' },
  Exception_NoBody: { state: 'attempt_failed', generic: true },
  Exception_Security: { state: 'exception', reason: 'other', generic: true },
  Exception_Damage: { state: 'exception', reason: 'damaged' },
  Exception_Rejected: { state: 'exception', reason: 'refused' },
  Exception_Delayed: { state: 'exception', reason: 'delay' },
  Exception_Lost: { state: 'lost' },
  Exception_Destroyed: { state: 'exception', reason: 'damaged' },
  Exception_Cancel: { state: 'exception', reason: 'other' },
};
