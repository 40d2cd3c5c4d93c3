/**
 * Group commit: transactions that come in during one turn of the event loop are tried as one, in three round trips. If
 * one of them is refused or fails, all is rolled back and each runs again by itself; that is rare enough to be cheap.
 */
import type { Step, Value } from '../database.ts';
import { StorageError } from '../port.ts';
import type { PgClient, PgPool, PgResult } from './pool.ts';

export interface GroupCommit {
  transact<R extends string>(steps: readonly Step<R>[]): Promise<R | null>;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/** Batches under way at once; more only makes them smaller (measured). */
const AT_ONCE = 2;

interface Waiting {
  steps: readonly Step<string>[];
  resolve(reason: string | null): void;
  reject(error: StorageError): void;
}
type Verdict = { kind: 'committed' } | { kind: 'refused'; reason: string } | { kind: 'failed'; error: unknown };

export function createGroupCommit(pool: PgPool): GroupCommit {
  const underWay = new Set<Promise<void>>();
  let waiting: Waiting[] = [];
  let scheduled = false;

  function schedule(): void {
    if (scheduled || waiting.length === 0 || underWay.size >= AT_ONCE) return;
    scheduled = true;
    setImmediate(start);
  }

  function start(): void {
    scheduled = false;
    // Every node takes its rows in the same order, so that two batches never wait for each other in a circle.
    const batch = waiting.sort((a, b) => (lockKey(a) < lockKey(b) ? -1 : 1));
    waiting = [];
    const work: Promise<void> = settle(pool, batch).finally(() => {
      underWay.delete(work);
      schedule();
    });
    underWay.add(work);
    schedule();
  }

  return {
    transact: <R extends string>(steps: readonly Step<R>[]) =>
      new Promise<R | null>((resolve, reject) => {
        // Only a reason of these very steps comes back.
        waiting.push({ steps, resolve: (reason) => resolve(reason as R | null), reject });
        schedule();
      }),
    async idle() {
      while (waiting.length > 0 || underWay.size > 0) await (underWay.size > 0 ? Promise.race(underWay) : new Promise(setImmediate));
    },
  };
}

export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(error instanceof Error ? error.message : String(error), { cause: error });
}

/** PostgreSQL's text knows every character but NUL. */
export function bindable(values: readonly Value[]): Value[] {
  return values.map((value) => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value));
}

/** Answers every caller; never rejects. */
async function settle(pool: PgPool, batch: Waiting[]): Promise<void> {
  let client: PgClient;
  try {
    client = await pool.connect();
  } catch (error) {
    for (const one of batch) one.reject(toStorageError(error));
    return;
  }
  let broken = false;
  const attempt = async (group: Waiting[]): Promise<Verdict> => {
    try {
      return await transact(
        client,
        group.flatMap((one) => one.steps),
      );
    } catch (error) {
      // BEGIN, COMMIT or ROLLBACK itself failed: the connection's state is unknown, and running again might do the work twice.
      broken = true;
      return { kind: 'failed', error };
    }
  };
  const together = await attempt(batch);
  for (const one of batch) answer(one, together.kind === 'committed' || broken || batch.length === 1 ? together : await attempt([one]));
  client.release(broken);
}

async function transact(client: PgClient, steps: Step<string>[]): Promise<Verdict> {
  // Waited for: had it failed and the steps were on their way already, each would be a transaction by itself.
  await client.query('BEGIN');
  const results = await Promise.allSettled(steps.map((step) => client.query(step.sql, bindable(step.values))));
  const trouble = firstTrouble(steps, results);
  await client.query(trouble === null ? 'COMMIT' : 'ROLLBACK');
  return trouble ?? { kind: 'committed' };
}

/** The first one counts: after it, the database refuses the rest or answers from a state that is not to be. */
function firstTrouble(steps: Step<string>[], results: PromiseSettledResult<PgResult>[]): Verdict | null {
  for (const [i, result] of results.entries()) {
    if (result.status === 'rejected') return { kind: 'failed', error: result.reason };
    const reason = steps[i]?.otherwise ?? null;
    if (reason !== null && result.value.count === 0) return { kind: 'refused', reason };
  }
  return null;
}

function answer(one: Waiting, verdict: Verdict): void {
  if (verdict.kind === 'failed') one.reject(toStorageError(verdict.error));
  else one.resolve(verdict.kind === 'refused' ? verdict.reason : null);
}

/** The first row that a transaction locks: its conversation. */
function lockKey({ steps }: Waiting): string {
  return String(steps[0]?.values[0] ?? '');
}
