import type { Order } from '../../protocol/order.ts';
import { DAY } from './recordings.ts';

/** One order of the demo shop with what its parcels' trackers say, and what to try with it. */
export interface Scene {
  order: Order;
  /** Recorded answers by tracking number. A parcel without one is unknown to the tracker. */
  recorded: Record<string, unknown>;
  /** One short sentence for the storefront. */
  story: string;
}

/** Built for one moment, so that "yesterday" is yesterday whenever the demo starts. */
export type MakeScene = (now: number) => Scene;

/** `ago(2, 14, 12)`: two days before `now`, at 14:12 UTC, never after `now`. */
export function daysBefore(now: number): (days: number, hour?: number, minute?: number) => number {
  const midnight = Math.floor(now / DAY) * DAY;
  return (days, hour = 9, minute = 0) => Math.min(now, midnight - days * DAY + hour * 3_600_000 + minute * 60_000);
}
