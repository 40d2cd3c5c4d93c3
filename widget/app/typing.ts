import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';

const EVERY_MS = 3_000;
const STILL_MS = 5_000;

/** Tells, sparingly, that the shopper types; and forgets an agent who stopped without saying so. */
export function createTyping(clock: Clock, connection: Pick<Connection, 'call'>, show: (name: string | null) => void) {
  let toldAt = -EVERY_MS;
  let on = false;
  let cancelStill = () => {};
  let cancelShown = () => {};
  let showing = false;

  function tell(next: boolean) {
    on = next;
    void connection.call('typing', { on: next });
  }

  function stop() {
    cancelStill();
    if (on) tell(false);
    toldAt = -EVERY_MS;
  }

  return {
    stop,
    typed() {
      cancelStill();
      cancelStill = clock.after(STILL_MS, stop);
      if (clock.now() - toldAt < EVERY_MS) return;
      toldAt = clock.now();
      tell(true);
    },
    heard(name: string | null) {
      cancelShown();
      if (name) cancelShown = clock.after(2 * STILL_MS, () => this.heard(null));
      if (name || showing) show(name);
      showing = name !== null;
    },
  };
}
