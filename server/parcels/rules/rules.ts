/**
 * What tracking numbers look like, as data, by the part of the world where they are given out. Sources: UPU standard S10; carriers'
 * published label specifications, many of them collected in jkeen/tracking_number_data (MIT); for lines that publish nothing, the shapes
 * that their numbers show. A check digit stands here only where its arithmetic is published or fits numbers that were given out. Checked
 * November 2026.
 */
import { AMERICAS } from './americas.ts';
import { ASIA_PACIFIC } from './asia-pacific.ts';
import { CHINA } from './china.ts';
import { CROSS_BORDER } from './cross-border.ts';
import { EUROPE } from './europe.ts';
import { EUROPE_EAST } from './europe-east.ts';
import { MIDDLE_EAST } from './middle-east.ts';
import type { NumberRule } from './rule.ts';
import { WORLDWIDE } from './worldwide.ts';

/** Of two that say the same, the one that stands first is the likelier. */
export const NUMBER_RULES: readonly NumberRule[] = [
  ...WORLDWIDE,
  ...AMERICAS,
  ...EUROPE,
  ...EUROPE_EAST,
  ...MIDDLE_EAST,
  ...ASIA_PACIFIC,
  ...CHINA,
  ...CROSS_BORDER,
];
