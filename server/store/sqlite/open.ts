import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Database, Step } from '../database.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import type { Store } from '../port.ts';
import { StorageError } from '../port.ts';
import { createStore } from '../store.ts';
import { openDatabase } from './database.ts';
import { createGroupCommit, toStorageError } from './group-commit.ts';
import { migrateSqlite } from './migrate.ts';

/** One file, one process writing. `:memory:` is for tests. Throws StorageError when the file can't be trusted with commits. */
export function openSqliteStore({ path }: { path: string }): Store {
  try {
    const db = openDatabase(path);
    try {
      migrateSqlite(db, MIGRATIONS);
      return createStore(sqliteDatabase(db));
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw toStorageError(error);
  }
}

/** On a connection that is open and migrated; it belongs to the store from here on. */
export function sqliteDatabase(db: DatabaseSync): Database {
  const group = createGroupCommit(db);
  const statement = createStatements(db);

  return {
    skipLocked: '',
    byBytes: '',
    async all(sql, values) {
      try {
        return statement(sql).all(...values);
      } catch (error) {
        throw toStorageError(error);
      }
    },
    returning: (sql, values) => whileOpen(db, () => group.run(() => ({ keep: true, value: statement(sql).all(...values) }))),
    transact: (steps) =>
      whileOpen(db, () =>
        group.run(() => {
          const reason = runSteps(statement, steps);
          return { keep: reason === null, value: reason };
        }),
      ),
    async close() {
      if (!db.isOpen) return;
      group.flush();
      db.close();
    },
  };
}

/** The first step that should have found its row and did not decides; later steps are not run. */
function runSteps<R extends string>(statement: (sql: string) => StatementSync, steps: readonly Step<R>[]): R | null {
  for (const { sql, values, otherwise } of steps) {
    const { changes } = statement(sql).run(...values);
    if (otherwise !== null && Number(changes) === 0) return otherwise;
  }
  return null;
}

async function whileOpen<T>(db: DatabaseSync, work: () => Promise<T>): Promise<T> {
  if (!db.isOpen) throw new StorageError('The database is closed.');
  return work();
}

function createStatements(db: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    let found = prepared.get(sql);
    if (found === undefined) {
      // Parameters by number: `$1` would be a name to SQLite.
      found = db.prepare(sql.replaceAll(/\$(\d+)/g, '?$1'));
      prepared.set(sql, found);
    }
    return found;
  };
}
