/** The little that differs between SQLite and PostgreSQL; `store.ts` builds the whole port on it. */
import type { CommitResult } from './port.ts';
import type { Row } from './columns.ts';

export interface Database {
  /** Rows of one SELECT. JSON columns come as text. */
  all(sql: string, values: readonly Value[]): Promise<Row[]>;
  /** One write that gives rows back, durable when it resolves. */
  returning(sql: string, values: readonly Value[]): Promise<Row[]>;
  /** All steps or none, durable when it resolves; the reason of the first step that found its row missing, or null. */
  transact<R extends string>(steps: readonly Step<R>[]): Promise<R | null>;
  /** Appended to the SELECT that claims effects. */
  readonly skipLocked: string;
  /** Appended to a text column that is put in order: by its bytes, whatever language the database sorts in. */
  readonly byBytes: string;
  close(): Promise<void>;
}

export type Value = string | number | null;
export type Reason = Extract<CommitResult, { ok: false }>['reason'];

export interface Step<R extends string = Reason> {
  /** One statement of `statements.ts`; parameters are `$1`, `$2` ... */
  sql: string;
  values: readonly Value[];
  /** The statement must touch a row; if it does not, this is why the transaction is undone. null: any number is fine. */
  otherwise: R | null;
}
