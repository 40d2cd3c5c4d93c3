import type { Clock } from '../../../widget/app/clock.ts';

export interface TestClock extends Clock {
  /** Lets `ms` pass: timers fire in their order, and what they start settles in between. */
  pass(ms: number): Promise<void>;
}

export function testClock(start = 1_800_000_000_000): TestClock {
  let now = start;
  let made = 0;
  const timers = new Map<number, { at: number; fn: () => void }>();
  return {
    now: () => now,
    after(ms, fn) {
      const id = made++;
      timers.set(id, { at: now + ms, fn });
      return () => timers.delete(id);
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = [...timers].filter(([, t]) => t.at <= end).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
        if (!next) break;
        timers.delete(next[0]);
        now = Math.max(now, next[1].at);
        next[1].fn();
        await settle();
      }
      now = end;
    },
  };
}

/** Lets everything that waits only for promises come to its end. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
}
