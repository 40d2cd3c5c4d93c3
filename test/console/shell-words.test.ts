/** A key that is not there does not compile; one that nobody uses any more is found here. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import english from '../../locales/en/console.json';
import { flatten } from '../architecture/locales.ts';
import { ROOT } from '../support/command.ts';

/** Ready sentences in the shopper's language: read from the files of all languages. */
const READ_AS_DATA = /^dialogs\.askAgain\.ready\.\w+\.text$/;

it('every text of the console is used', async () => {
  const sources = (await sourcesIn(join(ROOT, 'console'))).join('\n');
  // `word('a.b')` as it stands, and `word(`a.${which}`)` as anything in that place.
  const written = [...sources.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key]) => escape(key ?? ''));
  const composed = [...sources.matchAll(/`([a-zA-Z]+\.[^`\s]*\$\{[^`]*)`/g)].map(([, key]) => pattern(key ?? ''));
  const used = new RegExp(`^(?:${[...new Set([...written, ...composed])].join('|')})$`);
  const keys = [...flatten(english).keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''));
  expect([...new Set(keys)].filter((key) => !used.test(key) && !READ_AS_DATA.test(key))).toEqual([]);
});

function pattern(template: string): string {
  return template
    .split(/\$\{[^}]*\}/)
    .map(escape)
    .join('[\\w.-]+');
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
}
