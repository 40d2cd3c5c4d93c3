import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../server/store/migrations/list.ts';
import { StorageError } from '../../../server/store/port.ts';
import { migratePostgres } from '../../../server/store/postgres/migrate.ts';
import { openPostgresStoreOn } from '../../../server/store/postgres/open.ts';
import type { PgPool } from '../../../server/store/postgres/pool.ts';
import { BEFORE_INBOX, expectInboxOf } from './before-inbox.ts';
import { storeContract } from './contract.ts';
import { EMPTY_ALL } from './empty.ts';
import { change, said, shop } from './fixtures.ts';
import type { Pglite } from './pglite-pool.ts';
import { startPglite } from './pglite-pool.ts';

let pglite: Pglite;
let schemas = 0;
beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.close());

storeContract('PostgreSQL in the process', async () => {
  const open = () => openPostgresStoreOn(pglite.pool('contract'));
  const beside = pglite.pool('contract');
  const store = await open();
  return {
    store,
    another: open,
    sql: async (text) => (await beside.query(text, [])).rows,
    async dispose() {
      await store.close();
      const client = await beside.connect();
      await client.query(EMPTY_ALL);
      client.release(false);
    },
  };
});

test('talks from before there was a list are in it', async () => {
  const pool = pglite.pool('before_inbox');
  await migratePostgres(pool, null, MIGRATIONS.slice(0, 1));
  for (const sql of BEFORE_INBOX) await pool.query(sql, []);
  const store = await openPostgresStoreOn(pool);
  await expectInboxOf(store);
  await store.close();
});

describe('PostgreSQL that fails', () => {
  let schema: string;
  let failing: string | null;
  beforeEach(() => {
    schema = `test_${++schemas}`;
    failing = null;
  });

  test.each(['BEGIN', 'INSERT INTO messages', 'COMMIT'])(
    'at %s: every turn of the moment rejects, nothing is half done, work goes on',
    async (at) => {
      const store = await openPostgresStoreOn(failingPool());
      await store.addShop(shop());
      failing = at;
      const results = await Promise.allSettled(['c1', 'c2'].map((id) => store.commit(change(id, { messages: [said(1)] }))));
      failing = null;
      expect(results.map((r) => r.status === 'rejected' && r.reason instanceof StorageError)).toEqual([true, true]);
      expect(await store.conversation('shop-1', 'c1')).toBeNull();
      expect(await store.conversation('shop-1', 'c2')).toBeNull();
      expect(await store.commit(change('c1', { messages: [said(1)] }))).toEqual({ ok: true });
      await store.close();
    },
  );

  test('a server that answers before the disk has it is refused', async () => {
    const pool = failingPool();
    const careless: PgPool = {
      ...pool,
      query: async (text, values) =>
        text.startsWith('SHOW') ? { rows: [{ synchronous_commit: 'off' }], count: 1 } : pool.query(text, values),
    };
    await expect(openPostgresStoreOn(careless)).rejects.toThrow(/synchronous_commit/);
  });

  /** At a statement that begins with `failing` the connection is lost: the server rolls back, and the client hears nothing more. */
  function failingPool(): PgPool {
    const pool = pglite.pool(schema);
    return {
      ...pool,
      async connect() {
        const client = await pool.connect();
        let lost = false;
        return {
          async query(text, values) {
            if (!lost && failing !== null && text.startsWith(failing)) {
              lost = true;
              await client.query('ROLLBACK');
            }
            if (lost) throw new Error('connection lost');
            return client.query(text, values);
          },
          release: (broken) => client.release(broken),
        };
      },
    };
  }
});
