import { describe, expect, it } from 'vitest';
import { StoreSettings } from '../../../protocol/settings.ts';
import { Value } from 'typebox/value';
import { checkSettings } from '../../../server/shops/check-settings.ts';
import { createShop, shopDefaults } from '../../../server/shops/create.ts';
import { snippet } from '../../../server/shops/snippet.ts';
import { storeView } from '../../../server/shops/view.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import { START, testClock } from '../../support/clock.ts';

const good: StoreSettings = { ...shopDefaults, name: 'Sample Shop', origins: ['https://shop.example'] };
const make = () => {
  let n = 0;
  return { newId: () => `id-${(n += 1)}-0000`, newSecret: () => 's'.repeat(43), clock: testClock() };
};
/** Problems as `path: text`. */
function problems(value: unknown): string[] {
  const checked = checkSettings(value);
  return checked.ok ? [] : checked.problems.map(({ path, text }) => `${path}: ${text}`);
}
const policy = (changes: object) => ({ ...good, policy: { ...defaultPolicy, ...changes } });

describe('a new shop', () => {
  it('has ids, a secret, every default and exact origins', () => {
    const made = createShop({ name: 'Sample Shop', origins: ['https://SHOP.example/', 'https://shop.example'], color: '#14532d' }, make());
    expect(made).toEqual({
      ok: true,
      shop: {
        id: 'id-1-0000',
        key: 'tw_id-2-0000',
        settings: { ...shopDefaults, name: 'Sample Shop', color: '#14532d', origins: ['https://shop.example'] },
        identitySecret: 's'.repeat(43),
        createdAt: START,
        updatedAt: START,
      },
    });
  });

  it('starts with a policy that its schema accepts', () => {
    expect(Value.Check(StoreSettings, good)).toBe(true);
    expect(problems(good)).toEqual([]);
  });

  it('is not made from bad settings', () => {
    expect(createShop({ name: '', origins: ['https://*.example'] }, make())).toMatchObject({ ok: false });
  });
});

describe('problems are told in words', () => {
  it.each([
    ['a missing setting', JSON.parse(JSON.stringify({ ...good, name: undefined })) as unknown, 'name: is missing'],
    ['an empty name', { ...good, name: '' }, 'name: must not be empty'],
    ['a setting there is not', { ...good, colour: 'red' }, 'colour: is not a setting'],
    ['a color by name', { ...good, color: 'red' }, 'color: must be a color like #14532d'],
    ['no language', { ...good, locales: [] }, 'locales: must not be empty'],
    [
      'a language code there is not',
      { ...good, locales: ['en', 'English!'] },
      'locales: "English!" is not a language code like en or pt-BR',
    ],
    ['a default that is not offered', { ...good, defaultLocale: 'de' }, 'defaultLocale: "de" must be one of: en'],
    ['a text for yes or no', { ...good, identityRequired: 'no' }, 'identityRequired: must be true or false'],
    ['a greeting in no language', { ...good, greeting: { English: 'Hi' } }, 'greeting.English: "English" is not a language code'],
    ['a greeting that is too long', { ...good, greeting: { en: 'x'.repeat(301) } }, 'greeting.en: must have 300 characters or fewer'],
    ['a greeting with markup', { ...good, greeting: { en: '<b>Hi</b>' } }, 'greeting.en: must be one line of plain text'],
    ['a greeting with stars', { ...good, greeting: { en: '**Hi**' } }, 'greeting.en: must be one line of plain text'],
    ['a greeting with a place', { ...good, greeting: { en: 'Hi {{name}}' } }, 'greeting.en: must be one line of plain text'],
    ['a greeting of two lines', { ...good, greeting: { en: 'Hi\nthere' } }, 'greeting.en: must be one line of plain text'],
    ['a greeting that turns the page around', { ...good, greeting: { en: 'Hi \u202eereht' } }, 'greeting.en: must be one line'],
    ['a wildcard', { ...good, origins: ['https://*.shop.example'] }, 'origins.0: https://*.shop.example has a wildcard'],
    ['half a day', policy({ protectionDays: 1.5 }), 'policy.protectionDays: must be a whole number'],
    ['too many days', policy({ protectionDays: 400 }), 'policy.protectionDays: must be 365 or less'],
    ['a policy there is not', policy({ generosity: 9 }), 'policy.generosity: is not a setting'],
    ['a maximum below the minimum', policy({ deliveryBusinessDays: { min: 9, max: 3 } }), 'policy.deliveryBusinessDays.max: must be 9'],
    [
      'a shop that closes before it opens',
      policy({ hours: { ...defaultPolicy.hours, from: 18, to: 9 } }),
      'policy.hours.to: must be later than 18',
    ],
    [
      'a zone there is not',
      policy({ hours: { ...defaultPolicy.hours, tz: 'Mars/Base' } }),
      'policy.hours.tz: "Mars/Base" is not a time zone',
    ],
    ['nothing', null, ': must be a group of settings'],
  ])('%s', (_name, value, told) => {
    const found = problems(value);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });

  it('one sentence for each place', () => {
    const found = problems({ ...policy({ lostAfterDays: 'never', photoKeepDays: 1 }), color: 5 });
    expect(found.map((line) => line.split(':')[0]).sort()).toEqual(['color', 'policy.lostAfterDays', 'policy.photoKeepDays']);
  });
});

describe('what others see', () => {
  const made = createShop(good, make());
  const shop = made.ok ? made.shop : expect.fail('no shop');

  it('shoppers: looks and languages, no secret and no policy', () => {
    expect(storeView(shop, ['en', 'es'])).toEqual({
      key: 'tw_id-2-0000',
      name: 'Sample Shop',
      color: null,
      locales: ['en'],
      defaultLocale: 'en',
    });
  });

  it('owners: one line that can hold nothing but a script tag', () => {
    expect(snippet(shop, 'https://help.example')).toBe(
      '<script async src="https://help.example/widget.js" data-store="tw_id-2-0000"></script>',
    );
    expect(snippet({ key: '"><script>' }, 'https://help.example')).not.toContain('"><script>');
  });
});
