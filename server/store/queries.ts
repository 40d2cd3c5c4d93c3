/** How the methods of the port ask a database. */
import type { Database, Step, Value } from './database.ts';
import type { Row } from './columns.ts';

export interface Queries {
  one<T>(map: (row: Row) => T, sql: string, ...values: Value[]): Promise<T | null>;
  many<T>(map: (row: Row) => T, sql: string, ...values: Value[]): Promise<T[]>;
  /** For a list of any length, where `$1` and so on stand for `values` and the list comes after them. */
  manyOf<T>(map: (row: Row) => T, sql: (list: string) => string, values: Value[], list: readonly string[]): Promise<T[]>;
  /** All or nothing. */
  run(...steps: Step[]): Promise<void>;
  /** One write with RETURNING: whether it found a row. */
  touched(sql: string, ...values: Value[]): Promise<boolean>;
}

/** Longer lists are asked for in several goes. */
const LIST = 1024;

export function queriesOf({ all, returning, transact }: Database): Queries {
  const many: Queries['many'] = async (map, sql, ...values) => (await all(sql, values)).map(map);
  return {
    many,
    async one(map, sql, ...values) {
      const [row] = await all(sql, values);
      return row === undefined ? null : map(row);
    },
    async manyOf(map, sql, values, list) {
      const unique = [...new Set(list)];
      const parts = Array.from({ length: Math.ceil(unique.length / LIST) }, (_, i) => padded(unique.slice(i * LIST, (i + 1) * LIST)));
      const found = await Promise.all(parts.map((part) => many(map, sql(placesAfter(values.length, part.length)), ...values, ...part)));
      return found.flat();
    },
    async run(...steps) {
      await transact(steps);
    },
    touched: async (sql, ...values) => (await returning(sql, values)).length > 0,
  };
}

export function step(sql: string, ...values: Value[]): Step<never> {
  return { sql, values, otherwise: null };
}

/** Up to a power of two, by its last value again: each length is a prepared statement of its own, and so there are few. */
function padded(list: string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(list.length));
  return [...list, ...Array.from({ length: length - list.length }, () => list[list.length - 1] as string)];
}

function placesAfter(before: number, count: number): string {
  return Array.from({ length: count }, (_, i) => `$${before + i + 1}`).join(', ');
}
