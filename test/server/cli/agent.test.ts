import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAgent } from '../../../server/cli/agent-run.ts';
import { DEMO_KEY, seedDemo } from '../../../server/demo/demo.ts';
import { hashToken } from '../../../server/identity/tokens.ts';
import { createPasswords } from '../../../server/people/passwords.ts';
import { createShop } from '../../../server/shops/create.ts';
import { StorageError, type ShopRow, type Store } from '../../../server/store/port.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { testClock } from '../../support/clock.ts';
import { addPerson } from '../../support/people.ts';

const clock = testClock();
const passwords = createPasswords({ memory: 8, passes: 1, parallelism: 1 });
let store: Store;
let shop: ShopRow;
let printed: string[];
let complaints: string[];
beforeEach(async () => {
  store = openSqliteStore({ path: ':memory:' });
  shop = await seedDemo(store, { clock, origins: [] });
  [printed, complaints] = [[], []];
});
afterEach(() => store.close());

let n = 0;
function run(...argv: string[]): Promise<0 | 1 | 2> {
  const cli = {
    store: () => Promise.resolve(store),
    print: (line: string) => void printed.push(line),
    host: 'https://help.example',
    passwords,
    newId: () => `person-${(n += 1)}-0000`,
    clock,
  };
  return runAgent(argv, cli, (line) => void complaints.push(line));
}

const account = (email: string) => store.agentByEmail(email);
const actions = async () => (await store.auditOf(shop.id, null, 9)).map(({ actor, action }) => `${action} by ${actor}`);

async function secondShop(): Promise<ShopRow> {
  const made = createShop({ name: 'Second', origins: [] }, { newId: () => 'second-shop', newSecret: () => 's'.repeat(43), clock });
  if (!made.ok) throw new Error('no shop');
  await store.addShop(made.shop);
  return made.shop;
}

describe('add', () => {
  it('makes the account and prints a password that fits, once', async () => {
    expect(await run('add', '--email', ' Ada@Shop.Example ', '--name', 'Ada Berg')).toBe(0);
    const password = /^ {2}(\S+)$/m.exec(printed.join('\n'))?.[1] ?? '';
    expect(password).toMatch(/^[2-9b-z]{4}(-[2-9b-z]{4}){3}$/);
    const found = await account('ada@shop.example');
    expect(found?.agent).toMatchObject({ name: 'Ada Berg', role: 'agent', storeId: shop.id, disabled: false, available: true });
    expect(await passwords.check(password, found?.passwordHash ?? null)).toEqual({ ok: true, outdated: false });
    expect(await actions()).toEqual(['person.added by command line']);
    expect(JSON.stringify(await store.auditOf(shop.id, null, 9))).not.toContain('ada@');
  });

  it('prints a link instead, which makes no account yet', async () => {
    expect(await run('add', '--email', 'ada@shop.example', '--name', 'Ada', '--role', 'owner', '--link')).toBe(0);
    const token = /^ {2}https:\/\/help\.example\/console\/#join=(\S{43})$/m.exec(printed.join('\n'))?.[1] ?? '';
    expect(await store.link(hashToken(token), clock.now())).toMatchObject({
      kind: 'invite',
      email: 'ada@shop.example',
      name: 'Ada',
      role: 'owner',
    });
    expect(await account('ada@shop.example')).toBeNull();
  });

  it('asks which shop where there are several', async () => {
    const second = await secondShop();
    expect(await run('add', '--email', 'ada@shop.example', '--name', 'Ada')).toBe(2);
    expect(complaints.join()).toContain('Which shop? Give --key KEY');
    expect(await run('add', '--email', 'ada@shop.example', '--name', 'Ada', '--key', second.key)).toBe(0);
    expect((await account('ada@shop.example'))?.agent.storeId).toBe(second.id);
  });
});

describe('list', () => {
  it('shows who there is in every shop, or in one', async () => {
    const second = await secondShop();
    await addPerson(store, shop.id, { name: 'Ada', role: 'owner', email: 'ada@shop.example' }, clock.now());
    await addPerson(store, second.id, { name: 'Bo', role: 'agent', email: 'bo@shop.example', disabled: true }, clock.now());
    expect(await run('list')).toBe(0);
    expect(printed.toSorted()).toEqual(
      [`${DEMO_KEY}  ada@shop.example  Ada  owner`, `${second.key}  bo@shop.example  Bo  agent  disabled`].toSorted(),
    );
    printed.length = 0;
    await run('list', '--key', second.key);
    expect(printed).toHaveLength(1);
  });

  it('says so where there is nobody', async () => {
    expect(await run('list')).toBe(0);
    expect(printed).toEqual(['Nobody yet. `npm run agent -- add --help` shows how to add somebody.']);
  });
});

