import { expect, it } from 'vitest';
import { loadWords, wordsIn } from '../../../widget/app/words.ts';

const arabic = {
  photo_zero: 'لا',
  photo_one: 'صورة',
  photo_two: 'صورتان',
  photo_few: '{{count}} صور',
  photo_many: '{{count}} صورة',
  photo_other: '{{count}} ص',
};

it('picks the plural form of the language', () => {
  const word = wordsIn('ar', arabic);
  expect([0, 1, 2, 3, 11, 100].map((count) => word('photo', { count }))).toEqual(['لا', 'صورة', 'صورتان', '3 صور', '11 صورة', '100 ص']);
});

it('fills places once, with own properties alone, and shows an unknown key as it is', () => {
  const word = wordsIn('en', { hi: 'Hi {{name}}, {{other}} {{constructor}}', deep: { er: 'yes' } });
  expect(word('hi', { name: '{{other}}' })).toBe('Hi {{other}}, {{other}} {{constructor}}');
  expect([word('deep.er'), word('deep'), word('deep.er.length'), word('toString'), word('no.such')]).toEqual([
    'yes',
    'deep',
    'deep.er.length',
    'toString',
    'no.such',
  ]);
});

it.each([
  ['es', 'es'],
  ['es-MX', 'es'],
  ['ES', 'es'],
  ['zh-TW', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['fr', 'en'],
  ['', 'en'],
])('for %j fetches %s and no other', async (locale, expected) => {
  const fetched: string[] = [];
  const loader = (name: string) => () => {
    fetched.push(name);
    return Promise.resolve({ name });
  };
  const word = await loadWords(locale, { en: loader('en'), es: loader('es'), 'zh-CN': loader('zh-CN') });
  expect(word('name')).toBe(expected);
  expect(fetched).toEqual([expected]);
});

it('finds the words that come with the panel', async () => {
  const word = await loadWords('en');
  for (const key of ['ui.you', 'ui.bot', 'logic.photoRefused']) expect(word(key)).not.toBe(key);
  expect(word('logic.case', { number: 'C-1' })).toContain('C-1');
});
