import type { Face } from '../../protocol/inbox.ts';

/** How people of the shop see each other: name and initials. */
export function faceOf({ id, name }: { id: string; name: string }): Face {
  return { id, name, initials: initialsOf(name) };
}

/** Of the first and the last word. */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((part) => [...part][0] ?? '');
  return (letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : (letters[0] ?? '')).toUpperCase();
}
