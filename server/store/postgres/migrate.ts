import type { Migration } from '../migrations/list.ts';
import { pendingMigrations, VERSION_TABLE } from '../migrations/pending.ts';
import type { PgPool } from './pool.ts';

/** Any number that no other program on this database is likely to lock: "trcw". */
const LOCK = 0x74726377;

/** Brings the schema up to date in one transaction. Throws StorageError when the database is newer than the code. */
export async function migratePostgres(pool: PgPool, schema: string | null, migrations: readonly Migration[]): Promise<void> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    // Nodes that start together: one migrates, the others wait and then find nothing left to do.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    if (schema !== null) await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(VERSION_TABLE);
    const { rows } = await client.query('SELECT max(version) AS version FROM schema_version');
    const pending = pendingMigrations(migrations, Number(rows[0]?.version ?? 0));
    for (const migration of pending) await client.query(migration.postgres);
    if (pending.length > 0) {
      await client.query('DELETE FROM schema_version');
      await client.query('INSERT INTO schema_version (version) VALUES ($1)', [migrations.length]);
    }
    await client.query('COMMIT');
    broken = false;
  } finally {
    // A connection that is thrown away takes its transaction with it.
    client.release(broken);
  }
}
