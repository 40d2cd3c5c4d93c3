import type { CheckName } from '../check-digits.ts';

export interface NumberRule {
  /** As a shopper knows it: "La Poste". */
  carrier: string;
  kind: string;
  /** Against the normalised number, whole. */
  shape: RegExp;
  check?: CheckName;
  /**
   * How much the shape alone says, 0 to 1: letters and fixed prefixes much, a run of digits little. From 0.35 on digits, and from 0.5 on
   * letters and digits, are believed to be a parcel's number where they stand in a sentence; below, only where somebody says so.
   */
  telling: number;
}
