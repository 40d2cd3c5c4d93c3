import type { ComponentChildren } from 'preact';
import { word, type WordKey } from './words.ts';

/** A sentence with something in it that is more than text: `<Say it="talk.tookOver" with={{ name: <b>Nadia</b> }} />`. */
export function Say({ it, with: parts, count }: { it: WordKey; with: Record<string, ComponentChildren>; count?: number }) {
  const names = Object.keys(parts);
  const marked = Object.fromEntries(names.map((name, index) => [name, `${MARK}${index}${MARK}`]));
  const text = word(it, count === undefined ? marked : { ...marked, count });
  return <>{text.split(MARK).map((piece, index) => (index % 2 === 0 ? piece : parts[names[Number(piece)] ?? '']))}</>;
}

// Of the private use area: no language has a word with it.
const MARK = '\uE000';
