import type { Database } from '../database.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import type { Store } from '../port.ts';
import { StorageError } from '../port.ts';
import { createStore } from '../store.ts';
import { bindable, createGroupCommit, toStorageError } from './group-commit.ts';
import { migratePostgres } from './migrate.ts';
import type { PgPool } from './pool.ts';
import { openPool } from './pool.ts';

/** `schema`: where the tables lie, made if need be; the connection's default otherwise. Rejects with StorageError. */
export async function openPostgresStore({ url, schema }: { url: string; schema?: string }): Promise<Store> {
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new StorageError(`Not a schema's name: ${schema}`);
  return openPostgresStoreOn(openPool(url, schema ?? null), schema ?? null);
}

/** On a pool that is open; it belongs to the store from here on and is ended with it. */
export async function openPostgresStoreOn(pool: PgPool, schema: string | null = null): Promise<Store> {
  try {
    await requireDurableCommits(pool);
    await migratePostgres(pool, schema, MIGRATIONS);
    return createStore(postgresDatabase(pool));
  } catch (error) {
    await pool.end();
    throw toStorageError(error);
  }
}

function postgresDatabase(pool: PgPool): Database {
  const group = createGroupCommit(pool);
  let open = true;
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!open) throw new StorageError('The database is closed.');
    try {
      return await work();
    } catch (error) {
      throw toStorageError(error);
    }
  };
  const rowsOf: Database['all'] = (sql, values) => whileOpen(async () => (await pool.query(sql, bindable(values))).rows);

  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    byBytes: ' COLLATE "C"',
    all: rowsOf,
    returning: rowsOf,
    transact: (steps) => whileOpen(() => group.transact(steps)),
    async close() {
      if (!open) return;
      open = false;
      await group.idle();
      await pool.end();
    },
  };
}

/** An ack means that the row is on disk; with this setting off, PostgreSQL answers before. */
async function requireDurableCommits(pool: PgPool): Promise<void> {
  const { rows } = await pool.query('SHOW synchronous_commit', []);
  if (rows[0]?.synchronous_commit === 'off') {
    throw new StorageError(
      'PostgreSQL runs with synchronous_commit = off; an acknowledged message could be lost. Switch it on for this database.',
    );
  }
}
