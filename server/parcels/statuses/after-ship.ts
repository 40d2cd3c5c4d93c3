import type { Parcel, Place } from '../../../protocol/parcel.ts';
import { normalise } from '../normalise.ts';
import { statusOfAfterShip } from './after-ship-codes.ts';
import { buildParcel, type RawEvent } from './build.ts';
import { carrierOfSlug } from './carriers.ts';
import { alpha2 } from './countries.ts';
import { asList, at, textAt, type Json } from './json.ts';
import { pick, type Mapped } from './mapped.ts';
import { parseTime } from './times.ts';
import { unwrap } from './unwrap.ts';
import { zoneOf } from './zones.ts';

/**
 * An AfterShip answer as a parcel: `GET /trackings`, one tracking, or a webhook's body. Of several, the one with
 * `number`, else the first. Null where the service has nothing on the number.
 */
export function fromAfterShip(payload: unknown, number?: string): Parcel | null {
  return pick(mapAfterShip(payload), number);
}

/** Every parcel that the payload tells of, also one whose number it leaves out. */
export function mapAfterShip(payload: unknown): Mapped {
  const { records, isList } = unwrap(payload, isTracking, ['msg', 'data', 'tracking', 'trackings']);
  return { parcels: records.map(parcelOf).filter((parcel) => parcel !== null), isList };
}

function isTracking(value: Json): boolean {
  const has = (key: string) => Object.hasOwn(value, key);
  return has('tracking_number') || has('checkpoints') || (has('tag') && has('subtag'));
}

function parcelOf(tracking: Json): Parcel | null {
  const own = textAt(tracking, 'tracking_number');
  const tag = textAt(tracking, 'tag');
  const subtag = textAt(tracking, 'subtag');
  const origin = sideOf(tracking, 'origin');
  const events = eventsOf(tracking, origin);
  if (own === null && tag === null && subtag === null && events.length === 0) return null;
  const destination = sideOf(tracking, 'destination');
  const home = zoneOf({ country: destination?.country, state: textAt(tracking, 'destination_state') ?? undefined });
  return buildParcel({
    number: normalise(own ?? ''),
    provider: 'aftership',
    statusText: tag ?? '',
    subStatusText: subtag,
    status: statusOfAfterShip(tag, subtag),
    events,
    carrier: carrierOfSlug(textAt(tracking, 'slug')),
    lastMile: lastMileOf(tracking, own ?? ''),
    origin,
    destination,
    shippedAt: parseTime(textAt(tracking, 'shipment_pickup_date'), zoneOf({ country: origin?.country })) ?? undefined,
    deliveredAt: parseTime(textAt(tracking, 'shipment_delivery_date'), home) ?? undefined,
    etaAt: etaOf(tracking, home),
    serviceText: textAt(tracking, 'shipment_type') ?? textAt(tracking, 'shipping_method'),
    signedBy: textAt(tracking, 'signed_by') ?? undefined,
    leftAt: leftAtOf(tracking, subtag),
    pickup: pickupOf(tracking),
  });
}

function eventsOf(tracking: Json, origin: Place | undefined): RawEvent[] {
  // Checkpoints come oldest first; turned round, the later of two at one moment stands first.
  return asList(tracking.checkpoints)
    .map((checkpoint) => eventOf(checkpoint, origin))
    .filter((event) => event !== null)
    .reverse();
}

function eventOf(checkpoint: unknown, origin: Place | undefined): RawEvent | null {
  const country = alpha2(textAt(checkpoint, 'country_region') ?? textAt(checkpoint, 'country_iso3'));
  const city = textAt(checkpoint, 'city');
  // The time is the clock's where the scan was made, often without saying so. A scan without a place is mostly an
  // early one, so it is read on the origin's clock.
  const zone = zoneOf({ country: country ?? origin?.country, state: textAt(checkpoint, 'state') ?? undefined });
  const moment = parseTime(textAt(checkpoint, 'checkpoint_time'), zone) ?? parseTime(textAt(checkpoint, 'created_at'));
  if (moment === null) return null;
  const place = { ...(city !== null && { city }), ...(country !== undefined && { country }) };
  return {
    at: moment,
    text: textAt(checkpoint, 'message') ?? textAt(checkpoint, 'subtag_message') ?? '',
    status: statusOfAfterShip(textAt(checkpoint, 'tag'), textAt(checkpoint, 'subtag')),
    location: textAt(checkpoint, 'location'),
    ...(Object.keys(place).length > 0 && { place }),
  };
}

function sideOf(tracking: Json, side: 'origin' | 'destination'): Place | undefined {
  const code =
    textAt(tracking, `${side}_country_region`) ??
    textAt(tracking, `${side}_country_iso3`) ??
    (side === 'destination'
      ? (textAt(tracking, 'courier_destination_country_region') ?? textAt(tracking, 'courier_destination_country_iso3'))
      : null);
  const country = alpha2(code);
  const city = textAt(tracking, `${side}_city`);
  if (city === null && country === undefined) return undefined;
  return { ...(city !== null && { city }), ...(country !== undefined && { country }) };
}

function lastMileOf(tracking: Json, own: string): Parcel['lastMile'] {
  const number = normalise(textAt(tracking, 'last_mile', 'tracking_number') ?? '');
  const carrier = carrierOfSlug(textAt(tracking, 'last_mile', 'slug'));
  return number !== '' && number !== normalise(own) && carrier !== undefined ? { number, carrier } : undefined;
}

function etaOf(tracking: Json, home: string | null): number | undefined {
  const given = at(tracking, 'courier_estimated_delivery_date');
  const latest = at(tracking, 'latest_estimated_delivery');
  const texts = [
    textAt(given, 'estimated_delivery_date_max'),
    textAt(given, 'estimated_delivery_date'),
    // AfterShip's own guess would be spoken of as the carrier's word.
    ...(textAt(latest, 'source') === 'AfterShip AI' ? [] : [textAt(latest, 'datetime_max'), textAt(latest, 'datetime')]),
    textAt(tracking, 'expected_delivery'),
  ];
  return texts.map((text) => parseTime(text, home)).find((time) => time !== null) ?? undefined;
}

function leftAtOf(tracking: Json, subtag: string | null): string | undefined {
  return (
    textAt(tracking, 'delivery_location_type') ??
    (subtag === 'Delivered_005' ? (textAt(tracking, 'subtag_message') ?? undefined) : undefined)
  );
}

function pickupOf(tracking: Json): Parcel['pickup'] {
  const name = textAt(tracking, 'pickup_location');
  const note = textAt(tracking, 'pickup_note');
  return name === null ? undefined : { name, ...(note !== null && { address: note }) };
}
