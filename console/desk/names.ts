import type { DeskView } from '../../protocol/desk.ts';
import { isolated, word } from '../shared/words.ts';

/** `Maya`: how one speaks of them. Of a name as on an order the first part is theirs in most, and never wrong enough to hurt. */
export function firstName(name: string | null): string {
  const first = name?.trim().split(/\s+/)[0];
  return first ? isolated(first) : word('talk.visitor');
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

/** Their language by its name, and whose word it is: theirs, what they wrote, or only that of the page they came from. */
export function theirLanguage({ language, languageBy }: DeskView['shopper']): string {
  return word(`composer.theirs.${languageBy}`, { language });
}
