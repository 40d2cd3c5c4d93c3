/** The contract on a real server, where one answers: `PGHOST`, `PGPORT`, `PGUSER` and the like, else one on this machine. */
import pg from 'pg';
import { afterAll, describe, test } from 'vitest';
import type { Store } from '../../../server/store/port.ts';
import { openPostgresStore } from '../../../server/store/postgres/open.ts';
import { storeContract } from './contract.ts';
import { EMPTY_ALL } from './empty.ts';

const { PGHOST = '127.0.0.1', PGPORT = '5432', PGUSER = 'postgres', PGPASSWORD = '' } = process.env;
const name = `tracewell_test_${process.pid}`;
const urlOf = (database: string) =>
  `postgres://${encodeURIComponent(PGUSER)}:${encodeURIComponent(PGPASSWORD)}@${encodeURIComponent(PGHOST)}:${PGPORT}/${database}`;

const admin = await adminConnection();
if (admin === null) {
  console.info(`PostgreSQL does not answer at ${PGHOST}:${PGPORT}: its contract tests are left out; PGlite has run them in its dialect.`);
  describe('PostgreSQL', () => {
    test('no server here', () => undefined);
  });
} else {
  await admin.query(`CREATE DATABASE ${name}`);
  const schema = 'contract';
  const beside = new pg.Pool({ connectionString: urlOf(name), max: 2, options: `-c search_path=${schema}` });
  beside.on('error', () => undefined);
  afterAll(async () => {
    await beside.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });

  storeContract('PostgreSQL', async () => {
    const stores: Store[] = [];
    const open = async () => {
      const store = await openPostgresStore({ url: urlOf(name), schema });
      stores.push(store);
      return store;
    };
    return {
      store: await open(),
      another: open,
      sql: async (text) => (await beside.query<Record<string, unknown>>(text)).rows,
      async dispose() {
        await Promise.all(stores.map((store) => store.close()));
        await beside.query(EMPTY_ALL);
      },
    };
  });
}

async function adminConnection(): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: urlOf('postgres'), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return client;
  } catch {
    return null;
  }
}
