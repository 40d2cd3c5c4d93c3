import { fold, tokens } from './fold.ts';

/** Finds which of many phrases a text holds, in one pass over its words. */
export interface PhraseBook<T> {
  /** Each phrase's value once, with the place of its first word; of the first that `counts`. */
  find(words: readonly string[], counts?: (value: T, at: number) => boolean): { value: T; at: number }[];
}

/** See `LanguageWords` for what a phrase may hold. */
export function createPhraseBook<T>(entries: readonly { phrase: string; value: T }[]): PhraseBook<T> {
  /** By the word that comes first, and by how a word begins that does. */
  const [byWord, byBeginning] = [new Map<string, Entry<T>[]>(), new Map<string, Entry<T>[]>()];
  const put = (into: Map<string, Entry<T>[]>, key: string, entry: Entry<T>) => {
    const same = into.get(key);
    if (same) same.push(entry);
    else into.set(key, [entry]);
  };
  for (const { phrase, value } of entries) {
    const entry = { parts: parse(phrase), value };
    const { words, beginnings } = firstOf(entry.parts);
    for (const key of new Set(words)) put(byWord, key, entry);
    for (const key of new Set(beginnings)) put(byBeginning, key, entry);
  }
  return {
    find(words, counts) {
      const found = new Map<T, number>();
      const look = (entries: readonly Entry<T>[] | undefined, at: number) => {
        if (!entries) return;
        for (const { parts, value } of entries) {
          if (found.has(value) || isOut(parts, words, at) || !fits(parts, 0, words, at, false, yes)) continue;
          if (counts === undefined || counts(value, at)) found.set(value, at);
        }
      };
      for (let at = 0; at < words.length; at++) {
        const word = words[at] ?? '';
        look(byWord.get(word), at);
        for (let length = 1; length <= BEGINNING && length <= word.length; length++) look(byBeginning.get(word.slice(0, length)), at);
      }
      return [...found].map(([value, at]) => ({ value, at }));
    },
  };
}

/** Of a word that may have any ending: so much of it is looked up at once. */
const BEGINNING = 5;

interface Entry<T> {
  parts: Part[];
  value: T;
}

/** One place of a phrase and what may stand there. */
interface Part {
  /** Other words may stand before it. */
  gap: boolean;
  words: Set<string>;
  prefixes: string[];
  /** Alternatives of more than one word. */
  longer: Part[][];
  /** It may be left out. */
  empty: boolean;
}

const WIDEST_GAP = 6;
const yes = () => true;

/** Whether the next part is no gap away and plainly does not stand there: most candidates end here, before anything is built. */
function isOut([first, second]: readonly Part[], words: readonly string[], at: number): boolean {
  if (first === undefined || second === undefined || first.empty || first.longer.length > 0) return false;
  if (second.gap || second.empty || second.longer.length > 0) return false;
  const word = words[at + 1];
  return word === undefined || !(second.words.has(word) || second.prefixes.some((prefix) => word.startsWith(prefix)));
}

function fits(
  parts: readonly Part[],
  which: number,
  words: readonly string[],
  at: number,
  gap: boolean,
  then: (at: number) => boolean,
): boolean {
  const part = parts[which];
  if (part === undefined) return then(at);
  const open = gap || part.gap;
  if (part.empty && fits(parts, which + 1, words, at, open, then)) return true;
  const end = Math.min(words.length - 1, at + (open ? WIDEST_GAP : 0));
  for (let here = at; here <= end; here++) {
    const word = words[here] ?? '';
    const one = part.words.has(word) || part.prefixes.some((prefix) => word.startsWith(prefix));
    if (one && fits(parts, which + 1, words, here + 1, false, then)) return true;
    for (const sequence of part.longer) {
      if (fits(sequence, 0, words, here, false, (next) => fits(parts, which + 1, words, next, false, then))) return true;
    }
  }
  return false;
}

function parse(phrase: string): Part[] {
  if (!/[()~]/.test(phrase)) return phrase.split(/\s+/).flatMap((word) => wordsOf(word).map((one) => ({ ...one, gap: false })));
  const parts: Part[] = [];
  let gap = false;
  const add = (part: Omit<Part, 'gap'>) => {
    parts.push({ ...part, gap });
    gap = false;
  };
  for (const [piece] of phrase.matchAll(/\((?:[^()]|\([^()]*\))*\)|~|[^()~]+/g)) {
    if (piece === '~') gap = true;
    else if (piece.startsWith('(')) add(group(piece.slice(1, -1)));
    else for (const word of piece.split(/\s+/)) for (const one of wordsOf(word)) add(one);
  }
  return parts;
}

function group(inside: string): Omit<Part, 'gap'> {
  const part: Omit<Part, 'gap'> = { words: new Set(), prefixes: [], longer: [], empty: false };
  for (const alternative of inside.includes('(') ? splitOutside(inside) : inside.split('|')) {
    const parts = parse(alternative);
    const [only] = parts;
    if (only === undefined) part.empty = true;
    else if (parts.length === 1 && only.longer.length === 0 && !only.empty) {
      for (const word of only.words) part.words.add(word);
      part.prefixes.push(...only.prefixes);
    } else part.longer.push(parts);
  }
  return part;
}

function splitOutside(inside: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of inside) {
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    if (char === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function wordsOf(piece: string): Omit<Part, 'gap'>[] {
  const isPrefix = piece.endsWith('*');
  const words = tokens(fold(piece.replaceAll('*', '')));
  return words.map((word, i) => {
    const prefix = isPrefix && i === words.length - 1;
    return { words: new Set(prefix ? [] : [word]), prefixes: prefix ? [word] : [], longer: [], empty: false };
  });
}

/** Under which words and beginnings an entry must be looked up: all that can come first. */
function firstOf(parts: readonly Part[]): { words: string[]; beginnings: string[] } {
  const [first, ...rest] = parts;
  if (first === undefined) return { words: [], beginnings: [] };
  const further = [...first.longer.map(firstOf), ...(first.empty ? [firstOf(rest)] : [])];
  return {
    words: [...first.words, ...further.flatMap(({ words }) => words)],
    beginnings: [...first.prefixes.map((prefix) => prefix.slice(0, BEGINNING)), ...further.flatMap(({ beginnings }) => beginnings)],
  };
}
