import { describe, expect, it } from 'vitest';
import { textFiles, type TextFile } from '../support/tree.ts';

const files = await textFiles();

/** What must not stand in the tree. Written so that this file does not find itself. */
const FORBIDDEN: { what: string; pattern: RegExp; where?: RegExp; example: string }[] = [
  { what: 'paths of somebody’s machine', pattern: /(?<![\w.~-])\/(?:work|root|home|Users)\/\w/, example: 'open(/' + 'work/thing)' },
  {
    what: 'hosts of package registries',
    pattern: /registry\.(?:npm|yarn)|npmmirro[r]|"resolve[d]": "http/,
    example: 'https://registry' + '.npmjs.org',
  },
  { what: 'work left for later', pattern: /\b(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/, example: '// TO' + 'DO later' },
  { what: 'silenced checks', pattern: /eslint-disabl[e]|@ts-(?:ignor[e]|expect-erro[r]|nochec[k])|\bas an[y]\b/, example: 'x as ' + 'any' },
  {
    what: 'tests left out or alone',
    pattern: /\b(?:it|test|describe)\.(?:onl[y]|ski[p]|tod[o])\b/,
    where: /^test\//,
    example: 'it' + '.only(',
  },
  {
    what: 'markup made from strings',
    pattern: /\.(?:inner|outer)HTML|innerHTML=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/,
    where: /^(widget|console)\//,
    example: 'e.innerHTML = x',
  },
];

describe.each(FORBIDDEN)('$what', ({ pattern, where, example }) => {
  it('are nowhere', () => {
    expect(files.filter((file) => where?.test(file.path) ?? true).flatMap((file) => linesWith(pattern, file))).toEqual([]);
  });

  it('would be seen', () => {
    expect(example).toMatch(pattern);
  });
});

it('looked at the tree', () => {
  const paths = files.map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'protocol/message.ts', 'widget/app/state.ts']));
});

function linesWith(pattern: RegExp, { path, text }: TextFile): string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 120)}`] : []));
}
