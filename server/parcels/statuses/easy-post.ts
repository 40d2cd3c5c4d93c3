import type { Parcel, Place } from '../../../protocol/parcel.ts';
import { normalise } from '../normalise.ts';
import { buildParcel, type RawEvent } from './build.ts';
import { carrierOfSlug } from './carriers.ts';
import { alpha2 } from './countries.ts';
import { statusOfEasyPost } from './easy-post-codes.ts';
import { asList, at, textAt, type Json } from './json.ts';
import type { Mapped } from './mapped.ts';
import { parseTime } from './times.ts';
import { unwrap } from './unwrap.ts';
import { zoneOf } from './zones.ts';

/** An EasyPost answer: a Tracker, an Event about one, a Shipment that has one, a list. Events of other things tell of no parcel. */
export function mapEasyPost(payload: unknown): Mapped {
  const { records, isList } = unwrap(payload, isTracker, ['result', 'tracker', 'trackers', 'events', 'shipments']);
  return { parcels: records.map(parcelOf).filter((parcel) => parcel !== null), isList };
}

function isTracker(value: Json): boolean {
  const kind = textAt(value, 'object');
  if (kind !== null) return kind === 'Tracker';
  return Object.hasOwn(value, 'tracking_details') || (Object.hasOwn(value, 'tracking_code') && !Object.hasOwn(value, 'tracker'));
}

function parcelOf(tracker: Json): Parcel | null {
  const own = textAt(tracker, 'tracking_code');
  const status = lower(tracker, 'status');
  const detail = lower(tracker, 'status_detail');
  const origin = placeOf(at(tracker, 'carrier_detail', 'origin_tracking_location'));
  const destination = placeOf(at(tracker, 'carrier_detail', 'destination_tracking_location'));
  const events = eventsOf(tracker, origin);
  if (own === null && status === null && events.length === 0) return null;
  const home = zoneOf({ country: destination?.country });
  return buildParcel({
    number: normalise(own ?? ''),
    provider: 'easypost',
    statusText: status ?? '',
    subStatusText: detail,
    status: statusOfEasyPost(status, detail),
    events,
    carrier: carrierOfSlug(textAt(tracker, 'carrier')),
    origin,
    destination,
    etaAt: parseTime(textAt(tracker, 'est_delivery_date'), home) ?? undefined,
    serviceText: textAt(tracker, 'carrier_detail', 'service'),
    signedBy: textAt(tracker, 'signed_by') ?? undefined,
  });
}

function eventsOf(tracker: Json, origin: Place | undefined): RawEvent[] {
  // Details come oldest first; turned round, the later of two at one moment stands first.
  return asList(tracker.tracking_details)
    .map((detail) => eventOf(detail, origin))
    .filter((event) => event !== null)
    .reverse();
}

function eventOf(detail: unknown, origin: Place | undefined): RawEvent | null {
  const where = at(detail, 'tracking_location');
  const place = placeOf(where);
  const zone = zoneOf({ country: place?.country ?? origin?.country, state: textAt(where, 'state') ?? undefined });
  const moment = parseTime(textAt(detail, 'datetime'), zone);
  if (moment === null) return null;
  return {
    at: moment,
    text: textAt(detail, 'message') ?? textAt(detail, 'description') ?? '',
    status: statusOfEasyPost(lower(detail, 'status'), lower(detail, 'status_detail')),
    location: textAt(where, 'city'),
    ...(place && { place }),
  };
}

function placeOf(location: unknown): Place | undefined {
  const city = textAt(location, 'city');
  const country = alpha2(textAt(location, 'country'));
  if (city === null && country === undefined) return undefined;
  return { ...(city !== null && { city }), ...(country !== undefined && { country }) };
}

function lower(value: unknown, key: string): string | null {
  return textAt(value, key)?.toLowerCase() ?? null;
}
