import type { DateStyle } from '../../protocol/words.ts';

const DAY_MS = 86_400_000;

type PlainStyle = Exclude<DateStyle, 'recent' | 'dayTime' | 'dateTime'>;

const STYLES: Record<PlainStyle, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'short', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

/** Where the short name of a weekday reads as another word or as a stump: Spanish and Italian "mar", Turkish "Sal". */
const LONG_WEEKDAY = /^(es|it|tr)/;

/** Dates, amounts and country names by Intl. Building a formatter costs more than a turn of the bot, so they are kept. */
export function createFormats() {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const money = new Map<string, Intl.NumberFormat>();
  const languages = new Map<string, Intl.DisplayNames>();
  const regions = new Map<string, Intl.DisplayNames>();
  const relative = new Map<string, Intl.RelativeTimeFormat>();
  const numbers = new Map<string, Intl.NumberFormat>();

  function date(locale: string, tz: string, at: number, as: DateStyle, now: number): string {
    if (as === 'dayTime' || as === 'dateTime') {
      const day = formatter(locale, tz, as === 'dayTime' ? 'day' : 'date').format(at);
      return `${day}${comma(locale)}${formatter(locale, tz, 'time').format(at)}`;
    }
    if (as !== 'recent') return formatter(locale, tz, as).format(at);
    const days = dayNumber(tz, now) - dayNumber(tz, at);
    const time = formatter(locale, tz, 'time').format(at);
    if (days < 0 || days > 1) return `${formatter(locale, tz, 'short').format(at)}${comma(locale)}${time}`;
    const word = kept(relative, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(-days, 'day');
    return `${word}${comma(locale)}${time}`;
  }

  function formatter(locale: string, tz: string, as: PlainStyle): Intl.DateTimeFormat {
    return kept(
      dates,
      `${locale}|${tz}|${as}`,
      () =>
        new Intl.DateTimeFormat(dateLocale(locale), {
          ...STYLES[as],
          ...(as === 'day' && LONG_WEEKDAY.test(locale) && { weekday: 'long' }),
          timeZone: tz,
        }),
    );
  }

  function dayNumber(tz: string, at: number): number {
    const parts = kept(
      dates,
      `day|${tz}`,
      () => new Intl.DateTimeFormat('en-CA', { timeZone: tz, year: 'numeric', month: '2-digit', day: '2-digit' }),
    ).format(at);
    return Math.round(Date.parse(`${parts}T00:00:00Z`) / DAY_MS);
  }

  function amount(locale: string, minor: number, currency: string): string {
    const format = kept(money, `${locale}|${currency}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency }));
    const value = minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
    return isFromTheRight(locale) ? format.formatToParts(value).map(signTogether).join('') : format.format(value);
  }

  function country(locale: string, code: string): string {
    return (
      kept(regions, locale, () => new Intl.DisplayNames(locale, { type: 'region', style: 'short', fallback: 'code' })).of(code) ?? code
    );
  }

  function language(locale: string, code: string): string {
    try {
      return kept(languages, locale, () => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })).of(code) ?? code;
    } catch {
      // No language tag at all; as it was stored is more than nothing.
      return code;
    }
  }

  function number(locale: string, value: number): string {
    return kept(numbers, locale, () => new Intl.NumberFormat(locale)).format(value);
  }

  return { date, amount, country, language, number };
}
export type Formats = ReturnType<typeof createFormats>;

/** Between a day and its hour. Intl's own joint is "at" in English, which reads oddly inside "by …". */
function comma(locale: string): string {
  if (locale.startsWith('ar')) return '، ';
  return /^(zh|ja)/.test(locale) ? ' ' : ', ';
}

// A shop's shoppers are rarely in the United States when they write plain English: day before month, as in the rest of the world.
function dateLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function isFromTheRight(locale: string): boolean {
  return /^(ar|fa|he|ur)\b/.test(locale);
}

/** "US$" between Arabic words: unless it keeps to itself, the sign goes to the other side of its letters. */
function signTogether({ type, value }: Intl.NumberFormatPart): string {
  return type === 'currency' && /[A-Z]/.test(value) ? `\u2066${value}\u2069` : value;
}

function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
