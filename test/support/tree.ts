import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ROOT } from './command.ts';

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);
const BINARY = /\.(png|jpe?g|webp|avif|heic|ico|woff2?|br|wasm|db|sqlite|pdf)$/i;

export interface TextFile {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
}

/** Every text file of the project below `folder`, tracked or not yet. */
export async function textFiles(folder = ''): Promise<TextFile[]> {
  const paths = await walk(join(ROOT, folder));
  return Promise.all(
    paths
      .filter((path) => !BINARY.test(path))
      .map(async (path) => ({ path: relative(ROOT, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  );
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries
    .filter((entry) => !NOT_OURS.has(entry.name))
    .map(async (entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));
  return (await Promise.all(below)).flat();
}
