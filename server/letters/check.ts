/** Whether a letter may be worded so: what is wrong is told at its field. */
import type { LetterId } from '../../protocol/letters.ts';
import { placesIn } from './fill.ts';
import { placesOf, REGISTRY } from './registry.ts';
import type { Template } from './templates.ts';

export const LONGEST = { subject: 200, body: 10_000 } as const;

export interface WordingProblem {
  path: 'subject' | 'body';
  what: 'empty' | 'long' | 'open' | 'unknown' | 'needed' | 'stands';
  /** As it is written: `{{by}}`. */
  place?: string;
  most?: number;
}

export function checkWording(letter: LetterId, { subject, body }: Template): WordingProblem[] {
  return [...ofField('subject', subject, letter), ...standing(subject), ...ofField('body', body, letter), ...needed(letter, body)];
}

function ofField(path: 'subject' | 'body', text: string, letter: LetterId): WordingProblem[] {
  if (text.trim() === '') return [{ path, what: 'empty' }];
  if (text.length > LONGEST[path]) return [{ path, what: 'long', most: LONGEST[path] }];
  const known: readonly string[] = placesOf(letter);
  const unknown = [...new Set(placesIn(text))].filter((place) => !known.includes(place));
  const rest = text.replaceAll(/\{\{[^{}\n]{0,60}\}\}/g, '');
  return [
    ...unknown.map((place) => ({ path, what: 'unknown' as const, place: written(place) })),
    ...(rest.includes('{{') || rest.includes('}}') ? [{ path, what: 'open' as const }] : []),
  ];
}

/** A letter goes out with a subject, whatever is known. */
function standing(subject: string): WordingProblem[] {
  const stands = subject.split('||').some((wording) => wording.trim() !== '' && placesIn(wording).every((place) => place === 'shop'));
  return stands || subject.trim() === '' ? [] : [{ path: 'subject', what: 'stands' }];
}

function needed(letter: LetterId, body: string): WordingProblem[] {
  const there = new Set(placesIn(body));
  if (body.trim() === '') return [];
  return REGISTRY[letter].needs
    .filter((place) => !there.has(place))
    .map((place) => ({ path: 'body', what: 'needed', place: written(place) }));
}

function written(place: string): string {
  return `{{${place.slice(0, 40)}}}`;
}
