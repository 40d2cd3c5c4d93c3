/** Facts as words of the letter's language: one line each, no control characters, nothing but strings. */
import type { Param } from '../../protocol/words.ts';
import { isolate, type Viewer, type Wording } from '../words/words.ts';
import type { Values } from './fill.ts';
import type { Place } from './registry.ts';

export type Fact = Param | readonly Param[];
/** What is not known is left out, or empty. */
export type LetterFacts = Readonly<Record<string, Fact>>;

const LONGEST = 500;
const MOST_LINES = 60;

/** Only the places given, and only as own properties: `{{constructor}}` is a place that nobody filled. */
export function valuesOf(facts: LetterFacts, places: readonly Place[], wording: Wording, viewer: Viewer): Values {
  const values = new Map<string, string | string[]>();
  for (const place of places) {
    const fact = Object.hasOwn(facts, place) ? facts[place] : undefined;
    if (fact === undefined) continue;
    const value = isList(fact) ? fact.slice(0, MOST_LINES).map(worded).filter(Boolean) : place === 'link' ? linkOf(fact) : worded(fact);
    if (value.length > 0) values.set(place, value);
  }
  return values;

  function worded(value: Param): string {
    if (typeof value === 'number') return new Intl.NumberFormat(viewer.locale).format(value);
    const clean = cleaned(value);
    if (typeof clean === 'string') return clean === '' ? '' : isolate(clean, viewer.locale);
    return wording.word(clean, viewer);
  }
}

function isList(fact: Fact): fact is readonly Param[] {
  return Array.isArray(fact);
}

/** A link goes where a browser goes, or nowhere. */
function linkOf(fact: Param): string {
  const url = typeof fact === 'string' ? URL.parse(fact) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : '';
}

/** What others wrote may stand anywhere within words. */
function cleaned<T extends Param>(value: T): T;
function cleaned(value: Param): Param {
  if (typeof value === 'string') return oneLine(value);
  if (typeof value !== 'object') return value;
  if ('$code' in value) return { $code: oneLine(value.$code) };
  if (!('$t' in value) || value.p === undefined) return value;
  return { ...value, p: Object.fromEntries(Object.entries(value.p).map(([name, param]) => [name, cleaned(param)])) };
}

/** Control characters and marks of direction could turn or break what stands around them. */
export function oneLine(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}
