/** `npm run flows:docs`: draws the flow into `docs/flows/`. With `--check` it writes nothing and tells whether all there is current. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictures } from '../../flows/docs/pictures.ts';
import { support } from '../../flows/support.ts';

const folder = join(import.meta.dirname, '../../docs/flows');
const files = pictures(support.root);
const outdated = await outdatedIn(folder);

if (process.argv.includes('--check')) {
  if (outdated.length > 0) {
    process.stderr.write(`Not current: ${outdated.join(', ')}. Run npm run flows:docs.\n`);
    process.exitCode = 1;
  }
} else {
  await mkdir(folder, { recursive: true });
  for (const name of outdated) {
    const text = files.get(name);
    if (text === undefined) await rm(join(folder, name));
    else await writeFile(join(folder, name), text);
  }
  process.stdout.write(`${files.size} files in docs/flows, ${outdated.length} of them changed.\n`);
}

/** Missing, different, or no longer drawn. */
async function outdatedIn(path: string): Promise<string[]> {
  const there = await readdir(path).catch(() => [] as string[]);
  const differs = await Promise.all(
    [...files].map(async ([name, text]) => (there.includes(name) && (await readFile(join(path, name), 'utf8')) === text ? [] : [name])),
  );
  return [...differs.flat(), ...there.filter((name) => !files.has(name))];
}
