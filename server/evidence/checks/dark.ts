import type { Grey } from './grey.ts';

/**
 * Lightness of 255 under which nearly all of a dark photo lies. Drawn scenes by day have at least a twentieth of their pixels above
 * 120, also a black bag on a table and a table against a window; a label lit a fifth as bright has them at 48 and can't be read.
 */
const DIM = 56;
const LIGHT_SHARE = 0.05;

/** Told by its lightest twentieth, so that something black in a lit room is not called dark, nor a lamp at night light. */
export function isDark({ data }: Grey): boolean {
  let light = 0;
  for (const lightness of data) if (lightness >= DIM) light += 1;
  return light < data.length * LIGHT_SHARE;
}
