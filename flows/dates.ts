/**
 * Calendar arithmetic in a shopper's or a shop's zone. Computation only: nothing here is read by a person.
 * A zone that this machine does not know counts as UTC, since a wrong hour is better than no answer.
 */
import type { Policy } from '../protocol/settings.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Days on which nobody works beside the weekends, as `2026-12-25`. */
export type ClosedDays = readonly string[];

/**
 * The moment at `hour` o'clock, `days` business days (Monday to Friday, no holiday) after the local day of `at`; always
 * after `at`.
 */
export function businessDaysAfter(at: number, days: number, tz: string, hour: number, closed: ClosedDays = []): number {
  const zone = zoneOf(tz);
  let day = localDay(at, zone);
  for (let left = days; left > 0;) {
    day = nextDay(day);
    if (isBusinessDay(day, closed)) left -= 1;
  }
  while (!isBusinessDay(day, closed) || momentOf(day, hour, zone) <= at) day = nextDay(day);
  return momentOf(day, hour, zone);
}

/** `hour` o'clock on the local day of `at`. */
export function sameDayAt(at: number, tz: string, hour: number): number {
  const zone = zoneOf(tz);
  return momentOf(localDay(at, zone), hour, zone);
}

/** Whole local days from one moment's day to another's; 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: number, to: number, tz: string): number {
  const zone = zoneOf(tz);
  return Math.round((utcOf(localDay(to, zone)) - utcOf(localDay(from, zone))) / DAY);
}

export function dayAndMonth(at: number, tz: string): { day: number; month: number } {
  const { day, month } = localDay(at, zoneOf(tz));
  return { day, month };
}

/** Do people answer at `at`? */
export function isOpen(hours: Policy['hours'], at: number, closed: ClosedDays = []): boolean {
  const zone = zoneOf(hours.tz);
  const day = localDay(at, zone);
  if (closed.includes(nameOf(day))) return false;
  return hours.days.includes(weekdayOf(day)) && at >= momentOf(day, hours.from, zone) && at < momentOf(day, hours.to, zone);
}

/** The next moment at which people begin to answer, or null where no day is named. */
export function opensAt(hours: Policy['hours'], at: number, closed: ClosedDays = []): number | null {
  if (hours.days.length === 0) return null;
  const zone = zoneOf(hours.tz);
  let day = localDay(at, zone);
  for (let i = 0; i <= LONGEST_PAUSE; i++, day = nextDay(day)) {
    const from = momentOf(day, hours.from, zone);
    if (from > at && hours.days.includes(weekdayOf(day)) && !closed.includes(nameOf(day))) return from;
  }
  return null;
}

/** A shop that works on one day of the week may find several of them closed. */
const LONGEST_PAUSE = 60;

interface Day {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

/** Reads the clock on the wall there. Building a formatter is the dear part, so each calculation builds one and hands it on. */
type Zone = (at: number) => Day & { hour: number; minute: number; second: number };

function zoneOf(tz: string): Zone {
  if (tz === 'UTC') return utcClock;
  const format = formatOf(tz);
  return format === null ? utcClock : (at) => clockOf(format, at);
}

function formatOf(tz: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...NUMERIC, timeZone: tz });
  } catch {
    return null;
  }
}

function localDay(at: number, zone: Zone): Day {
  const { year, month, day } = zone(at);
  return { year, month, day };
}

// The offset is asked for twice: the first answer may belong to the other side of a change of clocks.
function momentOf(day: Day, hour: number, zone: Zone): number {
  const wall = utcOf(day) + hour * HOUR;
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

function offsetAt(at: number, zone: Zone): number {
  const p = zone(at);
  return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second) - Math.floor(at / 1000) * 1000;
}

function clockOf(format: Intl.DateTimeFormat, at: number): ReturnType<Zone> {
  const found = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(at)) if (type in found) found[type as keyof typeof found] = Number(value);
  return found;
}

function utcClock(at: number): ReturnType<Zone> {
  const date = new Date(at);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

const NUMERIC = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function utcOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}

function nextDay(day: Day): Day {
  const next = new Date(utcOf(day) + DAY);
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(day: Day): number {
  return ((new Date(utcOf(day)).getUTCDay() + 6) % 7) + 1;
}

function isBusinessDay(day: Day, closed: ClosedDays): boolean {
  return weekdayOf(day) <= 5 && !closed.includes(nameOf(day));
}

function nameOf(day: Day): string {
  return new Date(utcOf(day)).toISOString().slice(0, 10);
}
