/** A key that is not there does not compile; one that nobody uses any more is found here. */
import { expect, it } from 'vitest';
import english from '../../locales/en/console.json';
import { flatten } from '../architecture/locales.ts';
import { composedKey, escaped, sourcesIn } from '../support/sources.ts';

/** Ready sentences in the shopper's language: read from the files of all languages. */
const READ_AS_DATA = /^dialogs\.askAgain\.ready\.\w+\.text$/;

it('every text of the console is used', async () => {
  const sources = (await sourcesIn('console')).join('\n');
  // `word('a.b')` as it stands, and `word(`a.${which}`)` as anything in that place.
  const written = [...sources.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key]) => escaped(key ?? ''));
  const composed = [...sources.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key]) => composedKey(key ?? ''));
  const used = new RegExp(`^(?:${[...new Set([...written, ...composed])].join('|')})$`);
  const keys = [...flatten(english).keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''));
  expect([...new Set(keys)].filter((key) => !used.test(key) && !READ_AS_DATA.test(key))).toEqual([]);
});
