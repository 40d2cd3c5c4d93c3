/** Numbers and addresses in what people write: e-mail, postcode, order, tracking, and the days they waited. */
import { findNumbers } from '../parcels/numbers.ts';
import { asciiDigits } from '../parcels/normalise.ts';
import type { LanguageWords } from './data.ts';
import { fold } from './fold.ts';

export interface Extracted {
  order: string | null;
  tracking: string | null;
  contact: string | null;
  days: number | null;
}

export type Extract = (text: string) => Extracted;

export function createExtract(words: LanguageWords): Extract {
  const daysIn = createDays(words.days);
  const orderAfter = new RegExp(`(?:${alternatives(words.orderWords)})(?!\\p{Script=Latin})[^\\p{N}#@]{0,20}?#?${ORDER}`, 'iu');
  const postcodeAfter = new RegExp(`(?:${alternatives(words.postcodeWords)})(?!\\p{Script=Latin})[^\\p{N}]{0,12}?(${POSTCODES})`, 'iu');
  return (text) => {
    const plain = asciiDigits(text.normalize('NFKC'));
    const email = EMAIL.exec(plain)?.[0] ?? null;
    const noMail = email === null ? plain : plain.replace(email, ' ; ');
    const tracking = findNumbers(noMail)[0]?.number ?? null;
    const noTracking = tracking === null ? noMail : without(noMail, tracking);
    const days = daysIn(fold(plain));

    const postcode = postcodeAfter.exec(noTracking)?.[1] ?? LETTERED.exec(noTracking)?.[0] ?? null;
    const rest = postcode === null ? noTracking : noTracking.replace(postcode, ' ; ');
    const named = HASH.exec(rest)?.[1] ?? orderAfter.exec(rest)?.[1] ?? null;
    const order = named !== null && Number(named) !== days ? named : null;
    // "1003 28013": a number alone is an order's only where hardly anything else is said.
    const lone = order === null && days === null ? loneNumbers(rest, email !== null || postcode !== null || tracking !== null) : [];
    return {
      order: order ?? lone[0] ?? null,
      tracking,
      contact: email ?? postcode ?? (lone.length === 2 ? (lone[1] ?? null) : secondNumber(rest, order)),
      days,
    };
  };
}

const EMAIL = /[^\s@<>,;:"'()[\]]{1,64}@[^\s@<>,;:"'()[\]]{1,190}\.[a-z]{2,24}/i;
const ORDER = '((?:[A-Z]{1,4}-?)?\\d{3,12})(?![\\p{N}]|[-/.]\\d)';
const HASH = new RegExp(`#\\s?${ORDER}`, 'iu');
/** Postcodes that hold letters are told by their shape: British, Canadian. */
const LETTERED = /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z][ -]?\d[A-Z]\d)(?![\p{L}\p{N}])/iu;
const POSTCODES =
  '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z][ -]?\\d[A-Z]\\d|\\d{4} ?[A-Z]{2}(?![\\p{L}])|\\d{2}-\\d{3}|\\d{3}-\\d{4}|\\d{4}-\\d{3}|\\d{4,6}';

function loneNumbers(rest: string, proven: boolean): string[] {
  const numbers = rest.match(/(?<![\p{L}\p{N}#.,/:-])\d{3,8}(?![\p{L}\p{N}]|[.,/:-]\d)/gu) ?? [];
  const others = (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length - numbers.length;
  const quiet = others <= (proven ? 4 : 2);
  return quiet && numbers.length <= 2 ? numbers : [];
}

// "#1003, 28013": the order is named, so a number left over is the postcode.
function secondNumber(rest: string, order: string | null): string | null {
  if (order === null) return null;
  const left = (
    rest.match(
      /(?<![\p{L}\p{N}#.,/:-])(?:\d{2}-\d{3}|\d{3}-\d{4}|\d{4}-\d{3}|\d{4,6}(?: ?[A-Z]{2}(?!\p{L}))?)(?![\p{L}\p{N}]|[.,/:-]\d)/gu,
    ) ?? []
  ).filter((one) => one !== order);
  const others = (rest.match(/\p{L}+/gu) ?? []).length;
  return left.length === 1 && others <= 4 ? (left[0] ?? null) : null;
}

function without(text: string, number: string): string {
  return text.replace(new RegExp([...number].join('[\\s.\\u2010-\\u2015-]{0,2}'), 'i'), ' ; ');
}

function createDays(words: LanguageWords['days']): (folded: string) => number | null {
  const numerals = folded(words.numerals);
  const units = folded(words.units);
  const fixed = folded(words.fixed);
  const before = alternatives(words.aheadBefore.map(fold));
  const after = alternatives(words.aheadAfter.map(fold));
  const ahead = before === '' ? '' : `(?<!(?:${before}) ?)`;
  const notAhead = after === '' ? '' : `(?! ?(?:${after}))`;
  const start = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{N}])';
  const end = '(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}])';
  const span = new RegExp(
    `${ahead}${start}(\\d{1,3}|${alternatives([...numerals.keys()])}) ?(?:\\p{L}{1,9} )?(${alternatives([...units.keys()])})${end}${notAhead}`,
    'u',
  );
  const whole = fixed.size === 0 ? null : new RegExp(`${ahead}${start}(${alternatives([...fixed.keys()])})${end}${notAhead}`, 'u');
  return (text) => {
    const hit = span.exec(text);
    const count = numerals.get(hit?.[1] ?? '') ?? Number(hit?.[1]);
    const days = hit ? count * (units.get(hit[2] ?? '') ?? 1) : fixed.get(whole?.exec(text)?.[1] ?? '');
    return days !== undefined && days >= 1 && days <= 365 ? Math.round(days) : null;
  };
}

function folded(words: Record<string, number>): Map<string, number> {
  return new Map(Object.entries(words).map(([word, value]) => [fold(word), value]));
}

/** Longest first, so that "twenty one" is met before "twenty". */
function alternatives(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
