/** What stands in the sources, for tests that ask whether something is used. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './command.ts';

/** Every TypeScript file below a folder of the project. */
export async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
}

/** A key put together, `a.${which}`, as the expression of all keys that it may become. */
export function composedKey(template: string): string {
  return template
    .split(/\$\{[^}]*\}/)
    .map(escaped)
    .join('[\\w.-]+');
}

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
