/** How many conversations there are, for the numbers beside the places. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { InboxCounts } from '../../protocol/inbox.ts';
import type { Wire } from '../shared/wire.ts';

export interface Counts {
  readonly value: ReadonlySignal<InboxCounts | null>;
  /** Returns how to stop. */
  begin(): () => void;
}

const GATHER_MS = 400;

export function createCounts(line: Wire): Counts {
  const value = signal<InboxCounts | null>(null);
  return {
    value,
    begin() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const ask = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          // Nothing but the counts is wanted. Where no answer comes, the old numbers stand until the next hint.
          line.ask('inboxItems', { ids: [] }).then(
            ({ counts }) => {
              value.value = counts;
            },
            () => {},
          );
        }, GATHER_MS);
      };
      const stops = [line.on('inboxChanged', ask), line.state.subscribe((state) => state === 'open' && ask())];
      return () => {
        clearTimeout(timer);
        for (const stop of stops) stop();
      };
    },
  };
}

/** Counted up to a thousand. */
export function told(count: number): string {
  return count >= 1000 ? '999+' : String(count);
}
