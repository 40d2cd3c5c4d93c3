import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes of what a shopper downloads. `panel` is all of the opened widget in its heaviest language. */
export async function widgetSizes(dist: string): Promise<{ loader: number; panel: number; heaviestLanguage: string }> {
  const loader = await gzipped(join(dist, 'widget.js'));
  const files = await readdir(join(dist, 'assets'));
  let shared = await gzipped(join(dist, 'panel.html'));
  const languages: { name: string; bytes: number }[] = [];
  for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name))) {
    const bytes = await gzipped(join(dist, 'assets', file));
    const language = /^([a-z]{2}(?:-[A-Z]{2})?)\.widget-/.exec(file)?.[1];
    if (language) languages.push({ name: language, bytes });
    else shared += bytes;
  }
  const heaviest = languages.sort((a, b) => b.bytes - a.bytes)[0];
  return { loader, panel: shared + (heaviest?.bytes ?? 0), heaviestLanguage: heaviest?.name ?? 'none' };
}

async function gzipped(path: string): Promise<number> {
  return gzipSync(await readFile(path), { level: 9 }).length;
}
