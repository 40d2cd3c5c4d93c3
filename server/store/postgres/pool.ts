/** What the store needs of a PostgreSQL driver: `pg`'s pool fits, and so does anything else that can answer this. */
import pg from 'pg';
import type { Value } from '../database.ts';
import type { Row } from '../columns.ts';

export interface PgPool {
  /** On any connection, by itself. */
  query(text: string, values: readonly Value[]): Promise<PgResult>;
  /** One connection for a transaction; nobody else's until its release. */
  connect(): Promise<PgClient>;
  end(): Promise<void>;
}

export interface PgClient {
  /** Queries run in the order of the calls, which need not wait for one another. Without values `text` may hold several statements. */
  query(text: string, values?: readonly Value[]): Promise<PgResult>;
  /** `broken` throws the connection away instead of giving it back. */
  release(broken: boolean): void;
}

export interface PgResult {
  /** Columns of type JSON as text. */
  rows: Row[];
  /** Rows read or touched. */
  count: number;
}

const CONNECTIONS = 10;
const TIMEOUT_MS = 10_000;
const JSON_TYPE = 114;

export function openPool(url: string, schema: string | null): PgPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
    idle_in_transaction_session_timeout: TIMEOUT_MS,
    keepAlive: true,
    // A turn's statements are sent in one go instead of one per round trip.
    pipeline: true,
    application_name: 'tracewell',
    types: { getTypeParser: parserOf },
    ...(schema === null ? {} : { options: `-c search_path=${schema}` }),
  });
  // An idle connection that dies is news to nobody: the pool drops it, and the next query opens another or reports why not.
  pool.on('error', () => undefined);
  // One that dies in use is told of by the query that fails; the error itself, unheard, would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const nameOf = createNames();

  return {
    query: async (text, values) => toResult(await pool.query({ name: nameOf(text), text, values: [...values] })),
    async connect() {
      const client = await pool.connect();
      return {
        query: async (text, values) =>
          toResult(await (values === undefined ? client.query(text) : client.query({ name: nameOf(text), text, values: [...values] }))),
        release: (broken) => client.release(broken),
      };
    },
    end: () => pool.end(),
  };
}

/** JSON stays text: `rows.ts` reads it, as it does for SQLite. */
function parserOf(oid: number, format?: 'text' | 'binary'): (raw: string) => unknown {
  if (oid === JSON_TYPE) return (raw) => raw;
  return pg.types.getTypeParser(oid, format) as (raw: string) => unknown;
}

function toResult(result: { rows: Row[]; rowCount: number | null }): PgResult {
  return { rows: result.rows, count: result.rowCount ?? 0 };
}

/** A prepared statement's name by its text; there are as many as the store has statements. */
function createNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text) ?? `tw${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
