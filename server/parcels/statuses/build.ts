/** What all mappers share: from translated events and a status to one `Parcel`. */
import type { Parcel, ParcelEvent, Place } from '../../../protocol/parcel.ts';
import { read } from './event-text.ts';
import { dueIn, pickupIn, proofIn } from './facts.ts';
import { settle, type Settled, type Status } from './settle.ts';

export interface RawEvent {
  at: number;
  text: string;
  /** As the provider classed this one event, where it did. */
  status: Status | null;
  place?: Place;
  /** The place as written. */
  location: string | null;
}

export interface RawParcel {
  number: string;
  provider: string;
  /** As given, kept for agents. */
  statusText: string;
  subStatusText: string | null;
  status: Status | null;
  /** In any order; of two at the same moment the one given first is the newer. */
  events: RawEvent[];
  carrier?: string | undefined;
  lastMile?: Parcel['lastMile'];
  origin?: Place | undefined;
  destination?: Place | undefined;
  shippedAt?: number | undefined;
  deliveredAt?: number | undefined;
  etaAt?: number | undefined;
  serviceText: string | null;
  signedBy?: string | undefined;
  leftAt?: string | undefined;
  pickup?: Parcel['pickup'];
}

const MOST_EVENTS = 200;

export function buildParcel(raw: RawParcel): Parcel {
  // Array.sort is stable, so that a tie keeps the provider's own order.
  const newestFirst = [...raw.events].sort((a, b) => b.at - a.at).slice(0, MOST_EVENTS);
  const newest = newestFirst[0];
  const settled = settle(topStatus(raw, newest), newest?.text ?? '', newest?.status);
  const events = newestFirst.map(eventOf);
  const service = serviceOf(raw);
  const shippedAt = raw.shippedAt ?? firstMove(events);
  const deliveredAt =
    settled.state === 'delivered' ? (raw.deliveredAt ?? events.find((event) => event.state === 'delivered')?.at) : undefined;
  const subStatus = raw.subStatusText;
  return {
    number: raw.number,
    ...settled,
    events,
    raw: { provider: raw.provider, status: raw.statusText, ...(subStatus !== null && { subStatus }), ...(newest && { at: newest.at }) },
    ...known({
      carrier: raw.carrier,
      lastMile: raw.lastMile,
      origin: raw.origin,
      destination: raw.destination,
      shippedAt,
      deliveredAt,
      etaAt: raw.etaAt,
      service,
      ...factsOf(raw, settled, newestFirst),
    }),
  };
}

// A provider that says "not found" or a word we don't know, yet lists events, knows more than its status.
function topStatus(raw: RawParcel, newest: RawEvent | undefined): Status {
  const { status } = raw;
  if (status && !(status.state === 'not_found' && newest)) return status;
  if (newest) return { ...(newest.status ?? { state: 'in_transit' }), generic: true };
  return { state: 'not_found', generic: true };
}

function eventOf(raw: RawEvent): ParcelEvent {
  const { state } = settledOf(raw);
  return { at: raw.at, state, text: raw.text, ...(raw.place && { place: raw.place }) };
}

function settledOf({ status, text }: RawEvent): Settled {
  return settle({ ...(status ?? { state: 'in_transit' }), generic: status?.generic ?? true }, text);
}

function firstMove(events: readonly ParcelEvent[]): number | undefined {
  return events.findLast((event) => event.state !== 'info_received' && event.state !== 'not_found')?.at;
}

function factsOf(
  raw: RawParcel,
  { state, reason }: Settled,
  events: readonly RawEvent[],
): Pick<Partial<Parcel>, 'proof' | 'pickup' | 'due' | 'reason'> {
  if (state === 'delivered') {
    const said = events.find((event) => read(event.text)?.state === 'delivered')?.text ?? '';
    const proof = { ...proofIn(said), ...known({ signedBy: raw.signedBy, place: raw.leftAt }) };
    return Object.keys(proof).length > 0 ? { proof } : {};
  }
  if (state === 'available_for_pickup') {
    const said = events.find((event) => read(event.text)?.state === 'available_for_pickup') ?? events[0];
    const told = said && pickupIn(said.text, said.at, said.location);
    const pickup = raw.pickup ? { ...told, ...raw.pickup } : told;
    return pickup ? { pickup } : {};
  }
  if (state === 'returning' || state === 'returned') {
    // "Return started" says that it goes back; why stands in an older line.
    const why = events.map((event) => settledOf(event).reason).find((one) => one === 'refused' || one === 'address');
    return why === undefined ? {} : { reason: why };
  }
  if (state === 'customs_held' && reason === 'duties') {
    const dues = events.filter((event) => read(event.text)?.reason === 'duties').map((event) => dueIn(event.text, event.at));
    // The newest line often only repeats "payment awaited"; the amount stands in an older one.
    const due = dues.find((one) => one?.amount !== undefined) ?? dues.find((one) => one !== undefined);
    return due ? { due } : {};
  }
  return {};
}

function serviceOf({ serviceText, origin, destination }: RawParcel): Parcel['service'] {
  if (serviceText !== null && ECONOMY.test(serviceText)) return 'economy_post';
  if (origin?.country === undefined || destination?.country === undefined) return undefined;
  return origin.country === destination.country ? 'domestic' : 'international';
}

const ECONOMY = /\beconom|\bsurface\b|\bsea ?mail\b|\bsaver\b|\buntracked\b|\bsmall packet\b|\bnon-?priority\b|平邮|经济|小包|海运/i;

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Known<T>;
}
