/** Wall clocks in a time zone and back, by Intl alone. */

/** A wall clock. `month`: 1 January. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const DAY_MS = 86_400_000;

/** What a clock on a wall in `tz` shows at that moment; of a zone nobody knows, UTC's. */
export function wallTime(at: number, tz: string): WallTime {
  const parts = Object.fromEntries(
    formatOf(tz)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

/**
 * The moment at which that clock shows that time. Where clocks are put back and it shows it twice: the first; where they are put
 * forward and it never does: as much later. Days and hours out of range carry over.
 */
export function momentOf(wall: WallTime, tz: string): number {
  const asUtc = utcOf(wall);
  const [before, after] = [asUtc - offsetAt(asUtc - DAY_MS, tz), asUtc - offsetAt(asUtc + DAY_MS, tz)];
  return [before, after].find((at) => utcOf(wallTime(at, tz)) === asUtc) ?? before;
}

/** Two clocks that show the same at that moment need not be told apart. */
export function sameClock(at: number, tz: string, other: string): boolean {
  return offsetAt(at, tz) === offsetAt(at, other);
}

/** 1 Monday to 7 Sunday. */
export function weekday({ year, month, day }: WallTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

export function myZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function offsetAt(at: number, tz: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return utcOf(wallTime(minute, tz)) - minute;
}

function utcOf({ year, month, day, hour, minute }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz);
  if (known) return known;
  const made = makeFormat(tz) ?? makeFormat('UTC') ?? new Intl.DateTimeFormat();
  formats.set(tz, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null;
  }
}
