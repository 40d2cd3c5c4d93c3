import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../server/cli/store.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function store(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'https://help.example' };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, cwd: folder });
  const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding('utf8').toArray());
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out: ((await out) ?? []).join(''), err: ((await err) ?? []).join('') };
}

it('a command with a mistake makes no database', async () => {
  expect(await store('add', '--name', 'x', '--origin', 'https://*.example')).toMatchObject({ code: 2, out: '' });
  expect(await readdir(folder)).toEqual([]);
});

it('a shop is added, changed and filled with orders, and is there the next time', async () => {
  const added = await store('add', '--name', 'Sample Shop', '--origin', 'https://shop.example');
  expect(added).toMatchObject({ code: 0, err: '' });
  const key = /^Key: (\S+)$/m.exec(added.out)?.[1] ?? '';
  expect(added.out).toContain(`src="https://help.example/widget.js" data-store="${key}"`);

  expect(await store('set', '--key', key, '--policy', 'protectionDays=75')).toMatchObject({ code: 0, err: '' });
  await writeFile(
    join(folder, 'orders.csv'),
    'order_number,email,placed_at,currency,total,item_name\n1001,ada@example.com,2026-11-01,EUR,49.90,Bag\n',
  );
  expect(await store('orders', '--key', key, '--file', 'orders.csv')).toMatchObject({ code: 0, err: '' });
  const listed = await store('list');
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toBe(`${key}  Sample Shop  en  https://shop.example\n`);
  expect((await store('secret', '--key', key)).out).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
  // Six processes, one after the other.
}, 60_000);
