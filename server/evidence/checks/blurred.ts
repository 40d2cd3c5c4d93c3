import type { Grey } from './grey.ts';

const TILE = 32;
/** Standard deviation of lightness from which a tile has something to be sharp about; camera grain in a dim room stays below. */
const CONTRAST = 14;
/** Fewer tiles than these say nothing about the photo: a white side of a box is not blurred. */
const LEAST_TILES = 6;
/** What grain may add to a tile's edges at most; taken off as far as the flat tiles show it. */
const MOST_GRAIN = 160;
const SHARPEST = 0.9;
/** An edge across a tile gives 0.25 where it is one pixel wide and 0.06 where it is two. */
const SHARPNESS = 0.05;

interface Tile {
  contrast: number;
  edges: number;
}

/**
 * Variance of the Laplacian for that of the lightness, tile by tile, so that it is the edges' width that counts and not
 * how many there are; told by the sharpest tiles, since a background may well be out of focus.
 */
export function isBlurred(grey: Grey): boolean {
  const sharpness = sharpnessOf(grey);
  return sharpness !== null && sharpness < SHARPNESS;
}

/** null: nothing to tell it by. */
export function sharpnessOf(grey: Grey): number | null {
  const tiles: Tile[] = [];
  for (let y = 1; y + TILE < grey.height; y += TILE) {
    for (let x = 1; x + TILE < grey.width; x += TILE) tiles.push(tileAt(grey, x, y));
  }
  const flat = tiles.filter(({ contrast }) => contrast < CONTRAST ** 2).map(({ edges }) => edges);
  const grain = flat.length < LEAST_TILES ? 0 : Math.min(MOST_GRAIN, ranked(flat, 0.1));
  const told = tiles.filter(({ contrast }) => contrast >= CONTRAST ** 2);
  if (told.length < LEAST_TILES) return null;
  return ranked(
    told.map(({ contrast, edges }) => (edges - grain) / contrast),
    SHARPEST,
  );
}

function tileAt({ data, width }: Grey, left: number, top: number): Tile {
  let sum = 0;
  let squares = 0;
  let edges = 0;
  for (let y = top; y < top + TILE; y++) {
    for (let at = y * width + left; at < y * width + left + TILE; at++) {
      const here = data[at] ?? 0;
      const bend = 4 * here - (data[at - 1] ?? 0) - (data[at + 1] ?? 0) - (data[at - width] ?? 0) - (data[at + width] ?? 0);
      sum += here;
      squares += here * here;
      edges += bend * bend;
    }
  }
  const count = TILE * TILE;
  return { contrast: squares / count - (sum / count) ** 2, edges: edges / count };
}

function ranked(values: number[], part: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}
