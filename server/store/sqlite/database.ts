import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../port.ts';

/** Older ones may corrupt the file: a connection that writes while another one checkpoints can start the WAL anew too early. */
const OLDEST = [3, 51, 3] as const;
const BUSY_TIMEOUT_MS = 5000;
/** 16 MB of log between checkpoints. Busy conversations rewrite the same pages, and each is copied back once a checkpoint. */
const PAGES_PER_CHECKPOINT = 4000;

/** Opens the file with every setting that durability rests on, read back. Throws StorageError when one did not take. */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    requireVersion(String(valueOf(db, 'SELECT sqlite_version()')));
    // A database in memory has no log; it is for tests.
    require(db, 'journal_mode', 'WAL', path === ':memory:' ? 'memory' : 'wal');
    require(db, 'synchronous', 'FULL', 2);
    require(db, 'foreign_keys', 'ON', 1);
    require(db, 'busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS);
    require(db, 'wal_autocheckpoint', String(PAGES_PER_CHECKPOINT), PAGES_PER_CHECKPOINT);
    // macOS alone: without it, a flush stops in the drive's own cache. Elsewhere it means nothing.
    require(db, 'fullfsync', 'ON', 1);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Throws StorageError for a SQLite that is too old to be trusted with commits. */
export function requireVersion(version: string): void {
  const found = version.split('.').map(Number);
  for (const [i, wanted] of OLDEST.entries()) {
    const part = found[i] ?? 0;
    if (part > wanted) return;
    if (part < wanted) {
      throw new StorageError(
        `SQLite ${version} is too old: releases before ${OLDEST.join('.')} may corrupt the database (WAL reset). Start with the Node this package brings.`,
      );
    }
  }
}

function require(db: DatabaseSync, pragma: string, value: string, expected: string | number): void {
  db.exec(`PRAGMA ${pragma} = ${value}`);
  const actual = valueOf(db, `PRAGMA ${pragma}`);
  if (actual !== expected)
    throw new StorageError(`SQLite did not accept ${pragma} = ${value}; it is ${String(actual)}. Is the file on a network disk?`);
}

function valueOf(db: DatabaseSync, sql: string): unknown {
  return Object.values(db.prepare(sql).get() ?? {})[0];
}
