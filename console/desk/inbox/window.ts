/** Which rows of a long list are in sight, when every row's height is known beforehand. */
export interface Rows {
  /** Where each row begins; one more for the end. */
  starts: readonly number[];
  height: number;
}

export function layOut(heights: readonly number[]): Rows {
  const starts = [0];
  for (const height of heights) starts.push((starts.at(-1) ?? 0) + height);
  return { starts, height: starts.at(-1) ?? 0 };
}

/** From the first to the last row that `top` to `top + height` touches, and `beyond` more on either side. `to` is not included. */
export function inSight({ starts }: Rows, top: number, height: number, beyond: number): { from: number; to: number } {
  const count = starts.length - 1;
  const from = Math.max(0, rowAt(starts, top) - beyond);
  return { from, to: Math.min(count, rowAt(starts, top + height) + 1 + beyond) };
}

/** The row that lies at `y`. */
export function rowAt(starts: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
