import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFilesDisk, STALE_MS } from '../../../server/providers/files-disk.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'files-'));
  folder = join(parent, 'photos');
});
afterEach(() => rm(parent, { recursive: true }));

it('gives back what was put, replaces it whole, and forgets it', async () => {
  const files = await createFilesDisk(folder);
  expect(await files.get('photo-0001.jpg')).toBeNull();
  await files.put('photo-0001.jpg', Buffer.from('first'));
  await files.put('photo-0001.jpg', Buffer.from('2nd'));
  expect(Buffer.from((await files.get('photo-0001.jpg'))!).toString()).toBe('2nd');
  expect(await readdir(folder)).toEqual(['photo-0001.jpg']);
  await files.delete('photo-0001.jpg');
  await files.delete('photo-0001.jpg');
  expect(await readdir(folder)).toEqual([]);
});

it('is for its own user alone', async () => {
  const files = await createFilesDisk(folder);
  await files.put('photo-0001.jpg', Buffer.from('x'));
  expect((await stat(folder)).mode & 0o077).toBe(0);
  expect((await stat(join(folder, 'photo-0001.jpg'))).mode & 0o077).toBe(0);
});

it.each([
  '../photo-0001.jpg',
  '/etc/passwd',
  'a/b-00000001.jpg',
  'photo-0001',
  'photo-0001.tmp',
  '.hidden-01.jpg',
  'photo-0001.jpg\0',
  'short.jpg',
  '',
])('has no place for %j', async (name) => {
  const files = await createFilesDisk(folder);
  await expect(files.put(name, Buffer.from('x'))).rejects.toThrow('not a file name of ours');
  await expect(files.get(name)).rejects.toThrow('not a file name of ours');
  await expect(files.delete(name)).rejects.toThrow('not a file name of ours');
  expect([await readdir(parent), await readdir(folder)]).toEqual([['photos'], []]);
});

it('a write that fails leaves nothing', async () => {
  const files = await createFilesDisk(folder);
  await files.put('photo-0001.jpg', Buffer.from('x'));
  await rm(join(folder, 'photo-0001.jpg'));
  // A folder stands where the file should go.
  await (await createFilesDisk(join(folder, 'photo-0001.jpg'))).put('photo-0002.jpg', Buffer.from('x'));
  await expect(files.put('photo-0001.jpg', Buffer.from('y'))).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['photo-0001.jpg']);
});

it('sweeps what a crash left behind, not what is being written', async () => {
  const now = Date.now();
  const files = await createFilesDisk(folder);
  await files.put('photo-0001.jpg', Buffer.from('x'));
  for (const [name, age] of [['old', STALE_MS + 1000] as const, ['young', 1000] as const]) {
    await writeFile(join(folder, `${name}.tmp`), 'half');
    await utimes(join(folder, `${name}.tmp`), new Date(now - age), new Date(now - age));
  }
  await createFilesDisk(folder, now);
  expect((await readdir(folder)).sort()).toEqual(['photo-0001.jpg', 'young.tmp']);
  expect(await files.sweep(0, now)).toBe(1);
  expect(await readdir(folder)).toEqual(['photo-0001.jpg']);
});
