/** Times in words, in the reader's language: by the reader's zone, or by the one that is named. */
import { language, word } from './words.ts';

/** Wed 19 August; with its year where it is another than now. */
export function day(at: number, zone?: string, now = Date.now()): string {
  const year = yearOf(at, zone) === yearOf(now, zone) ? {} : ({ year: 'numeric' } as const);
  // Cut short, a Spanish Tuesday is the sea.
  const weekday = language.value.startsWith('es') ? 'long' : 'short';
  return format({ weekday, day: 'numeric', month: 'long', ...year }, zone, at);
}

/** 19 Aug */
export function shortDay(at: number, zone?: string): string {
  return format({ day: 'numeric', month: 'short' }, zone, at);
}

/** 18:00, by the 24 hours that the shopper's texts count by. */
export function time(at: number, zone?: string): string {
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone, at);
}

/** Wed 19 August, 18:00 */
export function dayTime(at: number, zone?: string, now = Date.now()): string {
  return word('times.dayTime', { day: day(at, zone, now), time: time(at, zone) });
}

/** Today and yesterday by name, else the day. */
export function dayName(at: number, zone?: string, now = Date.now()): string {
  const days = Math.round((midnightOf(at, zone) - midnightOf(now, zone)) / DAY_MS);
  if (days === 0 || days === -1) return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(days, 'day');
  return day(at, zone, now);
}

/** 18:00 today, else Wed 19 August, 18:00. */
export function nearTime(at: number, zone?: string, now = Date.now()): string {
  return midnightOf(at, zone) === midnightOf(now, zone) ? time(at, zone) : dayTime(at, zone, now);
}

/** How long: `42 min`, `1 h 10`, `2 days`. Never less than a minute. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS));
  if (minutes < 60) return word('times.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return word('times.days', { count: Math.round(minutes / 1440) });
  const rest = minutes % 60;
  return rest === 0 || hours >= 12 ? word('times.hours', { count: hours }) : word('times.hoursMinutes', { hours, minutes: rest });
}

/** What is still to come, `in 42 min`, or is over, `18 min late`. */
export function countdown(at: number, now = Date.now()): string {
  return word(at >= now ? 'times.in' : 'times.late', { time: lasting(at - now) });
}

/** What has been: `42 min ago`. */
export function ago(at: number, now = Date.now()): string {
  return now - at < MINUTE_MS ? word('times.justNow') : word('times.ago', { time: lasting(now - at) });
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function format(options: Intl.DateTimeFormatOptions, zone: string | undefined, at: number): string {
  return formatter(language.value, options, zone).format(at);
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using it does, and lists are full of times. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions, zone: string | undefined): Intl.DateTimeFormat {
  const name = `${locale} ${zone ?? ''} ${JSON.stringify(options)}`;
  const known = made.get(name);
  if (known) return known;
  // British order and no comma: "Wed 19 August".
  const spoken = locale === 'en' ? 'en-GB' : locale;
  const fresh = new Intl.DateTimeFormat(spoken, { ...options, ...(zone !== undefined && isZone(zone) && { timeZone: zone }) });
  made.set(name, fresh);
  return fresh;
}

/** A shopper's device names its zone; this browser may not know it. */
function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

function yearOf(at: number, zone?: string): string {
  return formatter('en', { year: 'numeric' }, zone).format(at);
}

/** The day as a number that only days change. */
function midnightOf(at: number, zone?: string): number {
  const parts = formatter('en', { year: 'numeric', month: 'numeric', day: 'numeric' }, zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'));
}
