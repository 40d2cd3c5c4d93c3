/**
 * Group commit: jobs that come in during one turn of the event loop share one transaction, and so one flush to disk.
 * Each job stands in a savepoint of its own, so that undoing one never touches another.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { StorageError } from '../port.ts';

export interface GroupCommit {
  /** Resolves with the job's value once the shared transaction is durable. Rejects with StorageError. */
  run<T>(job: () => Outcome<T>): Promise<T>;
  /** Commits what is waiting, now. */
  flush(): void;
}

/** `keep: false` undoes all that the job wrote. */
export interface Outcome<T> {
  keep: boolean;
  value: T;
}

interface Waiting {
  /** Runs the job; gives back whether its rows stay and how to answer its caller after the commit. */
  run(): { keep: boolean; answer: () => void };
  reject(error: unknown): void;
}

export function createGroupCommit(db: DatabaseSync): GroupCommit {
  const control = prepareControl(db);
  let waiting: Waiting[] = [];

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    try {
      const answers = transact(jobs);
      for (const answer of answers) answer();
    } catch (error) {
      const failure = toStorageError(error);
      for (const job of jobs) job.reject(failure);
    }
  }

  function transact(jobs: Waiting[]): (() => void)[] {
    control.begin.run();
    try {
      const answers = jobs.map(inSavepoint);
      control.commit.run();
      return answers;
    } catch (error) {
      if (db.isTransaction) control.rollback.run();
      throw error;
    }
  }

  function inSavepoint(job: Waiting): () => void {
    control.savepoint.run();
    let outcome: ReturnType<Waiting['run']>;
    try {
      outcome = job.run();
    } catch (error) {
      if (!isOwnFault(error) || !db.isTransaction) throw error;
      outcome = { keep: false, answer: () => job.reject(toStorageError(error)) };
    }
    if (!outcome.keep) control.undo.run();
    control.release.run();
    return outcome.answer;
  }

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        // setImmediate, not a microtask: all sockets that were readable in this turn have been heard before it fires.
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          run() {
            const { keep, value } = job();
            return { keep, answer: () => resolve(value) };
          },
          reject,
        });
      }),
    flush,
  };
}

export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(error instanceof Error ? error.message : String(error), { cause: error });
}

function prepareControl(db: DatabaseSync): Record<'begin' | 'savepoint' | 'undo' | 'release' | 'commit' | 'rollback', StatementSync> {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    savepoint: db.prepare('SAVEPOINT job'),
    undo: db.prepare('ROLLBACK TO job'),
    release: db.prepare('RELEASE job'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
  };
}

/** A value that the schema refuses, or a bug in the job; as opposed to a disk that is full, which is everybody's. */
function isOwnFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return true;
  const TOO_BIG = 18;
  const CONSTRAINT = 19;
  const MISMATCH = 20;
  return [TOO_BIG, CONSTRAINT, MISMATCH].includes(Number(error.errcode) & 0xff);
}
