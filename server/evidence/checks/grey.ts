/** A picture as the checks look at it: one byte of lightness a pixel, row by row, 0 black. */
export interface Grey {
  data: Uint8Array;
  width: number;
  height: number;
}
