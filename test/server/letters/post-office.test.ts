import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../server/letters/countries.ts';
import { printedPage, type PrintedLetter } from '../../../server/letters/print-page.ts';
import { lettersWith, EVERY_FACT, SHOP } from './world.ts';

const letters = lettersWith();

async function written(locale: string): Promise<PrintedLetter> {
  const { template } = await letters.source(SHOP, 'postOffice', locale);
  const { subject, blocks } = letters.fill({ shop: SHOP, letter: 'postOffice', locale, tz: 'UTC', facts: EVERY_FACT }, template);
  const labels = { office: `office ${locale}`, stamp: `stamp ${locale}`, date: `date ${locale}`, signature: `signature ${locale}` };
  return { locale, subject, blocks, labels, today: '14' };
}

describe('the language of a post office', () => {
  it.each([
    ['ES', 'es'],
    ['mx', 'es'],
    ['CN', 'zh-CN'],
    ['SA', 'ar'],
    ['GB', null],
    ['DE', null],
    ['TW', null],
    [undefined, null],
  ])('%s: %s', (country, language) => {
    expect(languageOf(country)).toBe(language);
  });
});

describe.each([['es', 'en'], ['zh-CN', 'en'], ['ar', 'en'], ['en']].map((pair) => ({ pair })))('the page in $pair', ({ pair }) => {
  it('says the same in each, each in its own direction, with one place for the stamp', async () => {
    const page = printedPage(await Promise.all(pair.map(written)), 'stamp');
    for (const locale of pair) {
      expect(page).toContain(`<article lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
      expect(page).toContain(`stamp ${locale}`);
    }
    expect(page.match(/RB123456785CN/g)?.length).toBeGreaterThanOrEqual(pair.length * 2);
    expect(page.match(/class="box stamp"/g)).toHaveLength(1);
    await expect(page).toMatchFileSnapshot(`letters/post-office.${pair.join('-')}.html`);
  });
});
