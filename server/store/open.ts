import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './port.ts';
import { StorageError } from './port.ts';
import { openPostgresStore } from './postgres/open.ts';
import { openSqliteStore } from './sqlite/open.ts';

/** PostgreSQL where a URL is given, else one SQLite file in `dataDir`, which is made if need be. Rejects with StorageError. */
export async function openStore({ databaseUrl, dataDir }: { databaseUrl?: string | undefined; dataDir: string }): Promise<Store> {
  if (databaseUrl === undefined || databaseUrl === '') return openSqliteStore({ path: join(madeDirectory(dataDir), 'tracewell.db') });
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new StorageError('DATABASE_URL must begin with postgres:// or postgresql://');
  return openPostgresStore({ url: databaseUrl });
}

/** What shoppers wrote is for this user alone to read. */
function madeDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  } catch (error) {
    throw new StorageError(`Can't make the data folder ${path}.`, { cause: error });
  }
}
