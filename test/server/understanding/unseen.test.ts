/**
 * How well free text is understood that nobody who wrote the examples has seen: 80 lines a language, each by another hand.
 * The bounds are what shoppers are owed; the models only move when they are built anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Judged, tally } from '../../../server/understanding/tally.ts';
import { createUnderstanding, readUnderstanding } from '../../../server/understanding/understanding.ts';
import { ROOT } from '../../support/command.ts';

const understanding = createUnderstanding(readUnderstanding());
const FOLDER = join(ROOT, 'test/server/understanding/unseen');
const LANGUAGES = readdirSync(join(ROOT, 'locales')).sort();

/** As the panel would hear them; `page`: the language that the page is in, where it is another. */
function judge(languages: readonly string[], page?: string) {
  const lines = languages.flatMap((language) =>
    (JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8')) as Omit<Judged, 'language'>[]).map((line) => ({ ...line, language })),
  );
  return tally(lines, ({ text, language }) => {
    const heard = understanding.understand(text, { locale: page ?? language });
    return { intent: heard.intent, language: heard.language.language };
  });
}

it('all languages together', () => {
  const { right, lines, astray, off } = judge(LANGUAGES);
  expect(right / lines).toBeGreaterThanOrEqual(0.88);
  expect(off).toBeGreaterThan(150);
  expect(astray / off).toBeLessThanOrEqual(0.1);
});

describe.each(LANGUAGES)('%s', (language) => {
  it('is understood', () => {
    const { right, lines } = judge([language]);
    expect(lines).toBeGreaterThanOrEqual(80);
    expect(right / lines).toBeGreaterThanOrEqual(0.8);
  });

  it('is told apart from the others, also on an English page', () => {
    const { language: told, lines } = judge([language], 'en');
    expect(told / lines).toBeGreaterThanOrEqual(0.85);
  });
});
