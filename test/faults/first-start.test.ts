/** The first start, as whoever runs it sees it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFolder, type DataFolder } from '../support/servers.ts';
import { runProgram } from './program.ts';

let folder: DataFolder;
beforeEach(async () => {
  folder = await dataFolder();
});
afterEach(() => folder.remove());

/** Starts, waits until it is ready, does something with it, and stops. Resolves to all that it printed. */
async function start(args: string[], then: (address: string, printed: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const env = { PORT: '0', STOREFRONT_PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder.path, LOG_LEVEL: 'debug' };
  const program = runProgram(process.execPath, ['server/main.ts', ...args], env);
  try {
    const ready = await program.prints(/[^]*"event":"server\.ready","port":(\d+)/);
    await then(`http://127.0.0.1:${ready[1]}`, ready[0]);
  } finally {
    program.signal('SIGTERM');
  }
  const { out, err } = await program.ended;
  return `${out}${err}`;
}

const LINK = /#join=([A-Za-z0-9_-]{43})/;
const PASSWORD = /password {2}(\S+)/;

async function post(address: string, path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json', origin: address };
  const answer = await fetch(`${address}/api/console/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

function logOf(printed: string): string {
  return printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
}

async function everyFile(): Promise<string> {
  const files = (await readdir(folder.path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

it('prints, once, a demo agent’s password and the owner’s link; both work, neither is kept or logged', async () => {
  const first = await start([], async (address, printed) => {
    const password = PASSWORD.exec(printed)?.[1] ?? '';
    const token = LINK.exec(printed)?.[1] ?? '';
    const signedIn = await post(address, 'sign-in', { email: 'nadia@example.com', password });
    expect(signedIn).toMatchObject({ status: 200, body: { agent: { name: 'Nadia Kern', role: 'agent' }, store: { name: 'Northfold' } } });
    const owner = { token, name: 'Olga', email: 'olga@example.com', password: 'correct horse battery' };
    expect(await post(address, 'join', owner)).toMatchObject({
      status: 200,
      body: { agent: { role: 'owner' }, store: { name: 'Northfold' } },
    });
    expect(await post(address, 'join', { ...owner, email: 'second@example.com' })).toMatchObject({ status: 410 });
  });
  expect(first).toContain('/console/\n');
  const secrets = [PASSWORD.exec(first)?.[1], LINK.exec(first)?.[1], 'correct horse battery'].map(
    (secret) => secret ?? expect.fail('no secret'),
  );
  const [log, files] = [logOf(first), await everyFile()];
  for (const secret of secrets) expect([log.includes(secret), files.includes(secret)]).toEqual([false, false]);

  const second = await start([]);
  expect(second).toContain('Try the demo shop');
  expect(second).not.toMatch(LINK);
  expect(second).not.toMatch(PASSWORD);
});

it('without the demo prints the link alone, and nobody is there until it is used', async () => {
  const first = await start(['--no-demo'], async (address, printed) => {
    const token = LINK.exec(printed)?.[1] ?? '';
    expect(await post(address, 'sign-in', { email: 'nadia@example.com', password: 'nadia' })).toMatchObject({ status: 401 });
    expect(await post(address, 'link', { token })).toMatchObject({ body: { kind: 'setUp', shop: null, role: 'owner' } });
  });
  expect(first).not.toMatch(PASSWORD);

  // Nobody took it up: it is good still, and not shown again.
  const second = await start(['--no-demo'], async (address) => {
    const token = LINK.exec(first)?.[1] ?? '';
    const shop = { name: 'Mine', origin: 'https://shop.example' };
    const owner = { token, name: 'Olga', email: 'olga@example.com', password: 'correct horse battery', shop };
    expect(await post(address, 'join', owner)).toMatchObject({ status: 200, body: { store: { name: 'Mine' } } });
  });
  expect(second).not.toMatch(LINK);
});
