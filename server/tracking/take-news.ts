/** Brings news of a parcel to every talk that follows it, by the one door. */
import type { Parcel } from '../../protocol/parcel.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/port.ts';
import { inShort, isNews, knownOf } from './news.ts';

/** Resolves when all of it is durable: to false where some talk could not take it in, and it must be brought again. */
export type TakeNews = (storeId: string, parcel: Parcel) => Promise<boolean>;

export function createTakeNews(deps: { store: Store; conversations: Conversations; log: Log }): TakeNews {
  const { store, conversations, log } = deps;

  return async (storeId, parcel) => {
    const watches = await store.watchesOn(storeId, parcel.number);
    const outcomes = await Promise.all(
      watches.map((watch) =>
        conversations.handle(watch, (_row, flow) => {
          const isTold = flow === null || watch.seen === inShort(parcel) || !isNews(knownOf(flow.context, parcel.number), parcel);
          return isTold ? { done: true } : { event: { type: 'parcel.found', parcel, news: true } };
        }),
      ),
    );
    // Not found: the talk is gone, and nobody waits for news of it.
    const failed = outcomes.find((outcome) => !outcome.ok && outcome.code !== 'E_NOT_FOUND');
    if (failed && !failed.ok) log.warn('news.unbrought', { code: failed.code });
    return failed === undefined;
  };
}
