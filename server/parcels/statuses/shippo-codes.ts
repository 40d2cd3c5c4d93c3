import { read } from './event-text.ts';
import type { Status } from './settle.ts';

/**
 * A Shippo status with its sub-status; an unknown sub-status falls back to its status, an unknown status to null. `text` is what the
 * carrier said with it.
 */
export function statusOfShippo(status: string | null, substatus: string | null, text: string): Status | null {
  // One word for "on its way back" and "back": only the text tells them apart.
  if (status === 'RETURNED') return { state: read(text)?.state === 'returning' ? 'returning' : 'returned' };
  const main = status !== null && Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  const fine = substatus !== null && Object.hasOwn(SUBSTATUSES, substatus) ? SUBSTATUSES[substatus] : undefined;
  if (!main) return fine ?? null;
  return main.generic === true && fine ? fine : main;
}

/** Source: Shippo, tracking statuses. */
const STATUSES: Readonly<Record<string, Status>> = {
  UNKNOWN: { state: 'not_found', generic: true },
  PRE_TRANSIT: { state: 'info_received' },
  TRANSIT: { state: 'in_transit', generic: true },
  DELIVERED: { state: 'delivered' },
  // "May still be delivered", says the source.
  FAILURE: { state: 'exception', reason: 'other', generic: true },
};

/** Source: Shippo, tracking sub-statuses. `delivered` and `other` say nothing that the status doesn't. */
const SUBSTATUSES: Readonly<Record<string, Status>> = {
  information_received: { state: 'info_received' },
  address_issue: { state: 'exception', reason: 'address' },
  contact_carrier: { state: 'exception', reason: 'other', generic: true },
  delayed: { state: 'exception', reason: 'delay' },
  delivery_attempted: { state: 'attempt_failed' },
  delivery_rescheduled: { state: 'in_transit', generic: true },
  delivery_scheduled: { state: 'in_transit' },
  location_inaccessible: { state: 'attempt_failed' },
  notice_left: { state: 'attempt_failed' },
  out_for_delivery: { state: 'out_for_delivery' },
  package_accepted: { state: 'in_transit' },
  package_arrived: { state: 'in_transit' },
  package_damaged: { state: 'exception', reason: 'damaged' },
  package_departed: { state: 'in_transit' },
  package_disposed: { state: 'exception', reason: 'other' },
  package_forwarded: { state: 'in_transit' },
  // At a post office, or at the border: the text must tell which.
  package_held: { state: 'exception', reason: 'other', generic: true },
  package_lost: { state: 'lost' },
  package_processed: { state: 'in_transit' },
  package_processing: { state: 'in_transit' },
  package_unclaimed: { state: 'exception', reason: 'other', generic: true },
  package_undeliverable: { state: 'exception', reason: 'other', generic: true },
  pickup_available: { state: 'available_for_pickup' },
  reschedule_delivery: { state: 'attempt_failed' },
  return_to_sender: { state: 'returning' },
};
