import { MIGRATIONS } from '../../../server/store/migrations/list.ts';

/** Back to a database that was just made; much quicker than to make another. */
export const EMPTY_ALL = 'TRUNCATE shops, conversations, audit CASCADE';
export const AS_MIGRATED = `UPDATE schema_version SET version = ${MIGRATIONS.length}`;
