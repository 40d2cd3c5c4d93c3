/**
 * What tells a picture again after it was made smaller, compressed anew or cut by a hair. Two halves: a perceptual hash of
 * 64 bits, which is looked up by, and the detail of a 32 x 32 copy, which is compared: boxes on tables are much alike.
 */
import type { Grey } from './grey.ts';

export interface Print {
  /** 16 hex digits. */
  hash: string;
  /** `SIDE` x `SIDE`, what is left when the lightness around each place is taken off. */
  detail: Int8Array;
}

/** Pixels of a side of the copy that a print is made of. */
export const SIDE = 32;
/** The lowest frequencies but the mean, of which each gives a bit. */
const WAVES = 8;
const AROUND = 3;
/** Root mean square of the detail under which only grain is left; an empty wall is like any other. */
const LEAST_DETAIL = 3;
/** Bits of 64. Compressing anew and resizing turn up to 4, cutting off a hundredth on each side up to 10. */
const FARTHEST = 10;
/** Correlation of the details where they fit best. Copies of drawn scenes have 0.966 and more, different ones 0.961 at most, sides of one box 0.81. */
const ALIKE = 0.965;
/** A cut by a fiftieth shifts the edges by a third of a place. */
const SHIFTS = [-0.32, 0, 0.32];
const SCALES = [0.98, 1, 1.02];

/** Of a copy of `SIDE` x `SIDE`; null where there is nothing to tell it by. */
export function printOf({ data }: Grey): Print | null {
  const detail = detailOf(data);
  const strength = Math.sqrt(detail.reduce((sum, value) => sum + value * value, 0) / detail.length);
  return strength < LEAST_DETAIL ? null : { hash: hashOf(data), detail };
}

/** Nearly the same picture. */
export function isSamePicture(a: Print, b: Print): boolean {
  return distance(a.hash, b.hash) <= FARTHEST && likeness(a.detail, b.detail) >= ALIKE;
}

/** Bits in which two hashes differ. */
export function distance(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; differing > 0n; differing &= differing - 1n) bits += 1;
  return bits;
}

/** As a row keeps it: the hash first. */
export function writePrint({ hash, detail }: Print): string {
  return `${hash}${Buffer.from(detail.buffer, detail.byteOffset, detail.byteLength).toString('base64')}`;
}

export function readPrint(text: string): Print {
  return { hash: text.slice(0, 16), detail: Int8Array.from(Buffer.from(text.slice(16), 'base64')) };
}

/** The sign of each low frequency of a cosine transform. */
function hashOf(data: Uint8Array): string {
  const rows: number[] = [];
  for (let y = 0; y < SIDE; y++) {
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let x = 0; x < SIDE; x++) sum += (data[y * SIDE + x] ?? 0) * cosine(u, x);
      rows.push(sum);
    }
  }
  let hash = 0n;
  for (let v = 0; v < WAVES; v++) {
    for (let u = 0; u < WAVES; u++) {
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += (rows[y * WAVES + u] ?? 0) * cosine(v, y);
      hash = (hash << 1n) | (sum > 0 ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

function cosine(wave: number, at: number): number {
  return Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * SIDE));
}

function detailOf(data: Uint8Array): Int8Array {
  const detail = new Int8Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      let sum = 0;
      let count = 0;
      for (let v = Math.max(0, y - AROUND); v <= Math.min(SIDE - 1, y + AROUND); v++) {
        for (let u = Math.max(0, x - AROUND); u <= Math.min(SIDE - 1, x + AROUND); u++) {
          sum += data[v * SIDE + u] ?? 0;
          count += 1;
        }
      }
      detail[y * SIDE + x] = Math.max(-127, Math.min(127, Math.round((data[y * SIDE + x] ?? 0) - sum / count)));
    }
  }
  return detail;
}

/** -1 to 1, where one fits on the other best; the same whichever of the two is moved. */
export function likeness(a: Int8Array, b: Int8Array): number {
  return Math.max(bestFit(a, b), bestFit(b, a));
}

function bestFit(still: Int8Array, moved: Int8Array): number {
  let best = -1;
  for (const scale of SCALES) {
    for (const right of SHIFTS) {
      for (const down of SHIFTS) best = Math.max(best, correlation(still, moved, scale, right, down));
    }
  }
  return best;
}

function correlation(still: Int8Array, moved: Int8Array, scale: number, right: number, down: number): number {
  const middle = (SIDE - 1) / 2;
  let both = 0;
  let ofStill = 0;
  let ofMoved = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const a = still[y * SIDE + x] ?? 0;
      const b = between(moved, middle + (x - middle) * scale + right, middle + (y - middle) * scale + down);
      both += a * b;
      ofStill += a * a;
      ofMoved += b * b;
    }
  }
  return ofStill === 0 || ofMoved === 0 ? 0 : both / Math.sqrt(ofStill * ofMoved);
}

/** The value at a place between four. */
function between(detail: Int8Array, x: number, y: number): number {
  const [left, top] = [clamp(Math.floor(x), SIDE - 2), clamp(Math.floor(y), SIDE - 2)];
  const [across, down] = [clamp(x - left, 1), clamp(y - top, 1)];
  const at = top * SIDE + left;
  const upper = (detail[at] ?? 0) * (1 - across) + (detail[at + 1] ?? 0) * across;
  const lower = (detail[at + SIDE] ?? 0) * (1 - across) + (detail[at + SIDE + 1] ?? 0) * across;
  return upper * (1 - down) + lower * down;
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
