/**
 * How well free text is understood that nobody who wrote the examples has seen: 80 plain lines a language, and 45 fresh ones that are as
 * untidy as real talks. The bounds are what shoppers are owed; the models only move when they are built anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Judged, tally } from '../../../server/understanding/tally.ts';
import { createUnderstanding, readUnderstanding } from '../../../server/understanding/understanding.ts';
import { ROOT } from '../../support/command.ts';

const understanding = createUnderstanding(readUnderstanding());
const FOLDERS = { unseen: 80, fresh: 45 } as const;
const LANGUAGES = readdirSync(join(ROOT, 'locales')).sort();

/** As the panel would hear them; `page`: the language that the page is in, where it is another. */
function judge(folder: keyof typeof FOLDERS, languages: readonly string[], page?: string) {
  const lines = languages.flatMap((language) => {
    const file = join(ROOT, 'test/server/understanding', folder, `${language}.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as Omit<Judged, 'language'>[]).map((line) => ({ ...line, language }));
  });
  return tally(lines, ({ text, language }) => {
    const heard = understanding.understand(text, { locale: page ?? language });
    return { intent: heard.intent, language: heard.language.language };
  });
}

describe('all languages together', () => {
  it('plain lines', () => {
    const { right, lines, astray, off } = judge('unseen', LANGUAGES);
    expect(right / lines).toBeGreaterThanOrEqual(0.9);
    expect(off).toBeGreaterThan(150);
    expect(astray / off).toBeLessThanOrEqual(0.08);
  });

  it('fresh lines', () => {
    const { right, lines, astray, off } = judge('fresh', LANGUAGES);
    expect(right / lines).toBeGreaterThanOrEqual(0.85);
    expect(off).toBeGreaterThan(80);
    expect(astray / off).toBeLessThanOrEqual(0.1);
  });
});

describe.each(LANGUAGES)('%s', (language) => {
  it.each(Object.entries(FOLDERS))('is understood: %s lines', (folder, least) => {
    const { right, lines } = judge(folder as keyof typeof FOLDERS, [language]);
    expect(lines).toBeGreaterThanOrEqual(least);
    expect(right / lines).toBeGreaterThanOrEqual(0.75);
  });

  it('is told apart from the others, also on an English page', () => {
    const { language: told, lines } = judge('unseen', [language], 'en');
    expect(told / lines).toBeGreaterThanOrEqual(0.85);
  });
});
