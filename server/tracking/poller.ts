/**
 * Looks at watched parcels again when their time has come. A watch is put off as it is claimed, so that one node looks at it; a look that
 * fails is made again later and says nothing to anybody.
 */
import type { Parcel } from '../../protocol/parcel.ts';
import type { Log } from '../log.ts';
import type { Clock, TrackingProvider } from '../providers/ports.ts';
import type { Store, WatchRow } from '../store/port.ts';
import { afterNothing, nextLook } from './pace.ts';
import type { TakeNews } from './take-news.ts';

/** As many as fill three calls of 17TRACK, which is what it allows in a second. */
const BATCH = 120;
/** Longer than the slowest look; what a crashed node had claimed is looked at again after it. */
const LEASE_MS = 3 * 60_000;
/** A service that sent something within this time is sending by itself, and looks are there to catch what got lost. */
const HEARD_WITHIN_MS = 2 * 86_400_000;

type Found = { parcel: Parcel | null } | 'failed';

export function createPoller(deps: { store: Store; tracking: TrackingProvider; takeNews: TakeNews; clock: Clock; log: Log }) {
  const { store, tracking, takeNews, clock, log } = deps;

  /** One batch of what is due: a burst is spread over the rounds that follow. */
  async function poll(): Promise<void> {
    const claimed = await store.claimWatches(clock.now(), LEASE_MS, BATCH);
    const over = claimed.filter(({ untilAt }) => untilAt <= clock.now());
    await Promise.all(over.map((watch) => store.endWatch(watch)));
    const due = claimed.filter((watch) => !over.includes(watch));
    const parcels = new Map<string, WatchRow[]>();
    for (const watch of due) {
      const parcel = `${watch.storeId} ${watch.number}`;
      parcels.set(parcel, [...(parcels.get(parcel) ?? []), watch]);
    }
    await Promise.all([...parcels.values()].map(lookAt));
  }

  async function lookAt(watches: WatchRow[]): Promise<void> {
    const [{ storeId, number, carrier }] = watches as [WatchRow];
    let found = await look(storeId, { number, ...(carrier !== null && { carrier }) });
    if (found !== 'failed' && found.parcel && !(await takeNews(storeId, found.parcel))) found = 'failed';
    const stretch = await stretchOf(storeId);
    await Promise.all(watches.map((watch) => store.moveWatch(watch, next(watch, found, stretch))));
  }

  async function look(storeId: string, query: { number: string; carrier?: string }): Promise<Found> {
    try {
      return { parcel: await tracking.track(storeId, query) };
    } catch (error) {
      log.warn('look.failed', { error });
      return 'failed';
    }
  }

  function next(watch: WatchRow, found: Found, stretch: number): Pick<WatchRow, 'nextAt' | 'tries'> {
    const { afterMs, tries } = found === 'failed' ? afterNothing(watch.tries) : nextLook(found.parcel, watch.tries, clock.now());
    return { nextAt: clock.now() + afterMs * (tries === 0 ? stretch : 1), tries };
  }

  async function stretchOf(storeId: string): Promise<number> {
    const heardAt = await store.lastTakenIn(storeId);
    return heardAt !== null && clock.now() - heardAt < HEARD_WITHIN_MS ? 2 : 1;
  }

  return { poll };
}
