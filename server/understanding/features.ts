/** What the models see of a text: which of many small pieces it holds, each as a number below a fixed size. */
import { isSingle } from './fold.ts';

/** Sizes are powers of two; pieces that fall on the same number share a weight. */
export const SIZES = { characters: 1 << 17, words: 1 << 16, language: 1 << 15 } as const;

/** Collects numbers of one space, each once. Not re-entrant: one text at a time. */
class Pieces {
  #seen: Uint32Array;
  #round = 0;
  #mask: number;
  #found: number[] = [];

  constructor(size: number) {
    this.#seen = new Uint32Array(size);
    this.#mask = size - 1;
  }

  begin(): void {
    this.#round++;
    this.#found = [];
  }

  add(hash: number): void {
    const at = (hash ^ (hash >>> 15)) & this.#mask;
    if (this.#seen[at] === this.#round) return;
    this.#seen[at] = this.#round;
    this.#found.push(at);
  }

  end(): readonly number[] {
    return this.#found;
  }
}

const characters = new Pieces(SIZES.characters);
const words = new Pieces(SIZES.words);
const language = new Pieces(SIZES.language);

const LONGEST = 5;

/** Runs of one to five characters within words, and the words themselves. */
export function characterPieces(said: readonly string[]): readonly number[] {
  characters.begin();
  addRuns(characters, said, LONGEST);
  return characters.end();
}

/** Words, pairs of neighbours, and of characters that stand alone also threes and fours; then concepts, alone and in pairs. */
export function wordPieces(said: readonly string[], concepts: readonly string[]): readonly number[] {
  words.begin();
  const plain = said.map(masked);
  for (let i = 0; i < plain.length; i++) {
    let hash = start('w');
    const reach = isSingle(plain[i] ?? '') ? 4 : 2;
    for (let length = 0; length < reach && i + length < plain.length; length++) {
      hash = mix(mix(hash, 32), plain[i + length] ?? '');
      words.add(hash);
    }
    // "not … delivered": two words with one between them.
    if (i + 2 < plain.length) words.add(mix(mix(mix(start('g'), plain[i] ?? ''), 32), plain[i + 2] ?? ''));
  }
  words.add(start(said.length < 3 ? 'short' : said.length < 7 ? 'some' : 'long'));
  for (const [i, one] of concepts.entries()) {
    words.add(mix(start('c'), one));
    for (const other of concepts.slice(i + 1)) words.add(mix(mix(mix(start('p'), one), 32), other));
  }
  return words.end();
}

/** Runs of up to four characters: enough to tell languages apart. */
export function languagePieces(said: readonly string[]): readonly number[] {
  language.begin();
  addRuns(language, said, 4);
  return language.end();
}

function addRuns(into: Pieces, said: readonly string[], longest: number): void {
  for (let i = 0; i < said.length; i++) {
    let word = masked(said[i] ?? '');
    // Characters that stand alone are read on as one long word.
    if (isSingle(word)) while (i + 1 < said.length && isSingle(said[i + 1] ?? '')) word += said[++i] ?? '';
    const padded = ` ${word} `;
    for (let from = 0; from < padded.length; from++) {
      let hash = start('n');
      for (let at = from; at < padded.length && at < from + longest; at++) {
        hash = mix(hash, padded.charCodeAt(at));
        if (at > from || from > 0) into.add(hash);
      }
    }
    into.add(mix(start('w'), word));
  }
}

/** How many rather than which: "3 weeks" teaches something about "4 weeks". */
function masked(word: string): string {
  return /^\p{N}/u.test(word) ? (word.length > 4 ? '0000' : word.length > 2 ? '000' : word === '1' ? '1' : '0') : word;
}

function start(kind: string): number {
  return mix(0x811c9dc5, kind);
}

/** FNV-1a, over UTF-16 units. */
function mix(hash: number, more: string | number): number {
  if (typeof more === 'number') return Math.imul(hash ^ more, 0x01000193);
  let mixed = hash;
  for (let i = 0; i < more.length; i++) mixed = Math.imul(mixed ^ more.charCodeAt(i), 0x01000193);
  return mixed;
}
