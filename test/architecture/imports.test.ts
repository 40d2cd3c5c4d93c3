import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from '../support/command.ts';
import { refusedImports } from './cruise.ts';
import { RULES } from './rules.ts';

it('imports follow the architecture', async () => {
  expect(await refusedImports(ROOT)).toEqual([]);
});

const WRONG: Record<string, Record<string, string>> = {
  'protocol-imports-its-own': {
    'protocol/a.ts': `import { b } from '../flows/b.ts'; export const a = b;`,
    'flows/b.ts': 'export const b = 1;',
  },
  'protocol-uses-few-packages': { 'protocol/a.ts': `import { readFile } from 'node:fs'; export const a = readFile;` },
  'locales-imports-its-own': {
    'locales/a.ts': `import { b } from '../server/b.ts'; export const a = b;`,
    'server/b.ts': 'export const b = 1;',
  },
  'locales-uses-few-packages': { 'locales/a.ts': `import i18next from 'i18next'; export const a = i18next;` },
  'templates-imports-its-own': {
    'templates/a.ts': `import { b } from '../server/b.ts'; export const a = b;`,
    'server/b.ts': 'export const b = 1;',
  },
  'templates-uses-few-packages': { 'templates/a.ts': `import handlebars from 'handlebars'; export const a = handlebars;` },
  'flows-imports-its-own': {
    'flows/a.ts': `import type { B } from '../server/b.ts'; export type A = B;`,
    'server/b.ts': 'export type B = 1;',
  },
  'flows-uses-few-packages': { 'flows/a.ts': `import { randomUUID } from 'node:crypto'; export const a = randomUUID;` },
  'flows-take-types-of-protocol': {
    'flows/a.ts': `import type { B } from '../protocol/b.ts'; import { b } from '../protocol/b.ts'; export const a: B = b;`,
    'protocol/b.ts': 'export type B = 1; export const b = 1;',
  },
  'widget-imports-its-own': {
    'widget/a.tsx': `import { b } from '../console/b.ts'; export const a = b;`,
    'console/b.ts': 'export const b = 1;',
  },
  'widget-uses-few-packages': { 'widget/a.ts': `import { readFile } from 'node:fs'; export const a = readFile;` },
  'browsers-take-types-of-protocol': {
    'widget/a.ts': `import type { B } from '../protocol/b.ts'; import { b } from '../protocol/b.ts'; export const a: B = b;`,
    'protocol/b.ts': 'export type B = 1; export const b = 1;',
  },
  'console-imports-its-own': {
    'console/a.tsx': `import { b } from '../widget/app/b.ts'; export const a = b;`,
    'widget/app/b.ts': 'export const b = 1;',
  },
  'console-uses-few-packages': { 'console/a.ts': `import sharp from 'sharp'; export const a = sharp;` },
  'server-imports-its-own': {
    'server/a.ts': `import { b } from '../widget/b.ts'; export const a = b;`,
    'widget/b.ts': 'export const b = 1;',
  },
  'xstate-behind-the-runner': { 'server/a.ts': `import { transition } from 'xstate'; export const a = transition;` },
  'one-way-out': { 'server/a.ts': `import { request } from 'node:https'; export const a = request;` },
  'main-is-the-top': { 'server/a.ts': `import { b } from './main.ts'; export const a = b;`, 'server/main.ts': 'export const b = 1;' },
  'app-is-composed-for-main': {
    'server/a.ts': `import { b } from './app.ts'; export const a = b;`,
    'server/app.ts': 'export const b = 1;',
  },
  'edges-are-known-to-app-alone': {
    'server/conversation/a.ts': `import { b } from '../sockets/b.ts'; export const a = b;`,
    'server/sockets/b.ts': 'export const b = 1;',
  },
  'the-road-knows-ports-only': {
    'server/conversation/a.ts': `import { b } from '../store/sqlite/b.ts'; export const a = b;`,
    'server/store/sqlite/b.ts': 'export const b = 1;',
  },
  'store-stands-alone': {
    'server/store/a.ts': `import { b } from '../conversation/b.ts'; export const a = b;`,
    'server/conversation/b.ts': 'export const b = 1;',
  },
  'providers-stand-alone': {
    'server/providers/a.ts': `import { b } from '../conversation/b.ts'; export const a = b;`,
    'server/conversation/b.ts': 'export const b = 1;',
  },
  'runs-without-development-packages': {
    'package.json': `{ "devDependencies": { "vite": "1" } }`,
    'node_modules/vite/package.json': `{ "name": "vite", "version": "1.0.0", "main": "index.js" }`,
    'node_modules/vite/index.js': 'exports.build = 1;',
    'server/a.ts': `import { build } from 'vite'; export const a = build;`,
  },
  'nothing-imports-tests': { 'server/a.ts': `import { b } from '../test/b.ts'; export const a = b;`, 'test/b.ts': 'export const b = 1;' },
  'no-cycles': {
    'server/a.ts': `import { b } from './b.ts'; export const a = b;`,
    'server/b.ts': `import { a } from './a.ts'; export const b = a;`,
  },
};

describe('each rule refuses what it is for', () => {
  let root = '';
  afterEach(() => rm(root, { recursive: true, force: true }));

  it.each(Object.entries(WRONG))('%s', async (rule, files) => {
    root = await mkdtemp(join(tmpdir(), 'tracewell-imports-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const refused = await refusedImports(root);
    expect(refused.map((line) => line.split(':')[0])).toContain(rule);
  });

  it('and no rule goes untried', () => {
    expect(Object.keys(WRONG).sort()).toEqual(RULES.map((rule) => rule.name).sort());
  });
});
