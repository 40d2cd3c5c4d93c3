/** Files in one folder of this machine. A file is there whole and durable, or not at all. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { FilesProvider } from './ports.ts';

export interface FilesDisk extends FilesProvider {
  /** Removes what crashed writers left behind, if it is older than this. Resolves to how many. */
  sweep(olderThanMs: number, now: number): Promise<number>;
}

/** Older temporary files belong to nobody: no write takes that long. */
export const STALE_MS = 15 * 60_000;

/** Makes `folder` if need be and sweeps it. */
export async function createFilesDisk(folder: string, now = Date.now()): Promise<FilesDisk> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweepTemporary(folder, STALE_MS, now);
  return {
    put: async (name, bytes) => put(folder, checked(name), bytes),
    get: async (name) => get(join(folder, checked(name))),
    delete: async (name) => rm(join(folder, checked(name)), { force: true }),
    sweep: (olderThanMs, at) => sweepTemporary(folder, olderThanMs, at),
  };
}

/** Also for other folders of temporary files: removes `*.tmp` last written before `now - olderThanMs`. */
export async function sweepTemporary(folder: string, olderThanMs: number, now: number): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const info = await stat(path).catch(ifMissing(null));
    if (!info || info.mtimeMs > now - olderThanMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

async function put(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `${randomUUID()}.tmp`);
  try {
    await writeDurably(temporary, bytes);
    await rename(temporary, join(folder, name));
    // The new name is an entry of the folder, and as easily lost as the bytes.
    await syncFolder(folder);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function get(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch(ifMissing(null));
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}

/** A name we did not make is a bug of ours or an attack: neither gets an answer. */
function checked(name: string): string {
  if (!/^[A-Za-z0-9_-]{8,64}\.[a-z0-9]{2,5}$/.test(name) || name.endsWith('.tmp')) throw new Error('not a file name of ours');
  return name;
}
