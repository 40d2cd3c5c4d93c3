/** The clock alone moves rows: a promise comes due, a protection is about to end. Called with each tick. */
import type { Clock } from '../providers/ports.ts';
import type { InboxRow, Store } from '../store/port.ts';
import { placeOf } from './rank.ts';

const BATCH = 200;

export function createReranker(deps: { store: Store; clock: Clock; changed: (storeId: string, conversationId: string) => void }) {
  const { store, clock, changed } = deps;

  async function rerank(): Promise<void> {
    for (;;) {
      const now = clock.now();
      const due = await store.dueInbox(now, BATCH);
      const moved = await Promise.all(due.map((was) => move(was, now)));
      // None could be moved: turns of these very talks are about to write their places.
      if (due.length < BATCH || !moved.some(Boolean)) return;
    }
  }

  async function move(was: InboxRow, now: number): Promise<boolean> {
    const { rank, rankAt } = was;
    const place = placeOf({ status: was.status, facts: was.facts, updatedAt: -rankAt }, now);
    const moved = await store.rerank(was, { ...was, ...place });
    if (moved && (place.rank !== rank || place.rankAt !== rankAt)) changed(was.storeId, was.conversationId);
    return moved;
  }

  return { rerank };
}
