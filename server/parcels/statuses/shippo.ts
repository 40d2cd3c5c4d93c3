import type { Parcel, Place } from '../../../protocol/parcel.ts';
import { normalise } from '../normalise.ts';
import { buildParcel, type RawEvent } from './build.ts';
import { carrierOfSlug } from './carriers.ts';
import { alpha2 } from './countries.ts';
import { asList, asObject, at, textAt, type Json } from './json.ts';
import type { Mapped } from './mapped.ts';
import { statusOfShippo } from './shippo-codes.ts';
import type { Status } from './settle.ts';
import { parseTime } from './times.ts';
import { unwrap } from './unwrap.ts';
import { zoneOf } from './zones.ts';

/** A Shippo answer: a track, a webhook's body, a transaction that is tracked, a list. A label that nobody tracks tells of no parcel. */
export function mapShippo(payload: unknown): Mapped {
  const { records, isList } = unwrap(payload, isTrack, ['data', 'results', 'tracks', 'track']);
  return { parcels: records.map(parcelOf).filter((parcel) => parcel !== null), isList };
}

function isTrack(value: Json): boolean {
  return ['tracking_status', 'tracking_history', 'tracking_number'].some((key) => Object.hasOwn(value, key));
}

const LABEL = ['label_url', 'rate', 'object_state', 'commercial_invoice_url', 'tracking_url_provider'];

function parcelOf(track: Json): Parcel | null {
  const own = textAt(track, 'tracking_number');
  // A transaction has the bare word where a track has an object.
  const said = asObject(track.tracking_status) ?? (typeof track.tracking_status === 'string' ? { status: track.tracking_status } : null);
  const origin = placeOf(track.address_from);
  const destination = placeOf(track.address_to);
  const events = eventsOf(track, said, origin);
  const isLabel = LABEL.some((key) => Object.hasOwn(track, key));
  const statusText = textAt(said, 'status');
  if (statusText === null && events.length === 0 && (own === null || isLabel)) return null;
  const home = zoneOf({ country: destination?.country, state: textAt(track, 'address_to', 'state') ?? undefined });
  return buildParcel({
    number: normalise(own ?? ''),
    provider: 'shippo',
    statusText: statusText ?? '',
    subStatusText: codeOf(said),
    status: statusOf(said),
    events,
    carrier: carrierOfSlug(textAt(track, 'carrier')),
    origin,
    destination,
    etaAt: parseTime(textAt(track, 'eta'), home) ?? undefined,
    serviceText: textAt(track, 'servicelevel', 'name') ?? textAt(track, 'servicelevel', 'token'),
  });
}

function eventsOf(track: Json, said: Json | null, origin: Place | undefined): RawEvent[] {
  // The history comes oldest first; turned round, the later of two at one moment stands first.
  const history = asList(track.tracking_history)
    .map((one) => eventOf(one, origin))
    .filter((event) => event !== null)
    .reverse();
  const now = eventOf(said, origin);
  // What holds now is mostly the last of the history, and sometimes more than that.
  const isKnown = now === null || history.some((event) => event.at === now.at && (event.text === now.text || now.text === ''));
  return isKnown ? history : [now, ...history];
}

function eventOf(one: unknown, origin: Place | undefined): RawEvent | null {
  const where = at(one, 'location');
  const place = placeOf(where);
  const zone = zoneOf({ country: place?.country ?? origin?.country, state: textAt(where, 'state') ?? undefined });
  const moment = parseTime(textAt(one, 'status_date'), zone) ?? parseTime(textAt(one, 'object_created'));
  if (moment === null) return null;
  return { at: moment, text: wordsOf(one), status: statusOf(one), location: textAt(where, 'city'), ...(place && { place }) };
}

function statusOf(one: unknown): Status | null {
  return statusOfShippo(textAt(one, 'status')?.toUpperCase() ?? null, codeOf(one), wordsOf(one));
}

/** An object now, a bare word in older answers. */
function codeOf(one: unknown): string | null {
  return (textAt(one, 'substatus', 'code') ?? textAt(one, 'substatus'))?.toLowerCase() ?? null;
}

function wordsOf(one: unknown): string {
  return textAt(one, 'status_details') ?? textAt(one, 'substatus', 'text') ?? '';
}

function placeOf(location: unknown): Place | undefined {
  const city = textAt(location, 'city');
  const country = alpha2(textAt(location, 'country'));
  if (city === null && country === undefined) return undefined;
  return { ...(city !== null && { city }), ...(country !== undefined && { country }) };
}
