/**
 * The schema's history. Append only: a migration that has been released is never edited, because somebody's database
 * has already run it. Its place in the list, from 1, is the version that it leads to.
 */
import { postgres as firstTablesPostgres } from './0001-first-tables.postgres.ts';
import { sqlite as firstTablesSqlite } from './0001-first-tables.sqlite.ts';
import { postgres as peopleAndInboxPostgres } from './0002-people-and-inbox.postgres.ts';
import { sqlite as peopleAndInboxSqlite } from './0002-people-and-inbox.sqlite.ts';
import { postgres as casebookPostgres } from './0003-casebook.postgres.ts';
import { sqlite as casebookSqlite } from './0003-casebook.sqlite.ts';
import { postgres as languagePostgres } from './0004-language.postgres.ts';
import { sqlite as languageSqlite } from './0004-language.sqlite.ts';

export interface Migration {
  name: string;
  /** Several statements, run in one transaction with all other pending migrations. */
  sqlite: string;
  postgres: string;
}

export const MIGRATIONS: readonly Migration[] = [
  { name: 'first tables', sqlite: firstTablesSqlite, postgres: firstTablesPostgres },
  { name: 'people and inbox', sqlite: peopleAndInboxSqlite, postgres: peopleAndInboxPostgres },
  { name: 'casebook', sqlite: casebookSqlite, postgres: casebookPostgres },
  { name: 'language', sqlite: languageSqlite, postgres: languagePostgres },
];
