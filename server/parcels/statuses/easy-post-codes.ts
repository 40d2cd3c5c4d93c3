import type { Status } from './settle.ts';

/** An EasyPost status with its detail; an unknown detail falls back to its status, an unknown status to null. */
export function statusOfEasyPost(status: string | null, detail: string | null): Status | null {
  const main = status !== null && Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  const fine = detail !== null && Object.hasOwn(DETAILS, detail) ? DETAILS[detail] : undefined;
  if (!main) return fine?.status ?? null;
  return fine?.sharpens.includes(main.state) === true ? fine.status : main;
}

/** Source: EasyPost API, tracker statuses. */
const STATUSES: Readonly<Record<string, Status>> = {
  unknown: { state: 'not_found', generic: true },
  pre_transit: { state: 'info_received' },
  in_transit: { state: 'in_transit', generic: true },
  out_for_delivery: { state: 'out_for_delivery' },
  delivered: { state: 'delivered' },
  available_for_pickup: { state: 'available_for_pickup' },
  return_to_sender: { state: 'returning' },
  failure: { state: 'exception', reason: 'other', generic: true },
  cancelled: { state: 'exception', reason: 'other' },
  error: { state: 'exception', reason: 'other', generic: true },
};

type Sharpens = readonly Status['state'][];
const UNDER_WAY: Sharpens = ['not_found', 'in_transit', 'exception'];
const ON_THE_ROAD: Sharpens = ['not_found', 'in_transit'];
const RETURNING: Sharpens = ['not_found', 'in_transit', 'exception', 'returning'];

/** Source: EasyPost API, status details. A detail says more of some statuses, and of others nothing: "delivered, arrived at destination". */
const DETAILS: Readonly<Record<string, { status: Status; sharpens: Sharpens }>> = {
  address_correction: { status: { state: 'exception', reason: 'address', generic: true }, sharpens: ['exception'] },
  arrived_at_facility: { status: { state: 'in_transit' }, sharpens: ON_THE_ROAD },
  // "Delivered" to a shop or a locker is not with the shopper yet.
  arrived_at_pickup_location: { status: { state: 'available_for_pickup' }, sharpens: [...UNDER_WAY, 'delivered'] },
  cancelled: { status: { state: 'exception', reason: 'other' }, sharpens: UNDER_WAY },
  damaged: { status: { state: 'exception', reason: 'damaged' }, sharpens: UNDER_WAY },
  delayed: { status: { state: 'exception', reason: 'delay' }, sharpens: UNDER_WAY },
  delivery_exception: { status: { state: 'exception', reason: 'other', generic: true }, sharpens: UNDER_WAY },
  departed_facility: { status: { state: 'in_transit' }, sharpens: ON_THE_ROAD },
  departed_origin_facility: { status: { state: 'in_transit' }, sharpens: ON_THE_ROAD },
  expired: { status: { state: 'expired' }, sharpens: UNDER_WAY },
  // At a post office, or at the border: the text must tell which.
  held: { status: { state: 'exception', reason: 'other', generic: true }, sharpens: UNDER_WAY },
  label_created: { status: { state: 'info_received' }, sharpens: ['not_found'] },
  lost: { status: { state: 'lost' }, sharpens: UNDER_WAY },
  missorted: { status: { state: 'exception', reason: 'delay' }, sharpens: UNDER_WAY },
  out_for_delivery: { status: { state: 'out_for_delivery' }, sharpens: ON_THE_ROAD },
  received_at_destination_facility: { status: { state: 'in_transit' }, sharpens: ON_THE_ROAD },
  received_at_origin_facility: { status: { state: 'in_transit' }, sharpens: ON_THE_ROAD },
  refused: { status: { state: 'exception', reason: 'refused' }, sharpens: UNDER_WAY },
  return: { status: { state: 'returning' }, sharpens: [...RETURNING, 'delivered'] },
  transferred_to_destination_carrier: { status: { state: 'in_transit' }, sharpens: [...ON_THE_ROAD, 'delivered'] },
  transit_exception: { status: { state: 'exception', reason: 'other', generic: true }, sharpens: UNDER_WAY },
  weather_delay: { status: { state: 'exception', reason: 'delay' }, sharpens: UNDER_WAY },
};
