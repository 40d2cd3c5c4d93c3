/** The columns of a row, as drivers hand them out: JSON as text, whole numbers as number, string or bigint. */

/** One row by column name. */
export type Row = Record<string, unknown>;

// `text`, `orNull` and `json` trust the column: only this folder writes it, from values of the very type they give back.
export function text<T extends string>(value: unknown): T {
  if (typeof value !== 'string') throw new TypeError(`expected text in a row, found ${typeof value}`);
  return value as T;
}

export function orNull<T extends string>(value: unknown): T | null {
  return value === null ? null : text<T>(value);
}

export function json<T>(value: unknown): T {
  return (value === null ? null : JSON.parse(text(value))) as T;
}

export function whole(value: unknown): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new TypeError('expected a whole number in a row');
  return number;
}

export function wholeOrNull(value: unknown): number | null {
  return value === null ? null : whole(value);
}
