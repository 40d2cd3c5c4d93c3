import { describe, expect, it } from 'vitest';
import type { Order } from '../../../protocol/order.ts';
import type { ShopStore } from '../../../server/cli/cli.ts';
import { run } from '../../../server/cli/run.ts';
import { merge } from '../../../server/shops/merge.ts';
import type { AuditRow, ShopRow } from '../../../server/store/port.ts';
import { StorageError } from '../../../server/store/port.ts';
import { testClock } from '../../support/clock.ts';

function setUp(files: Record<string, string> = {}) {
  const shops: ShopRow[] = [];
  const orders = new Map<string, Order[]>();
  const secrets = new Map<string, string | null>();
  const audit: AuditRow[] = [];
  let typed = '';
  const writes: string[] = [];
  const printed: string[] = [];
  const complaints: string[] = [];
  const store: ShopStore = {
    addShop: async (shop) => {
      writes.push('addShop');
      shops.push(shop);
    },
    shops: async () => shops,
    shopByKey: async (key) => shops.find((shop) => shop.key === key) ?? null,
    saveSettings: async (id, settings, at) => {
      writes.push('saveSettings');
      shops.splice(0, shops.length, ...shops.map((shop) => (shop.id === id ? { ...shop, settings, updatedAt: at } : shop)));
    },
    putOrders: async (id, found) => {
      writes.push('putOrders');
      orders.set(id, found);
    },
    putSecret: async (id, name, value, done) => {
      writes.push('putSecret');
      secrets.set(`${id} ${name}`, value);
      audit.push(done);
    },
  };
  let n = 0;
  const cli = {
    store: async () => store,
    print: (line: string) => void printed.push(line),
    readText: async (path: string) => files[path] ?? Promise.reject(new Error('no such file')),
    readSecret: async () => typed,
    host: 'https://help.example',
    locales: ['en', 'es'],
    newId: () => `id-${(n += 1)}-0000`,
    newSecret: () => 's'.repeat(43),
    clock: testClock(),
  };
  return {
    shops,
    orders,
    secrets,
    audit,
    type: (text: string) => (typed = text),
    writes,
    printed,
    complaints,
    cli,
    run: (...argv: string[]) => run(argv, cli, (line) => void complaints.push(line)),
    add: async () => {
      await run(['add', '--name', 'Sample Shop', '--origin', 'https://shop.example'], cli, () => undefined);
      writes.length = 0;
      printed.length = 0;
      return shops[0]?.key ?? '';
    },
  };
}

describe('add', () => {
  it('keeps the shop and prints key, snippet and where the secret is, not the secret', async () => {
    const { run, shops, printed } = setUp();
    const code = await run(
      ...['add', '--name', 'Sample Shop', '--origin', 'https://shop.example', '--origin', 'https://www.shop.example'],
      ...['--locale', 'es', '--locale', 'en', '--color', '#14532d'],
    );
    expect(code).toBe(0);
    expect(shops[0]?.settings).toMatchObject({
      name: 'Sample Shop',
      origins: ['https://shop.example', 'https://www.shop.example'],
      locales: ['es', 'en'],
      defaultLocale: 'es',
      color: '#14532d',
    });
    const text = printed.join('\n');
    expect(text).toContain('Key: tw_id-2-0000');
    expect(text).toContain('<script async src="https://help.example/widget.js" data-store="tw_id-2-0000" data-color="#14532d"></script>');
    expect(text).toContain('npm run store -- secret --key tw_id-2-0000');
    expect(text).not.toContain('s'.repeat(43));
  });
});

describe('list and secret', () => {
  it('show what there is', async () => {
    const world = setUp();
    const key = await world.add();
    expect(await world.run('list')).toBe(0);
    expect(await world.run('secret', '--key', key)).toBe(0);
    expect(world.printed).toEqual([`${key}  Sample Shop  en  https://shop.example`, 's'.repeat(43)]);
  });
});

