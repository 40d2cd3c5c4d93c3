/** PostgreSQL inside the process, as the pool that the store asks for. It has one session, so connections take turns. */
import { PGlite } from '@electric-sql/pglite';
import type { PgClient, PgPool, PgResult } from '../../../server/store/postgres/pool.ts';

export interface Pglite {
  /** A pool on the tables of `schema`; ending it leaves the database open. */
  pool(schema: string): PgPool;
  close(): Promise<void>;
}

const JSON_TYPE = 114;

export async function startPglite(): Promise<Pglite> {
  const db = await PGlite.create();
  let current = '';
  let turn: Promise<void> = Promise.resolve();

  async function takeTurn(schema: string): Promise<() => void> {
    const before = turn;
    let done: () => void = () => undefined;
    turn = new Promise((resolve) => (done = resolve));
    await before;
    if (current !== schema) await db.exec(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path TO ${schema}`);
    current = schema;
    return done;
  }

  async function query(...[text, values]: Parameters<PgClient['query']>): Promise<PgResult> {
    if (values === undefined) {
      const last = (await db.exec(text, { parsers: { [JSON_TYPE]: (json) => json } })).at(-1);
      return { rows: last?.rows ?? [], count: 0 };
    }
    const result = await db.query<Record<string, unknown>>(text, [...values], { parsers: { [JSON_TYPE]: (json) => json } });
    return { rows: result.rows, count: Math.max(result.affectedRows ?? 0, result.rows.length) };
  }

  return {
    pool(schema) {
      let ended = false;
      const enter = () => (ended ? Promise.reject(new Error('the pool has ended')) : takeTurn(schema));
      return {
        async query(text, values) {
          const done = await enter();
          return query(text, values).finally(done);
        },
        async connect() {
          const done = await enter();
          return { query, release: done };
        },
        async end() {
          ended = true;
        },
      };
    },
    close: () => db.close(),
  };
}
