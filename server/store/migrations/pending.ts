import { StorageError } from '../port.ts';
import type { Migration } from './list.ts';

export const VERSION_TABLE = 'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)';

/** What is still to run on a database at `version` (0: empty). Throws StorageError when the database is ahead of this code. */
export function pendingMigrations(all: readonly Migration[], version: number): readonly Migration[] {
  if (version > all.length) {
    throw new StorageError(
      `The database has schema version ${version}, this program knows versions up to ${all.length}. ` +
        'It was opened by a newer release: run that release or restore a backup; nothing was changed.',
    );
  }
  return all.slice(version);
}
