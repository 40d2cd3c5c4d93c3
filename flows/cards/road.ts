/** The road as a picture: where it began, the border if there is one, home; and how far along the parcel is. */
import type { Road, Tone } from '../../protocol/card.ts';
import type { Parcel, ParcelFlags, ParcelState, Place } from '../../protocol/parcel.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { placeWords } from './event-words.ts';

export function roadOf(parcel: Parcel, flags: ParcelFlags, expectedAt: number | null): Road {
  const border = hasBorder(parcel);
  const at = positionOf(parcel, border);
  const origin = shortPlace(parcel.origin) ?? t('card:road.start');
  const home = shortPlace(parcel.destination) ?? t('card:road.home');
  const stops: Road['stops'] = [stop(origin, leftNote(parcel), at === null ? false : at > 0)];
  if (border) stops.push(stop(borderName(parcel), borderNote(parcel), at !== null && at > 1));
  stops.push(stop(home, homeNote(parcel, expectedAt), parcel.state === 'delivered'));
  return {
    name: t(`card:road.name.${parcel.state}`, { from: origin, to: home }),
    tone: toneOf(parcel, flags),
    stops,
    at,
    gate: border ? (parcel.state === 'customs_held' ? 'closed' : 'open') : 'none',
  };
}

export function toneOf(parcel: Parcel, flags: ParcelFlags): Tone {
  switch (parcel.state) {
    // Whoever looks at this card doesn't have the parcel: a green road would tell them that all is well.
    case 'delivered':
      return 'plain';
    case 'lost':
      return 'bad';
    case 'customs_held':
    case 'attempt_failed':
    case 'available_for_pickup':
    case 'exception':
    case 'returning':
    case 'returned':
    case 'expired':
    case 'not_found':
      return 'wait';
    default:
      return flags.late ? 'bad' : flags.stalled ? 'wait' : 'plain';
  }
}

function stop(name: Words, note: Words | null, done: boolean): Road['stops'][number] {
  return note === null ? { name, done } : { name, note, done };
}

/** Three stops share a phone's width: the city says enough, the country stands at the border. */
function shortPlace(place: Place | undefined): Words | null {
  return place?.city === undefined ? placeWords(place) : { $code: place.city };
}

function leftNote(parcel: Parcel): Words | null {
  return parcel.shippedAt === undefined ? null : t('card:road.left', { date: { $date: parcel.shippedAt, as: 'short' } });
}

function borderName(parcel: Parcel): Words {
  const country = parcel.destination?.country;
  return country === undefined ? t('card:road.border') : t('card:road.borderOf', { country: { $country: country } });
}

function borderNote(parcel: Parcel): Words | null {
  if (parcel.state === 'customs_held') return t('card:road.held');
  const cleared = clearedAt(parcel);
  return cleared === null ? null : t('card:road.cleared', { date: { $date: cleared, as: 'short' } });
}

function homeNote(parcel: Parcel, expectedAt: number | null): Words | null {
  if (parcel.state === 'delivered') {
    return parcel.deliveredAt === undefined ? null : t('card:road.delivered', { date: { $date: parcel.deliveredAt, as: 'short' } });
  }
  if (expectedAt === null || STOPPED.includes(parcel.state)) return null;
  return t('card:road.by', { date: { $date: expectedAt, as: 'short' } });
}

/** The first news from the far side of the border. */
function clearedAt(parcel: Parcel): number | null {
  const oldestFirst = [...parcel.events].reverse();
  const home = parcel.destination?.country;
  const beyond = oldestFirst.find((e) => e.state !== 'customs_held' && home !== undefined && e.place?.country === home);
  return beyond?.at ?? null;
}

/** 0 start, 1 border, 2 home. On the way it stands in the middle of its leg. */
function positionOf(parcel: Parcel, border: boolean): number | null {
  switch (parcel.state) {
    case 'delivered':
    case 'available_for_pickup':
      return 2;
    case 'out_for_delivery':
    case 'attempt_failed':
      return 1.8;
    case 'customs_held':
      return 1;
    case 'not_shipped':
    case 'info_received':
      return 0;
    case 'lost':
    case 'not_found':
      return null;
    case 'in_transit':
    case 'exception':
    case 'expired':
    case 'returning':
    case 'returned':
      return border ? (clearedAt(parcel) === null ? 0.5 : 1.5) : 1;
  }
}

function hasBorder(parcel: Parcel): boolean {
  const from = parcel.origin?.country;
  const to = parcel.destination?.country;
  if (parcel.state === 'customs_held') return true;
  return parcel.service !== 'domestic' && (from === undefined || to === undefined || from !== to);
}

const STOPPED: readonly ParcelState[] = ['lost', 'returning', 'returned', 'not_found', 'expired', 'customs_held'];
