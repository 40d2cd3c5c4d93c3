/** When a promise may fall due: three times that are often meant, and a date and an hour of one's own. All by the shopper's clock. */
import { momentOf, wallTime, weekday, type WallTime } from './zone-time.ts';

export type QuickTime = 'today' | 'tomorrow' | 'business';

/** Too short to keep is not offered. */
const LEAST_MS = 30 * 60_000;

export function quickTimes(now: number, tz: string): { id: QuickTime; at: number }[] {
  const today = wallTime(now, tz);
  const on = (wall: WallTime, hour: number) => momentOf({ ...wall, hour, minute: 0 }, tz);
  const times: { id: QuickTime; at: number }[] = [
    { id: 'today', at: on(today, 18) },
    { id: 'tomorrow', at: on({ ...today, day: today.day + 1 }, 12) },
    { id: 'business', at: on(businessDaysAfter(today, 2), 18) },
  ];
  return times.filter(({ at }) => at - now >= LEAST_MS);
}

/** What the fields of a date and a time hold: `2026-08-17`, `18:00`. */
export function fieldsOf(at: number, tz: string): { date: string; time: string } {
  const { year, month, day, hour, minute } = wallTime(at, tz);
  return { date: `${pad(year, 4)}-${pad(month)}-${pad(day)}`, time: `${pad(hour)}:${pad(minute)}` };
}

/** null: not both are filled in. */
export function momentOfFields(date: string, time: string, tz: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (year === undefined || hour === undefined) return null;
  return momentOf({ year: +year, month: Number(month), day: Number(day), hour: +hour, minute: Number(minute) }, tz);
}

function businessDaysAfter(from: WallTime, count: number): WallTime {
  const at = { ...from };
  for (let left = count; left > 0;) {
    at.day += 1;
    if (weekday(at) <= 5) left -= 1;
  }
  return at;
}

const pad = (n: number, to = 2) => String(n).padStart(to, '0');
