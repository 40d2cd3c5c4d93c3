import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a shopper may be asked to download, gzipped bytes. */
export const BUDGET = { loader: 3 * 1024, opened: 32 * 1024 };

export interface Sizes {
  /** The script in the shop's page. */
  loader: number;
  /** All that opening the chat fetches: the loader's second half, the panel with what it links, and one language, the heaviest. */
  opened: number;
  heaviestLanguage: string;
  /** All that is fetched only after the first words. */
  later: number;
  files: { name: string; bytes: number; when: 'loader' | 'opened' | 'language' | 'later' }[];
}

/** Reads a build as a browser does: from the two entries along their links, so that a file added tomorrow is counted too. */
export async function widgetSizes(dist: string): Promise<Sizes> {
  const read = (name: string) => readFile(join(dist, name), 'utf8');
  const assets = (await readdir(join(dist, 'assets'))).filter((name) => /\.(js|css|svg)$/.test(name)).map((name) => `assets/${name}`);
  const atOnce = await reached(['widget.js', 'panel.html'], read, assets);

  const files: Sizes['files'] = [];
  for (const name of ['widget.js', 'panel.html', ...assets]) {
    const bytes = gzipSync(await read(name), { level: 9 }).length;
    const when = name === 'widget.js' ? 'loader' : atOnce.has(name) ? 'opened' : LANGUAGE.test(name) ? 'language' : 'later';
    files.push({ name, bytes, when });
  }
  const sum = (when: string) => files.filter((file) => file.when === when).reduce((total, file) => total + file.bytes, 0);
  const heaviest = files.filter((file) => file.when === 'language').sort((a, b) => b.bytes - a.bytes)[0];
  if (!heaviest) throw new Error(`no language in ${dist}`);
  return {
    loader: sum('loader'),
    opened: sum('opened') + heaviest.bytes,
    heaviestLanguage: LANGUAGE.exec(heaviest.name)?.[1] ?? '',
    later: sum('later'),
    files,
  };
}

const LANGUAGE = /^assets\/([a-z]{2}(?:-[A-Z]{2})?)\.widget-/;

/**
 * Everything that loads by itself once the entries do: what a page links, what a module imports statically, what a
 * style sheet imports, and the dock, which the loader knows by its address. An `import()` and a sheet linked by a script wait.
 */
async function reached(entries: string[], read: (name: string) => Promise<string>, assets: string[]): Promise<Set<string>> {
  const found = new Set(entries);
  for (const name of found) {
    const text = await read(name);
    for (const asset of assets) if (links(name, text, asset.replace('assets/', ''))) found.add(asset);
  }
  return found;
}

function links(name: string, text: string, asset: string): boolean {
  const file = asset.replace(/[.$]/g, '\\$&');
  if (name === 'widget.js' || name.endsWith('.html')) return text.includes(asset);
  if (name.endsWith('.css')) return new RegExp(`(?:@import|url\\()[^;)]*${file}`).test(text);
  return new RegExp(`(?:\\bfrom|\\bimport)\\s*["'\`][^"'\`]*${file}`).test(text);
}
