/** Which carrier a tracking number may belong to, and where a number hides in a sentence. */
import type { Candidate } from './candidate.ts';
import { asciiDigits, normalise } from './normalise.ts';
import { isSomethingElse } from './not-a-number.ts';
import { ranked, type Ranked } from './rank.ts';

export { normalise };

export interface FoundNumber {
  /** Normalised. */
  number: string;
  candidates: Candidate[];
}

/** All carriers the number may belong to, likeliest first; empty where no rule knows its shape. */
export function recognise(text: string): Candidate[] {
  const number = normalise(text);
  const hits = ranked(number);
  const isSure = hits.some(({ candidate }) => candidate.checkDigit === 'ok');
  return isSomethingElse(text, number, isSure) ? [] : hits.map(({ candidate }) => candidate);
}

/** Probably mistyped: it has the likeliest carrier's shape, but its check digit doesn't fit. */
export function isDoubtful(text: string): boolean {
  return recognise(text)[0]?.checkDigit === 'failed';
}

/** Tracking numbers in a sentence, in the order written. Phone numbers, dates and order numbers are left alone. */
export function findNumbers(freeText: string): FoundNumber[] {
  const tokens = tokensOf(freeText);
  const namesDhl = tokens.some((token) => token.text === 'DHL');
  const found: FoundNumber[] = [];
  for (let start = 0; start < tokens.length;) {
    const hit = longestFrom(tokens, start, namesDhl);
    if (hit && !found.some((earlier) => earlier.number === hit.found.number)) found.push(hit.found);
    start = hit ? hit.next : start + 1;
  }
  return found;
}

interface Token {
  text: string;
  /** Only a space, dash or dot stands between this token and the one before. */
  joined: boolean;
  /** As written it had small letters, as words have and numbers seldom do. */
  small: boolean;
}

function tokensOf(freeText: string): Token[] {
  const text = latinOnly(freeText);
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(/[A-Za-z0-9]+/g)) {
    const between = end < 0 ? '' : text.slice(end, match.index);
    tokens.push({ text: match[0].toUpperCase(), joined: /^[ .\u2010-\u2015-]{1,2}$/.test(between), small: /[a-z]/.test(match[0]) });
    end = match.index + match[0].length;
  }
  return tokens;
}

function latinOnly(text: string): string {
  return asciiDigits(text.normalize('NFKC')).replace(/[\t\u00a0]/g, ' ');
}

// Labels group digits in blocks, so neighbouring tokens are tried together, the longest run first.
const MOST_BLOCKS = 9;

function longestFrom(tokens: Token[], start: number, namesDhl: boolean): { found: FoundNumber; next: number } | null {
  let run = tokens[start]?.text ?? '';
  const runs = [run];
  for (let i = start + 1; i < tokens.length && runs.length < MOST_BLOCKS; i++) {
    const token = tokens[i];
    if (!token?.joined) break;
    run += token.text;
    runs.push(run);
  }
  for (let blocks = runs.length; blocks > 0; blocks--) {
    const number = runs[blocks - 1] ?? '';
    if (number.length < 10 || number.length > 34 || !looksGrouped(tokens, start, blocks)) continue;
    const hits = ranked(number);
    const best = hits[0];
    const words = blocks > 1 && tokens.slice(start, start + blocks).some((token) => token.small);
    if (best && isConvincing(best, number, namesDhl) && !(words && best.candidate.checkDigit === 'failed')) {
      return { found: { number, candidates: hits.map(({ candidate }) => candidate) }, next: start + blocks };
    }
  }
  return null;
}

// "is LX 123 456 785 FR" must not begin at "is", nor end in the next word.
function looksGrouped(tokens: Token[], start: number, blocks: number): boolean {
  for (let i = 1; i < blocks - 1; i++) {
    if (!/\d/.test(tokens[start + i]?.text ?? '')) return false;
  }
  return true;
}

function isConvincing({ candidate, telling }: Ranked, number: string, namesDhl: boolean): boolean {
  if (telling >= 0.7) return true;
  const isFailed = candidate.checkDigit === 'failed';
  if (/\D/.test(number)) return !isFailed && telling >= 0.5;
  if (number.length >= 18) return true;
  // One ten-digit number in seven passes DHL's check by chance, and phone numbers have ten digits.
  if (number.length < 12) return candidate.checkDigit === 'ok' && namesDhl;
  return !isFailed && telling >= 0.35;
}
