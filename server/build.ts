/** Builds what browsers are served, where it is missing or older than its sources: `node server/build.ts`. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip as gzipCallback } from 'node:zlib';

const gzip = promisify(gzipCallback);
const brotli = promisify(brotliCompress);

export interface BuildRequest {
  /** Default `dist` in the project's root. */
  outDir?: string;
  mode?: 'production' | 'development';
  /** Builds even what is up to date. */
  force?: boolean;
}

/**
 * Resolves to whether anything had to be built. An installation without the build tools (`npm ci --omit=dev`) serves
 * the build it was shipped with; without one it rejects.
 */
export async function buildAll({ outDir = join(ROOT, 'dist'), mode = 'production', force = false }: BuildRequest = {}): Promise<boolean> {
  const stamp = join(outDir, 'built.sources');
  const sources = `${mode} ${await fingerprint()}`;
  if (!force && existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return false;

  const { build } = await import('vite');
  const { consoleConfig, loaderConfig, panelConfig } = await import('../vite.config.ts');
  await build({ ...panelConfig({ outDir, mode }), configFile: false });
  await build({ ...loaderConfig({ outDir, mode }), configFile: false });
  await build({ ...consoleConfig({ outDir, mode }), configFile: false });
  for (const part of ['widget', 'console']) await compressAll(join(outDir, part));
  await writeFile(stamp, sources);
  return true;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** All that can change the result. The lock file stands for the packages. */
const SOURCES = ['widget', 'console', 'protocol', 'locales', 'vite.config.ts', 'package-lock.json'];

/** By content: a fresh clone and a restored cache give every file a new date. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(join(ROOT, source))) {
      hash.update(file.slice(ROOT.length)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Once here, as small as can be, instead of for each request: `.br` and `.gz` beside each file. */
async function compressAll(folder: string): Promise<void> {
  const files = (await filesOf(folder)).filter((file) => /\.(js|css|svg|html)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      await writeFile(`${file}.gz`, await gzip(bytes, { level: 9 }));
      await writeFile(`${file}.br`, await brotli(bytes));
    }),
  );
}

if (import.meta.main) {
  const startedAt = performance.now();
  const built = await buildAll({ force: process.argv.includes('--force') });
  if (built) console.log(`Built the widget and the console in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}
