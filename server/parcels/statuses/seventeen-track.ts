import type { Parcel, Place } from '../../../protocol/parcel.ts';
import { normalise } from '../normalise.ts';
import { buildParcel, type RawEvent } from './build.ts';
import { alpha2 } from './countries.ts';
import { asList, asObject, at, textAt, type Json } from './json.ts';
import { pick, type Mapped } from './mapped.ts';
import { statusOf17Track } from './seventeen-track-codes.ts';
import { parseOffset, parseTime } from './times.ts';
import { unwrap } from './unwrap.ts';
import { zoneOf } from './zones.ts';

/**
 * A 17TRACK v2.2 answer as a parcel: `gettrackinfo`, a webhook's body, or one bare record. Of several, the one with
 * `number`, else the first. Null where the service has nothing on the number: rejected, or not fetched yet.
 */
export function from17Track(payload: unknown, number?: string): Parcel | null {
  return pick(map17Track(payload), number);
}

/** Every parcel that the payload tells of, also one whose number it leaves out. */
export function map17Track(payload: unknown): Mapped {
  const { records, isList } = unwrap(payload, isRecord, ['data', 'accepted']);
  return { parcels: records.map(parcelOf).filter((parcel) => parcel !== null), isList };
}

function isRecord(value: Json): boolean {
  return Object.hasOwn(value, 'track_info') || Object.hasOwn(value, 'latest_status');
}

function parcelOf(record: Json): Parcel | null {
  const info = Object.hasOwn(record, 'track_info') ? asObject(record.track_info) : record;
  if (!info) return null;
  const own = textAt(record, 'number') ?? '';
  const statusText = textAt(info, 'latest_status', 'status');
  const subStatusText = textAt(info, 'latest_status', 'sub_status');
  const events = eventsOf(info);
  if (statusText === null && events.length === 0) return null;
  return buildParcel({
    number: normalise(own),
    provider: '17track',
    statusText: statusText ?? '',
    subStatusText,
    status: statusOf17Track(statusText, subStatusText),
    events,
    carrier: textAt(asList(at(info, 'tracking', 'providers'))[0], 'provider', 'name') ?? undefined,
    lastMile: lastMileOf(info, own),
    origin: placeOf(at(info, 'shipping_info', 'shipper_address')),
    destination: placeOf(at(info, 'shipping_info', 'recipient_address') ?? at(info, 'recipient_address')),
    shippedAt: milestone(info, 'PickedUp'),
    deliveredAt: milestone(info, 'Delivered'),
    etaAt: etaOf(info),
    serviceText: textAt(info, 'misc_info', 'service_type') ?? textAt(asList(at(info, 'tracking', 'providers'))[0], 'service_type'),
  });
}

function eventsOf(info: Json): RawEvent[] {
  const listed = asList(at(info, 'tracking', 'providers')).flatMap((provider) => asList(at(provider, 'events')));
  // First reads sometimes carry the latest event alone.
  const all = listed.length > 0 ? listed : [at(info, 'latest_event')];
  return all.map(eventOf).filter((event) => event !== null);
}

function eventOf(event: unknown): RawEvent | null {
  const place = placeOf(at(event, 'address'));
  const moment = timeOf(event, place, textAt(event, 'address', 'state'));
  if (moment === null) return null;
  const stage = textAt(event, 'stage');
  return {
    at: moment,
    text: textAt(event, 'description') ?? '',
    status: statusOf17Track(stage, textAt(event, 'sub_status')),
    location: textAt(event, 'location'),
    ...(place && { place }),
  };
}

// `time_utc` is the service's own reckoning, `time_iso` carries an offset, `time_raw` is what the carrier wrote.
function timeOf(event: unknown, place: Place | undefined, state: string | null): number | null {
  const utc = parseTime(textAt(event, 'time_utc'));
  if (utc !== null) return utc;
  const zone = zoneOf({ country: place?.country, state: state ?? undefined });
  const iso = parseTime(textAt(event, 'time_iso'), zone);
  if (iso !== null) return iso;
  const date = textAt(event, 'time_raw', 'date');
  if (date === null) return parseTime(textAt(event, 'time_raw'), zone);
  const offset = parseOffset(textAt(event, 'time_raw', 'timezone'));
  return parseTime(`${date}T${textAt(event, 'time_raw', 'time') ?? '00:00'}${offset ?? ''}`, zone);
}

function placeOf(address: unknown): Place | undefined {
  const city = textAt(address, 'city');
  const country = alpha2(textAt(address, 'country'));
  if (city === null && country === undefined) return undefined;
  return { ...(city !== null && { city }), ...(country !== undefined && { country }) };
}

function lastMileOf(info: Json, own: string): Parcel['lastMile'] {
  const number = normalise(textAt(info, 'misc_info', 'local_number') ?? '');
  const providers = asList(at(info, 'tracking', 'providers'));
  const carrier = textAt(info, 'misc_info', 'local_provider') ?? textAt(providers[1], 'provider', 'name');
  return number !== '' && number !== normalise(own) && carrier !== null ? { number, carrier } : undefined;
}

function milestone(info: Json, stage: string): number | undefined {
  const found = asList(at(info, 'milestone')).find((one) => textAt(one, 'key_stage') === stage);
  return parseTime(textAt(found, 'time_utc')) ?? parseTime(textAt(found, 'time_iso')) ?? undefined;
}

function etaOf(info: Json): number | undefined {
  const eta = at(info, 'time_metrics', 'estimated_delivery_date');
  return parseTime(textAt(eta, 'to')) ?? parseTime(textAt(eta, 'from')) ?? undefined;
}
