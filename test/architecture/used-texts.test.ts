/** A text that nobody shows any more weighs on fifteen translators: each must be asked for somewhere. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command.ts';
import { composedKey, escaped, sourcesIn } from '../support/sources.ts';
import { flatten } from './locales.ts';

/** By namespace: who asks for its texts. Those of the bot are walked in `flows/words.test.ts`, the console's counted in `console/shell-words.test.ts`. */
const ASKED_IN: Record<string, string[]> = {
  widget: ['widget/app'],
  phone: ['widget/app'],
  loader: ['widget/loader'],
  error: ['protocol', 'server'],
  desk: ['server', 'flows', 'protocol'],
  letter: ['server', 'flows'],
  letters: ['server', 'flows', 'protocol'],
  mail: ['server'],
  line: ['server', 'flows', 'protocol'],
  parcel: ['server', 'flows'],
};

describe.each(Object.entries(ASKED_IN))('every text of %s is asked for', (namespace, folders) => {
  it('by its name, or by a name that is put together', async () => {
    const sources = (await Promise.all(folders.map((folder) => sourcesIn(folder)))).flat().join('\n');
    const names = [...flatten(JSON.parse(await readFile(join(ROOT, 'locales/en', `${namespace}.json`), 'utf8'))).keys()].map((key) =>
      key.replace(/_(zero|one|two|few|many|other)$/, ''),
    );
    const composed = [...sources.matchAll(/`(?:[a-z]+:)?((?:[\w-]+\.)*[\w-]*\$\{[^`]*)`/g)].map(([, key]) => key ?? '');
    // `ui.${what}Sure` says enough; of `ui.${what}` the last part must be written somewhere.
    const [plain, open] = [composed.filter((key) => !key.endsWith('}')), composed.filter((key) => key.endsWith('}'))].map(
      (keys) => new RegExp(`^(?:${[...new Set(keys.map(composedKey))].join('|') || '(?!)'})$`),
    );
    const isUsed = (name: string) => {
      const isWritten = (part: string) => new RegExp(`\\b${escaped(part)}\\b`).test(sources);
      const last = name.split('.').at(-1) ?? name;
      const isNamed = new RegExp(`['"\`:.]${escaped(name)}['"\`]`).test(sources);
      return isNamed || plain?.test(name) || (open?.test(name) && isWritten(last)) || (name === last && isWritten(name));
    };
    expect([...new Set(names)].filter((name) => !isUsed(name))).toEqual([]);
  });
});
