import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../../protocol/errors.ts';

const texts = JSON.parse(readFileSync(new URL('../../../locales/en/error.json', import.meta.url), 'utf8')) as Record<string, string>;

/** What a refusal says instead, where its code alone would say too little. */
const CLOSER = ['talkLink'];

it('every refusal has its words and no words are without a refusal', () => {
  expect(Object.keys(texts).sort()).toEqual([...ERROR_CODES, ...CLOSER].sort());
});

it.each(Object.entries(texts))('%s says what happened and what to do, without asking pardon', (code, text) => {
  expect(text).not.toMatch(/please|sorry|valid|oops|!/i);
  expect(text).toMatch(/\.$/);
  const places = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
  // Only the photo routes hand numbers in.
  expect(places.every((place) => code.startsWith('E_PHOTO_') && ['mb', 'megapixels', 'photos'].includes(place ?? ''))).toBe(true);
});
