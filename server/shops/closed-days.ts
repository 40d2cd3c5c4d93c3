/** The public holidays of a shop's country, worked out here so that the flow needs no calendar of its own. */
import Holidays from 'date-holidays';
import type { ClosedDays } from '../../flows/dates.ts';
import type { Policy } from '../../protocol/settings.ts';

const DAY_MS = 86_400_000;
/** Half days and hours are worked. */
const WHOLE_DAY_MS = 20 * 3_600_000;

type Calendar = Policy['holidays'];

/** The days around `at` on which the shop does not work: this year's and the next. The same list for as long as it holds. */
export function createClosedDays(): (policy: Policy, at: number) => ClosedDays {
  const known = new Map<string, ClosedDays>();
  return ({ holidays }, at) => {
    if (holidays.country === null) return NONE;
    const year = new Date(at).getUTCFullYear();
    const key = `${holidays.country} ${holidays.region ?? ''} ${year}`;
    const days = known.get(key) ?? closedIn(holidays, [year, year + 1]);
    known.set(key, days);
    return days;
  };
}

export function knowsCountry(country: string): boolean {
  return country in new Holidays().getCountries();
}

export function knowsRegion(country: string, region: string): boolean {
  return region in ((new Holidays().getStates(country) as Record<string, string> | undefined) ?? {});
}

const NONE: ClosedDays = [];

function closedIn({ country, region }: Calendar, years: readonly number[]): ClosedDays {
  const calendar = region === null ? new Holidays(country ?? '') : new Holidays(country ?? '', region);
  const days = years.flatMap((year) => calendar.getHolidays(year)).flatMap((day) => (day.type === 'public' ? daysOf(day) : []));
  return [...new Set(days)].sort();
}

/** `date` is the day there; some feasts last several. */
function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const lasts = end.getTime() - start.getTime();
  if (lasts < WHOLE_DAY_MS) return [];
  const first = Date.parse(date.slice(0, 10));
  return Array.from({ length: Math.round(lasts / DAY_MS) }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10));
}
