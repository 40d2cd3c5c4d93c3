import { direction, language, word } from '../shared/words.ts';

/** `Maya`: how one speaks of them. Of a name as on an order the first part is theirs in most, and never wrong enough to hurt. */
export function firstName(name: string | null): string {
  const first = name?.trim().split(/\s+/)[0];
  return first ? isolated(first) : word('talk.visitor');
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** A name that runs the other way than the sentence it stands in keeps to itself. */
export function isolated(name: string): string {
  return RTL.test(name) === (direction(language.value) === 'rtl') ? name : `\u2068${name}\u2069`;
}

export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((part) => [...part][0] ?? '');
  return (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')).toLocaleUpperCase();
}

/** `DE` of `de-AT`: how a row names a language. */
export function languageCode(locale: string): string {
  return (locale.split('-')[0] ?? locale).toUpperCase();
}
