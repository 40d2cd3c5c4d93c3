import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LETTERS, type LetterId } from '../../../protocol/letters.ts';
import { placesIn } from '../../../server/letters/fill.ts';
import { placesOf, REGISTRY } from '../../../server/letters/registry.ts';
import { readTemplates } from '../../../server/letters/templates.ts';
import type { LetterFacts } from '../../../server/letters/values.ts';
import { ROOT } from '../../support/command.ts';
import { EVERY_FACT, lettersWith, SHOP } from './world.ts';

const templates = readTemplates();
const letters = lettersWith();
const LANGUAGES = readdirSync(join(ROOT, 'templates')).sort();
const EVERY = LANGUAGES.flatMap((locale) => LETTERS.map((letter) => ({ locale, letter })));

it('the letters are there in the languages of the texts, and nothing else', () => {
  expect([...templates.keys()].sort()).toEqual(readdirSync(join(ROOT, 'locales')).sort());
  for (const locale of LANGUAGES)
    expect(readdirSync(join(ROOT, 'templates', locale)).sort()).toEqual(LETTERS.map((letter) => `${letter}.txt`).sort());
});

describe.each(EVERY)('$locale $letter', ({ locale, letter }) => {
  const { subject, body } = templates.get(locale)?.get(letter) ?? { subject: '', body: '' };
  const english = templates.get('en')?.get(letter) ?? { subject: '', body: '' };

  it('is whole: its places are its own, and those it needs are there', () => {
    const used = new Set(placesIn(`${subject}\n${body}`));
    expect([...used].filter((place) => !placesOf(letter).some((one) => one === place))).toEqual([]);
    expect(REGISTRY[letter].needs.filter((place) => !used.has(place))).toEqual([]);
  });

  it('is built as the English one is: the same places in the same paragraphs, the same lists', () => {
    expect(shapeOf(body)).toEqual(shapeOf(english.body));
    expect(subject.split('||')).toHaveLength(english.subject.split('||').length);
  });

  it('holds no link to pay, and no word that blames', () => {
    expect(`${subject}${body}`).not.toMatch(/https?:|www\.|calm down|as per|rare/i);
  });
});

describe.each(LANGUAGES)('%s', (locale) => {
  it('reads well, with every fact and with none', async () => {
    const all = await Promise.all(
      LETTERS.flatMap((letter) => [rendered(letter, EVERY_FACT), rendered(letter, {})].map(async (one) => textOf(letter, await one))),
    );
    for (const text of all) expect(text).not.toMatch(/\{\{|\}\}|\*\*|\|\||undefined|null|: *$/);
    await expect(all.join('\n')).toMatchFileSnapshot(`letters/${locale}.txt`);
  });

  it('is a page', async () => {
    const all = await Promise.all(LETTERS.map(async (letter) => (await rendered(letter, EVERY_FACT)).html));
    await expect(all.join('\n')).toMatchFileSnapshot(`letters/${locale}.html`);
  });

  function rendered(letter: LetterId, facts: LetterFacts) {
    return letters.render({ shop: SHOP, letter, locale, tz: 'Europe/London', facts });
  }

  function textOf(letter: LetterId, { subject, text }: { subject: string; text: string }): string {
    return `===== ${letter}\n${subject}\n\n${text}`;
  }
});

it.each(LANGUAGES)('a letter about a matter that is open tells of the protection and of the dispute: %s', (locale) => {
  const silent = LETTERS.filter((letter) => {
    const body = templates.get(locale)?.get(letter)?.body ?? '';
    return (
      !body.includes('{{protection}}') ||
      !/dispute|Streitfall|geschil|disputa|纠纷|نزاع|спор|спір|異議申し立て|분쟁|litige|contestazione|[Ss]pór|[İi]tiraz/.test(body)
    );
  });
  expect(silent).toEqual(['postOffice', 'carrierClaim']);
});

it.each(LANGUAGES)('none but the one for it says that the parcel is lost: %s', (locale) => {
  const says = LETTERS.filter((letter) =>
    /\blost\b|perdid|丢失|ضائع|(?<!ب)ضاع|потерян|втрачен|紛失|분실|\bperdue?\b|smarrit|verloren|zgubion|kayıp|kayb/.test(
      templates.get(locale)?.get(letter)?.body ?? '',
    ),
  );
  expect(says).toEqual(['lost']);
});

function shapeOf(body: string): string[][] {
  return body.split(/\n\s*\n/).map((paragraph) => {
    const items = paragraph.split('\n').filter((line) => line.startsWith('- ')).length;
    return [`${items} items`, `${paragraph.split('||').length} wordings`, ...placesIn(paragraph).sort()];
  });
}
