import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command.ts';
import { differences, flatten, type Texts } from './locales.ts';

const REQUIRED_LANGUAGES = ['en', 'es', 'zh-CN', 'ar'];
const REQUIRED_NAMESPACES = [
  'bot',
  'card',
  'prompt',
  'choice',
  'line',
  'parcel',
  'widget',
  'loader',
  'error',
  'console',
  'desk',
  'letter',
  'letters',
  'mail',
];
/** What people may say, instead of what we say to them: each language has its own, in a shape of its own. */
const LEXICONS = ['understanding'];

const folder = join(ROOT, 'locales');
const entries = await readdir(folder, { withFileTypes: true });
const languages = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const namespaces = await namespacesOf('en');

it('the promised languages are there, and nothing else than languages', () => {
  expect(languages).toEqual(expect.arrayContaining(REQUIRED_LANGUAGES));
  expect(Intl.getCanonicalLocales(languages)).toEqual(languages);
});

it('English has every namespace', () => {
  expect(namespaces).toEqual(expect.arrayContaining(REQUIRED_NAMESPACES));
});

describe.each(languages)('%s', (language) => {
  it('has the namespaces of English', async () => {
    expect(await namespacesOf(language)).toEqual(namespaces);
  });

  it.each(namespaces.filter((name) => !LEXICONS.includes(name)))('says everything in %s', async (namespace) => {
    expect(differences(language, await read('en', namespace), await read(language, namespace))).toEqual([]);
  });
});

describe('the comparison finds', () => {
  const english: Texts = flatten({ hello: 'Hello {{name}}', wait: { days_one: 'one day', days_other: '{{count}} days' } });
  const faults = (texts: unknown, language = 'es') => differences(language, english, flatten(texts)).join('\n');
  const spanish = {
    hello: 'Hola {{name}}',
    'wait.days_one': 'un día',
    'wait.days_many': '{{count}} de días',
    'wait.days_other': '{{count}} días',
  };

  it('nothing wrong with a whole translation', () => {
    expect(faults(spanish)).toBe('');
  });

  it.each([
    ['a missing key', { ...spanish, hello: undefined }, 'missing: hello'],
    ['a key too many', { ...spanish, bye: 'Adiós' }, 'not in English: bye'],
    ['a lost placeholder', { ...spanish, hello: 'Hola' }, 'hello lacks {{name}}'],
    ['a renamed placeholder', { ...spanish, hello: 'Hola {{nombre}}' }, 'unknown {{nombre}}'],
    ['a lost count', { ...spanish, 'wait.days_other': 'días' }, 'wait.days_other lacks {{count}}'],
    ['a lost plural form', { ...spanish, 'wait.days_many': undefined }, 'es needs one, many, other'],
    ['an open bold', { ...spanish, hello: 'Hola **{{name}}' }, 'opens **'],
    ['markup', { ...spanish, hello: '<b>Hola {{name}}</b>' }, 'holds markup'],
    ['an empty text', { ...spanish, hello: ' {{name}}' }, 'blanks'],
  ])('%s', (_what, texts, fault) => {
    expect(faults(JSON.parse(JSON.stringify(texts)))).toContain(fault);
  });
});

async function namespacesOf(language: string): Promise<string[]> {
  const names = await readdir(join(folder, language));
  return names.map((name) => name.replace(/\.json$/, '')).sort();
}

async function read(language: string, namespace: string): Promise<Texts> {
  return flatten(JSON.parse(await readFile(join(folder, language, `${namespace}.json`), 'utf8')));
}
