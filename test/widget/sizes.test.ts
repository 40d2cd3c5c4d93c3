import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loaderConfig, panelConfig } from '../../vite.config.ts';
import { BUDGET, type Sizes, widgetSizes } from '../bench/sizes.ts';
import { ROOT } from '../support/command.ts';

let outDir: string;
let sizes: Sizes;
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'tracewell-sizes-'));
  await build({ ...panelConfig({ outDir, mode: 'production' }), configFile: false });
  await build({ ...loaderConfig({ outDir, mode: 'production' }), configFile: false });
  sizes = await widgetSizes(join(outDir, 'widget'));
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

it('keeps the loader within its budget', () => {
  expect(sizes.loader).toBeLessThanOrEqual(BUDGET.loader);
});

it('keeps all that opening the chat fetches within its budget, in the heaviest language', () => {
  expect(sizes.opened).toBeLessThanOrEqual(BUDGET.opened);
});

it('counts the loader’s second half, the panel and its styles as opening, and the later parts with theirs as later', () => {
  const named = (when: string) => sizes.files.filter((file) => file.when === when).map(({ name }) => name.replace(/-[\w-]{8}(?=\.)/, ''));
  expect(named('opened').sort()).toEqual(['assets/dock.js', 'assets/panel.css', 'assets/panel.js', 'panel.html']);
  const languages = readdirSync(join(ROOT, 'locales'));
  const words = languages.map((language) => `assets/${language}.phone.js`);
  expect(named('later').sort()).toEqual([...words, 'assets/alone.js', 'assets/phone-words.js', 'assets/rest.css', 'assets/rest.js'].sort());
  expect(named('language')).toHaveLength(languages.length);
});