describe('disable and enable', () => {
  it('end the sessions and open the door again', async () => {
    const { session } = await addPerson(store, shop.id, { name: 'Ada', role: 'agent', email: 'ada@shop.example' }, clock.now());
    expect(await run('disable', '--email', 'ada@shop.example')).toBe(0);
    expect((await account('ada@shop.example'))?.agent.disabled).toBe(true);
    expect(await run('enable', '--email', 'ADA@shop.example')).toBe(0);
    expect((await account('ada@shop.example'))?.agent.disabled).toBe(false);
    expect(await store.agentBySession(hashToken(session), clock.now())).toBeNull();
    expect(printed).toEqual(["Ada can't sign in any more.", 'Ada can sign in again.']);
    expect(await actions()).toEqual(['person.enabled by command line', 'person.disabled by command line']);
  });

  it('keep the last owner', async () => {
    await addPerson(store, shop.id, { name: 'Ada', role: 'owner', email: 'ada@shop.example', password: 'x' }, clock.now());
    expect(await run('disable', '--email', 'ada@shop.example')).toBe(2);
    expect(complaints).toEqual(['This is the only owner who can sign in. Add another first: `npm run agent -- add --role owner`.']);
    expect((await account('ada@shop.example'))?.agent.disabled).toBe(false);
  });
});

describe('reset', () => {
  it('prints a new password and signs out everywhere', async () => {
    const { session } = await addPerson(
      store,
      shop.id,
      { name: 'Ada', role: 'agent', email: 'ada@shop.example', password: 'old' },
      clock.now(),
    );
    expect(await run('reset', '--email', 'ada@shop.example')).toBe(0);
    const password = /^ {2}(\S+)$/m.exec(printed.join('\n'))?.[1] ?? '';
    const hash = (await account('ada@shop.example'))?.passwordHash ?? null;
    expect([(await passwords.check(password, hash)).ok, (await passwords.check('old', hash)).ok]).toEqual([true, false]);
    expect(await store.agentBySession(hashToken(session), clock.now())).toBeNull();
    expect(await actions()).toEqual(['password.set by command line']);
  });

  it('prints a link instead, and the old password is good until it is used', async () => {
    const { row } = await addPerson(
      store,
      shop.id,
      { name: 'Ada', role: 'agent', email: 'ada@shop.example', password: 'old' },
      clock.now(),
    );
    expect(await run('reset', '--email', 'ada@shop.example', '--link')).toBe(0);
    const token = /#join=(\S{43})$/m.exec(printed.join('\n'))?.[1] ?? '';
    expect(await store.link(hashToken(token), clock.now())).toMatchObject({ kind: 'password', agentId: row.id });
    expect((await passwords.check('old', (await account('ada@shop.example'))?.passwordHash ?? null)).ok).toBe(true);
  });
});

describe('what can’t be done ends with 2, in words, and changes nothing', () => {
  it.each([
    ['an unknown command', ['remove'], 'no command "remove"'],
    ['a name of every object', ['constructor'], 'no command "constructor"'],
    ['an unknown option', ['add', '--mail', 'x'], '--mail'],
    ['nobody', ['add', '--name', 'Ada'], '--email'],
    ['no address', ['add', '--email', 'ada', '--name', 'Ada'], '"ada" is not an e-mail address'],
    ['no name', ['add', '--email', 'new@shop.example', '--name', ' '], '--name'],
    ['a role there is not', ['add', '--email', 'new@shop.example', '--name', 'x', '--role', 'admin'], 'Roles: agent, lead, owner'],
    ['an address that has an account', ['add', '--email', 'there@shop.example', '--name', 'x'], 'has an account already'],
    ['the same by a link', ['add', '--email', 'there@shop.example', '--name', 'x', '--link'], 'has an account already'],
    ['an unknown shop', ['add', '--email', 'new@shop.example', '--name', 'x', '--key', 'nope'], 'no shop with the key "nope"'],
    ['somebody unknown', ['reset', '--email', 'who@shop.example'], 'Nobody has the address who@shop.example'],
  ])('%s', async (_name, argv, told) => {
    await addPerson(store, shop.id, { name: 'There', role: 'agent', email: 'there@shop.example' }, clock.now());
    const before = await store.agentsOf(shop.id);
    expect(await run(...argv)).toBe(2);
    expect(complaints.join('\n')).toContain(told);
    expect(printed).toEqual([]);
    expect(await store.agentsOf(shop.id)).toEqual(before);
    expect(await store.auditOf(shop.id, null, 9)).toEqual([]);
  });

  it('help is printed, with 0 when asked for', async () => {
    expect([await run('help'), await run('add', '--help'), await run()]).toEqual([0, 0, 2]);
    expect(new Set(printed).size).toBe(1);
  });

  it('a store that fails ends with 1', async () => {
    store.shops = () => Promise.reject(new StorageError('no space left'));
    expect(await run('list')).toBe(1);
    expect(complaints).toEqual(['Storage failed: no space left']);
  });
});