describe('set', () => {
  it('changes what is named and nothing else', async () => {
    const world = setUp({ 'new.json': '{ "color": "#000000", "policy": { "protectionDays": 75, "hours": { "days": [1] } } }' });
    const key = await world.add();
    const before = structuredClone(world.shops[0]!.settings);
    expect(
      await world.run(
        'set',
        '--key',
        key,
        '--settings',
        'new.json',
        '--policy',
        'promises.hour=12',
        '--policy',
        'lostAfterDays=null',
        '--policy',
        'hours.tz=Europe/Berlin',
      ),
    ).toBe(0);
    const { policy } = before;
    expect(world.shops[0]?.settings).toEqual({
      ...before,
      color: '#000000',
      policy: {
        ...policy,
        protectionDays: 75,
        lostAfterDays: null,
        promises: { ...policy.promises, hour: 12 },
        hours: { ...policy.hours, days: [1], tz: 'Europe/Berlin' },
      },
    });
  });

  it('greets in a language, and takes the greeting back by an empty one', async () => {
    const world = setUp({
      'new.json': '{ "greeting": { "pl": " Dzień dobry! ", "en": "Hello!" } }',
      'none.json': '{ "greeting": { "en": "" } }',
    });
    const key = await world.add();
    expect(await world.run('set', '--key', key, '--settings', 'new.json')).toBe(0);
    expect(world.shops[0]?.settings.greeting).toEqual({ pl: 'Dzień dobry!', en: 'Hello!' });
    expect(await world.run('set', '--key', key, '--settings', 'none.json')).toBe(0);
    expect(world.shops[0]?.settings.greeting).toEqual({ pl: 'Dzień dobry!' });
  });

  it('fills in what an older release did not know', async () => {
    const world = setUp();
    const key = await world.add();
    const policy: Record<string, unknown> = { ...world.shops[0]!.settings.policy };
    delete policy['agentAwayMinutes'];
    Object.assign(world.shops[0]!.settings, { policy });
    expect(await world.run('set', '--key', key, '--policy', 'protectionDays=75')).toBe(0);
    expect(world.shops[0]?.settings.policy).toMatchObject({ protectionDays: 75, agentAwayMinutes: 10 });
  });

  it('merges without touching prototypes', () => {
    expect(merge({ a: 1 }, JSON.parse('{ "__proto__": { "polluted": true } }'))).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('orders', () => {
  const csv = [
    'order_number,email,placed_at,currency,total,item_name',
    '1001,ada@example.com,2026-11-01T10:00:00Z,EUR,49.90,Linen bag',
    '1002,bob@example.com,2026-11-02T10:00:00Z,EUR,19.90,Mug',
  ].join('\n');

  it('are taken from CSV and JSON', async () => {
    const json = JSON.stringify([
      { order_number: '1003', email: 'eve@example.com', placed_at: '2026-11-01', currency: 'USD', total: '5.00', items: [{ name: 'Pen' }] },
    ]);
    const world = setUp({ 'a.csv': csv, 'b.JSON': json });
    const key = await world.add();
    expect(await world.run('orders', '--key', key, '--file', 'a.csv')).toBe(0);
    expect(world.orders.get('id-1-0000')?.map((order) => [order.number, order.total])).toEqual([
      ['1001', 4990],
      ['1002', 1990],
    ]);
    expect(await world.run('orders', '--key', key, '--file', 'b.JSON')).toBe(0);
    expect(world.orders.get('id-1-0000')?.map((order) => order.items[0]?.name)).toEqual(['Pen']);
  });

  it('with mistakes are named by line and not taken, or only the good ones when asked', async () => {
    const world = setUp({ 'a.csv': `${csv}\n1004,not-an-address,2026-11-02T10:00:00Z,EUR,1.00,Mug` });
    const key = await world.add();
    expect(await world.run('orders', '--key', key, '--file', 'a.csv')).toBe(2);
    expect(world.complaints.join('\n')).toMatch(/a\.csv was not taken[\s\S]*\n {2}4: /);
    expect(world.writes).toEqual([]);
    expect(await world.run('orders', '--key', key, '--file', 'a.csv', '--skip-bad')).toBe(0);
    expect(world.orders.get('id-1-0000')).toHaveLength(2);
  });
});

describe('what can’t be done ends with 2, in words, and changes nothing', () => {
  it.each([
    ['an unknown command', ['remove'], 'no command "remove"'],
    ['an unknown option', ['add', '--nmae', 'x'], '--nmae'],
    ['an option without its value', ['add', '--name'], '--name'],
    ['something left over', ['list', 'all'], 'all'],
    ['a shop without a name', ['add', '--origin', 'https://shop.example'], '--name'],
    ['a shop without an origin', ['add', '--name', 'x'], '--origin'],
    ['a wildcard', ['add', '--name', 'x', '--origin', 'https://*.shop.example'], 'wildcard'],
    ['a bare http origin', ['add', '--name', 'x', '--origin', 'http://shop.example'], 'must start with https://'],
    [
      'a language without texts',
      ['add', '--name', 'x', '--origin', 'https://shop.example', '--locale', 'tlh'],
      'Languages there are: en, es',
    ],
    ['a color by name', ['add', '--name', 'x', '--origin', 'https://shop.example', '--color', 'red'], 'color: must be a color like'],
    ['an unknown key', ['set', '--key', 'nope', '--policy', 'protectionDays=9'], 'no shop with the key "nope"'],
    ['no key', ['secret'], '--key'],
    ['nothing to set', ['set', '--key', 'KEY'], '--policy PATH=VALUE'],
    ['a policy there is not', ['set', '--key', 'KEY', '--policy', 'generosity=9'], 'policy.generosity: is not a setting'],
    ['a deeper policy there is not', ['set', '--key', 'KEY', '--policy', 'promises.x.y=9'], 'policy.promises.x: is not a setting'],
    ['a prototype', ['set', '--key', 'KEY', '--policy', '__proto__.x=9'], '__proto__: is not a setting'],
    ['a value out of range', ['set', '--key', 'KEY', '--policy', 'promises.hour=99'], 'policy.promises.hour: must be 21 or less'],
    ['no value', ['set', '--key', 'KEY', '--policy', 'promises.hour'], 'is not PATH=VALUE'],
    ['a file that is not there', ['set', '--key', 'KEY', '--settings', 'none.json'], "none.json can't be read"],
    ['a file that is not JSON', ['set', '--key', 'KEY', '--settings', 'bad.json'], "bad.json can't be read"],
    ['a file with a list', ['set', '--key', 'KEY', '--settings', 'list.json'], 'must hold an object'],
    ['an unknown kind of file', ['orders', '--key', 'KEY', '--file', 'orders.xlsx'], 'must end in .csv or .json'],
    ['an empty file of orders', ['orders', '--key', 'KEY', '--file', 'empty.csv'], 'The file is empty'],
  ])('%s', async (_name, argv, told) => {
    const world = setUp({ 'bad.json': '{', 'list.json': '[]', 'empty.csv': '', 'orders.xlsx': 'x' });
    const key = await world.add();
    expect(await world.run(...argv.map((arg) => (arg === 'KEY' ? key : arg)))).toBe(2);
    expect(world.complaints.join('\n')).toContain(told);
    expect([world.writes, world.printed]).toEqual([[], []]);
  });

  it('help is printed, with 0 when asked for', async () => {
    const world = setUp();
    expect([await world.run('--help'), await world.run('add', '--help'), await world.run()]).toEqual([0, 0, 2]);
    expect(world.printed).toHaveLength(3);
  });

  it('a store that fails ends with 1', async () => {
    const world = setUp();
    world.cli.store = () => Promise.reject(new StorageError('no space left'));
    expect(await world.run('list')).toBe(1);
    expect(world.complaints).toEqual(['Storage failed: no space left']);
  });
});

describe('a key of a tracking service', () => {
  it('is read from standard input, written down by its name alone, and never printed', async () => {
    const cli = setUp();
    const key = await cli.add();
    cli.type('asat_0123456789');
    expect(await cli.run('secret', key, 'afterShip.key')).toBe(0);
    const [shop] = cli.shops;
    expect(cli.secrets.get(`${shop?.id} afterShip.key`)).toBe('asat_0123456789');
    expect(cli.audit).toMatchObject([{ actor: 'command', action: 'secret.set', detail: { name: 'afterShip.key' } }]);
    expect(await cli.run('secret', key, 'afterShip.key', '--remove')).toBe(0);
    expect(cli.secrets.get(`${shop?.id} afterShip.key`)).toBeNull();
    expect(JSON.stringify([cli.printed, cli.complaints, cli.audit])).not.toContain('asat_');
  });

  it.each([
    ['of another name', ['afterShip.password'], 'asat_0123456789'],
    ['that is empty', ['afterShip.key'], ''],
    ['with a blank in it', ['afterShip.key'], 'asat 0123456789'],
  ])('%s is refused, and nothing is changed', async (_what, name, typed) => {
    const cli = setUp();
    const key = await cli.add();
    cli.type(typed);
    expect(await cli.run('secret', key, ...name)).toBe(2);
    expect(cli.writes).toEqual([]);
    expect(cli.complaints.join()).not.toContain('0123456789');
  });
});
