/** The server is asked to go: SIGTERM, with shoppers in the middle of a word. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { startApp } from '../support/app.ts';
import { dataFolder, type DataFolder, freePort } from '../support/servers.ts';
import { openShopper } from '../support/shopper.ts';
import { audit } from './audit.ts';
import { type Program, runProgram } from './program.ts';
import { createRandom } from './random.ts';
import { createVisitor, hasty } from './visitor.ts';
import { createWorld } from './world.ts';

let folder: DataFolder;
let programs: Program[];
beforeEach(async () => {
  folder = await dataFolder();
  programs = [];
});
afterEach(async () => {
  for (const program of programs) program.signal('SIGKILL');
  await Promise.all(programs.map((program) => program.ended));
  await folder.remove();
});

function run(command: string, args: string[], env: Record<string, string>): Program {
  const program = runProgram(command, args, { DATA_DIR: folder.path, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env });
  programs.push(program);
  return program;
}

const main = (env: Record<string, string> = {}) =>
  run(process.execPath, ['server/main.ts', '--no-demo'], { PORT: '0', TRUST_PROXY: '1', ...env });
const addressOf = (program: Program) => program.prints(/http:\/\/localhost:(\d+)/).then(([, port]) => `http://127.0.0.1:${port}`);

const TEXTS = ['zzz qqq', 'hello', 'no idea', 'are you there?', 'what now', 'it is for my sister', 'hm', 'fine', 'and then?', 'I see'];

describe('SIGTERM', () => {
  it('under load ends in order: what was acknowledged is there, what was not lands once with the next start', async () => {
    const world = await createWorld(folder.path);
    const first = main();
    const url = await addressOf(first);
    const visitors = Array.from({ length: 15 }, (_, n) => createVisitor(createRandom(n), hasty, `198.51.100.${n + 1}`));
    await Promise.all(visitors.map((visitor) => visitor.connect(url, world.shop.key)));

    const count = () => visitors.reduce((sum, { acked }) => sum + acked.size, 0);
    const talks = visitors.map(async (visitor) => {
      for (const text of TEXTS) {
        await visitor.say({ kind: 'text', text });
        if (count() === 20) first.signal('SIGTERM');
      }
    });
    expect(await first.ended).toMatchObject({ code: 0, err: '' });
    await Promise.all(talks);
    const open = new Set(visitors.flatMap((visitor) => visitor.inFlight()));
    const acked = count();
    expect(open.size, 'messages without an answer').toBeGreaterThan(0);

    await world.look(async (store) => {
      for (const visitor of visitors) audit(visitor, await world.read(store, visitor.conversationId()));
    });

    const second = main();
    const again = await addressOf(second);
    await Promise.all(visitors.map((visitor) => visitor.connect(again, world.shop.key)));
    expect(visitors.flatMap((visitor) => visitor.inFlight())).toEqual([]);
    second.signal('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0, err: '' });
    await world.look(async (store) => {
      for (const visitor of visitors) {
        const stored = await world.read(store, visitor.conversationId());
        audit(visitor, stored);
        expect(stored.messages.filter(({ from }) => from === 'shopper')).toHaveLength(TEXTS.length);
        expect(await world.check(stored, visitor.said)).toBeNull();
      }
    });
    console.info(`SIGTERM after ${acked} acknowledged messages, with ${open.size} on their way; all ${count()} are there once`);
  });

  it('lets what is under way finish, and meanwhile refuses what is new', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let asking = false;
    const tracking = {
      track: async () => {
        asking = true;
        await asked;
        return null;
      },
    };
    const test = await startApp({ tracking });
    const shopper = await openShopper(test.url, { store: test.shop.key });
    await shopper.say('1001 jonas@example.com');
    await expect.poll(() => asking).toBe(true);
    const { id, lastSeq } = shopper.conversation();

    const closed = test.app.close();
    const health = await fetch(`${test.url}/health`);
    expect([health.status, await health.json()]).toEqual([503, { status: 'closing' }]);
    expect(await shopper.trySend({ kind: 'text', text: 'hello?' })).toMatchObject({ ok: false, code: 'E_CLOSING', retryAfterMs: 1_000 });
    answer();
    await closed;
    const row = await test.store.conversation(test.shop.id, id);
    expect(row?.lastSeq).toBeGreaterThan(lastSeq);
    expect(await test.store.claimEffects(test.clock.now(), 0, 10)).toEqual([]);
    await expect(fetch(`${test.url}/health`)).rejects.toThrow();
    await test.close();
  });
});

describe('a start', () => {
  it('by `npm start` prints an address that can be opened', { timeout: 180_000 }, async () => {
    const [port, storefront] = [await freePort(), await freePort()];
    const npm = run('npm', ['start'], { PORT: String(port), STOREFRONT_PORT: String(storefront) });
    const [address] = await npm.prints(/http:\/\/localhost:\d+/);
    expect(address).toBe(`http://localhost:${storefront}`);
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/health`)).status).toBe(200);
    npm.signal('SIGTERM');
    await npm.ended;
    await expect(fetch(`http://localhost:${port}/health`)).rejects.toThrow();
  });

  it.each([
    ['PORT', 'eighty'],
    ['STOREFRONT_PORT', '70000'],
    ['PUBLIC_URL', 'help.example.com'],
  ])('with %s=%s says so in one sentence', async (name, value) => {
    const { code, out, err } = await main({ [name]: value }).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(new RegExp(`^${name} must be .+\\.\\n$`));
  });

  it('on a port that is taken says so in one sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, out, err } = await main({ PORT: String(port) }).ended;
    other.close();
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(new RegExp(`^Port ${port} is taken.+\\n$`));
  });
});
