/** The little that differs between SQLite and PostgreSQL; `store.ts` builds the whole port on it. */
import type { CommitResult } from './port.ts';
import type { Row } from './rows.ts';

export interface Database {
  /** Rows of one SELECT. JSON columns come as text. */
  all(sql: string, values: readonly Value[]): Promise<Row[]>;
  /** One write that gives rows back, durable when it resolves. */
  returning(sql: string, values: readonly Value[]): Promise<Row[]>;
  /** All steps or none, durable when it resolves; the reason of the first step that found its row missing, or null. */
  transact(steps: readonly Step[]): Promise<Reason | null>;
  /** Appended to the SELECT that claims effects. */
  readonly skipLocked: string;
  close(): Promise<void>;
}

export type Value = string | number | null;
export type Reason = Extract<CommitResult, { ok: false }>['reason'];

export interface Step {
  /** One statement of `statements.ts`; parameters are `$1`, `$2` ... */
  sql: string;
  values: readonly Value[];
  /** The statement must touch a row; if it does not, this is why the transaction is undone. null: any number is fine. */
  otherwise: Reason | null;
}
