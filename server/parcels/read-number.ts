/** A tracking number as somebody typed it: with a word before it, with the letter O for a nought. */
import type { Candidate } from './candidate.ts';
import { normalise } from './normalise.ts';
import { findNumbers, recognise } from './numbers.ts';
import { ranked } from './rank.ts';

export interface NumberRead {
  normalized: string;
  /** Likeliest first; empty where it is no tracking number. */
  candidates: Candidate[];
}

export function readNumber(text: string): NumberRead {
  const asWritten = { normalized: normalise(text), candidates: recognise(text) };
  // Something fits it as it stands, and nothing says that a character is wrong.
  if (asWritten.candidates.some(({ checkDigit }) => checkDigit !== 'failed')) return asWritten;
  const fitsNothing = asWritten.candidates.length === 0;
  return mend(asWritten.normalized, fitsNothing) ?? (fitsNothing ? amongWords(text, asWritten.normalized) : null) ?? asWritten;
}

/** "AWB: 3318810025", "my number is RR123456785CN, please". */
function amongWords(text: string, whole: string): NumberRead | null {
  const named = /^[\p{L}\s.#]{2,40}[:#]\s*([^:]+)$/u.exec(text)?.[1];
  if (named !== undefined) {
    const candidates = recognise(named);
    if (candidates.length > 0) return { normalized: normalise(named), candidates };
  }
  const [only, ...others] = /\p{L}/u.test(text) ? findNumbers(text) : [];
  // Among other digits it would be a piece of something else.
  const isAlone = only !== undefined && others.length === 0 && !/\d/.test(whole.replace(only.number, ''));
  return isAlone ? { normalized: only.number, candidates: only.candidates } : null;
}

/** O for 0, I or L for 1, and the other way round, where that makes a number of it whose check digit fits, or whose shape is plain. */
function mend(number: string, fitsNothing: boolean): NumberRead | null {
  const digits = number.match(/[0-9OIL]/g)?.length ?? 0;
  if (!/[OIL]|[01](?=[A-Z])|^[01]|[01]$/.test(number) || !/\d/.test(number) || digits * 2 < number.length) return null;
  // Without a check digit to go by, most of it must be digits as it stands.
  const isMostlyRight = /\d{3}/.test(number);
  const tried = [...new Set(variants(number))].filter((variant) => variant !== number);
  const hits = tried.flatMap((variant) => {
    const hit = ranked(variant);
    const best = hit[0];
    if (!best) return [];
    const isOk = best.candidate.checkDigit === 'ok';
    const isPlain = fitsNothing && isMostlyRight && best.candidate.checkDigit === 'none' && best.telling >= PLAIN;
    // A wrong digit beside a wrong letter: still what they meant.
    const isMeant = fitsNothing && isMostlyRight && best.candidate.checkDigit === 'failed' && best.telling >= PLAIN;
    return isOk || isPlain || isMeant ? [{ variant, hit, order: isOk ? 0 : isPlain ? 1 : 2 }] : [];
  });
  const [found] = hits.sort((a, b) => a.order - b.order || (b.hit[0]?.telling ?? 0) - (a.hit[0]?.telling ?? 0));
  return found ? { normalized: found.variant, candidates: found.hit.map(({ candidate }) => candidate) } : null;
}

const PLAIN = 0.7;
const LONGEST_HEAD = 7;

/** Letters in front, digits, perhaps two letters at the end: how far the letters go is tried out. */
function variants(number: string): string[] {
  const heads = Array.from({ length: LONGEST_HEAD + 1 }, (_, length) => length);
  return heads.flatMap((length) => {
    const [head, rest] = [number.slice(0, length), number.slice(length)];
    const both = [head, toLetters(head), toDigits(head)];
    return both.flatMap((start) => [
      start + toDigits(rest),
      start + toDigits(rest.slice(0, -2)) + toLetters(rest.slice(-2)),
      start + toDigits(rest.slice(0, -1)) + rest.slice(-1),
    ]);
  });
}

function toDigits(text: string): string {
  return text.replaceAll('O', '0').replace(/[IL]/g, '1');
}

function toLetters(text: string): string {
  return text.replaceAll('0', 'O').replaceAll('1', 'I');
}
