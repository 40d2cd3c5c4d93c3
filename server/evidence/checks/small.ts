/**
 * Pixels of the shorter side. A label that fills the frame then has some 300 across its barcode, and a Code 128 of thirteen signs
 * needs two for each of its 150 bars and gaps. Phones and messengers send 800 x 600 and more.
 */
const LEAST_SIDE = 500;

export function isSmall({ width, height }: { width: number; height: number }): boolean {
  return Math.min(width, height) < LEAST_SIDE;
}
