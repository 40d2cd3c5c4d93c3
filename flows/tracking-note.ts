/** What a tracking can't tell, said plainly: nothing yet, an end at the border, another number from there on, another language. */
import type { Parcel } from '../protocol/parcel.ts';
import type { Param } from '../protocol/words.ts';
import { DAY } from './dates.ts';

/** One sentence, the most useful one; null where the tracking speaks for itself. */
export function trackingNote(parcel: Parcel, at: number): [key: string, p?: Record<string, Param>] | null {
  const { lastMile, events, number, state } = parcel;
  if (GONE.includes(state)) return null;
  if (lastMile !== undefined && lastMile.number !== number) {
    return ['bot:tracking.lastMile', { carrier: lastMile.carrier, number: { $code: lastMile.number } }];
  }
  if (events.length === 0) return state === 'in_transit' ? ['bot:tracking.empty'] : null;
  if (endsAtBorder(parcel, at)) return ['bot:tracking.endsAtBorder'];
  return events.every(({ text }) => isHan(text)) ? ['bot:tracking.chinese'] : null;
}

/** Not on its way any more, so that nobody looks for it under a number. */
const GONE: readonly Parcel['state'][] = ['delivered', 'lost', 'returning', 'returned', 'not_found', 'not_shipped'];
const SILENT: readonly Parcel['state'][] = ['in_transit', 'expired'];
/** A flight and a border take days without a scan. */
const QUIET_DAYS = 4;

/** It left the country it came from, and no post on the other side has been heard of since. */
function endsAtBorder({ events, origin, destination, state }: Parcel, at: number): boolean {
  const newest = events[0];
  const [from, to] = [origin?.country, destination?.country];
  if (newest === undefined || !SILENT.includes(state) || from === undefined || to === undefined || from === to) return false;
  const isBefore = events.every(({ place }) => place?.country !== to);
  return isBefore && LEFT.test(newest.text) && at - newest.at >= QUIET_DAYS * DAY;
}

const LEFT = /depart|left\b|export|outbound|handed over to airline|离开|出口|起飞|离境|出境|交航/iu;

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[a-z]{3}/iu.test(text);
}
