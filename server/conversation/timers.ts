/**
 * Timers are rows; this is the hand that fires them. A timer is deleted in the same commit as the step it causes, so
 * it fires once: another node, or a second try after a crash, finds the row gone.
 */
import type { Log } from '../log.ts';
import type { Clock } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';
import type { Conversations } from './conversations.ts';

const BATCH = 200;

export function createTicker(deps: { store: Store; conversations: Conversations; clock: Clock; log: Log }) {
  const { store, conversations, clock, log } = deps;
  let running: Promise<void> | null = null;

  /** Fires all that is due now. Calls that overlap share one run. */
  function tick(): Promise<void> {
    running ??= fireDue().finally(() => {
      running = null;
    });
    return running;
  }

  async function fireDue(): Promise<void> {
    for (;;) {
      const due = await store.dueTimers(clock.now(), BATCH);
      const outcomes = await Promise.all(
        due.map(async (timer) => {
          const outcome = await conversations.handle(timer, () => ({
            event: timer.event as { type: `xstate.after.${string}` },
            fired: timer.id,
          }));
          // Not found: another node was quicker.
          if (!outcome.ok && outcome.code !== 'E_NOT_FOUND') log.warn('timer.unfired', { timer: timer.name, code: outcome.code });
          return outcome.ok;
        }),
      );
      if (due.length < BATCH || !outcomes.some(Boolean)) return;
    }
  }

  return { tick };
}
