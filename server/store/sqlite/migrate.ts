import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../migrations/list.ts';
import { pendingMigrations, VERSION_TABLE } from '../migrations/pending.ts';

/** Brings the schema up to date in one transaction. Throws StorageError when the database is newer than the code. */
export function migrateSqlite(db: DatabaseSync, migrations: readonly Migration[]): void {
  // IMMEDIATE: a second process that starts now waits, and then finds nothing left to do.
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(VERSION_TABLE);
    const row = db.prepare('SELECT max(version) AS version FROM schema_version').get();
    const pending = pendingMigrations(migrations, Number(row?.version ?? 0));
    for (const migration of pending) db.exec(migration.sqlite);
    if (pending.length > 0) {
      db.exec('DELETE FROM schema_version');
      db.prepare('INSERT INTO schema_version (version) VALUES (?)').run(migrations.length);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
