/** Reading JSON that others wrote: what is not of the expected type is as if it were not there. */
export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value at a path of keys, null as soon as one is missing. */
export function at(value: unknown, ...path: string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    const object = asObject(here);
    if (!object || !Object.hasOwn(object, key)) return null;
    here = object[key];
  }
  return here;
}

/** Cleaned text, or null where there is none to read. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const found = at(value, ...path);
  if (typeof found !== 'string' && typeof found !== 'number') return null;
  const text = clean(String(found));
  return text === '' ? null : text;
}

const MOST_CHARS = 300;

/** One line, no control or direction characters, at most 300 characters. Carriers' text is shown but never trusted. */
export function clean(text: string): string {
  const oneLine = text
    // Cut first, so that a megabyte costs nothing below.
    .slice(0, MOST_CHARS * 8)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [...oneLine].slice(0, MOST_CHARS).join('');
}
