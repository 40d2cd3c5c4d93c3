/** How often a parcel is looked at, and how long. */
import type { Parcel, ParcelState } from '../../protocol/parcel.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Pace {
  everyMs: number;
  /** After its newest scan; 0: its story is over. */
  watchedMs: number;
}

/** Carriers scan a moving parcel a few times a day, and tracking services ask them about as often: more looks would find nothing more. */
const MOVING: Pace = { everyMs: 6 * HOUR_MS, watchedMs: 120 * DAY_MS };
/** Silent for long, or waiting for somebody who works office hours. */
const SLOW: Pace = { everyMs: 12 * HOUR_MS, watchedMs: 120 * DAY_MS };

const PACES: Record<ParcelState, Pace> = {
  not_shipped: SLOW,
  info_received: SLOW,
  in_transit: MOVING,
  customs_held: MOVING,
  // Hours decide, and the shopper is waiting by the door.
  out_for_delivery: { ...MOVING, everyMs: 2 * HOUR_MS },
  attempt_failed: MOVING,
  available_for_pickup: MOVING,
  // Whoever still has an open case says it is not there; a wrong scan is mended within days, if at all.
  delivered: { ...SLOW, watchedMs: 14 * DAY_MS },
  returning: SLOW,
  returned: { ...SLOW, watchedMs: 0 },
  exception: MOVING,
  // Some turn up after all.
  lost: { ...SLOW, watchedMs: 60 * DAY_MS },
  expired: SLOW,
  not_found: SLOW,
};

/** The shortest silence after which any leg counts as stalled. */
const SILENT_MS = 7 * DAY_MS;

/** A look that found nothing out: soon again, then ever more rarely. A number that was only just registered has its first news in minutes. */
const FIRST_PAUSE_MS = 15 * MINUTE_MS;
const LONGEST_PAUSE_MS = 12 * HOUR_MS;

/** When to look again after a look at `at` that found this; `tries`: looks in a row before it that found nothing out. */
export function nextLook(found: Parcel | null, tries: number, at: number): { afterMs: number; tries: number } {
  if (found === null || found.state === 'not_found') return afterNothing(tries);
  const { everyMs } = PACES[found.state];
  const isSilent = at - (found.events[0]?.at ?? at) >= SILENT_MS;
  return { afterMs: isSilent ? Math.max(everyMs, SLOW.everyMs) : everyMs, tries: 0 };
}

export function afterNothing(tries: number): { afterMs: number; tries: number } {
  return { afterMs: Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries, 20), LONGEST_PAUSE_MS), tries: tries + 1 };
}

export function untilAt(parcel: Parcel | null, at: number): number {
  return (parcel?.events[0]?.at ?? at) + PACES[parcel?.state ?? 'not_found'].watchedMs;
}
