/** Times as tracking services write them, to epoch ms. */

/**
 * A time with an offset or Z, or an epoch in seconds or milliseconds. One without is read on `zone`'s clock, and as UTC where no zone is
 * known.
 */
export function parseTime(text: string | null, zone: string | null = null): number | null {
  const written = text?.trim() ?? '';
  if (/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(written)) return within(Number(written) * (written.length === 13 ? 1 : 1000));
  const parts = ISO.exec(written);
  if (!parts) return inWords(written);
  const [, year, month, day, hour, minute, second, offset] = parts;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  // 31 February, or a year that no parcel has seen, is no time at all.
  if (new Date(local).getUTCDate() !== Number(day) || within(local) === null) return null;
  if (offset !== undefined) return local - offsetMs(offset);
  return zone === null ? local : local - zoneOffsetMs(zone, local);
}

/** A bare offset such as "+08:00", "-0500" or "Z", in ms; null for anything else. */
export function parseOffset(text: string | null): string | null {
  return text !== null && /^(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.trim()) ? text.trim() : null;
}

const ISO =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/+-]+\])?)?$/i;

function offsetMs(offset: string): number {
  if (!/^[+-]/.test(offset)) return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), offset.length > 3 ? Number(offset.slice(-2)) : 0];
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** "Thu, 20 Nov 2025 14:12:00 GMT", as headers of mail and HTTP have it; only with its zone. */
function inWords(written: string): number | null {
  if (!/^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/i.test(written)) return null;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : within(time);
}

function within(time: number): number | null {
  return time >= Date.UTC(2000, 0) && time < Date.UTC(2101, 0) ? time : null;
}

/** How far `zone` is ahead of UTC when its clock shows `local` (epoch ms of the clock's face). */
function zoneOffsetMs(zone: string, local: number): number {
  const face = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const shown = (utc: number): number => {
    const part = Object.fromEntries(face.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  };
  // The offset at the guess may differ from that at the answer when a clock change lies between: look twice.
  const guess = local - (shown(local) - local);
  return shown(guess) - guess;
}
