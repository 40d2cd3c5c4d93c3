import type { Clock } from '../../server/providers/ports.ts';

/** Time as a test wants it. Starts on a Saturday noon, UTC. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

export const START = Date.UTC(2026, 10, 21, 12);

export function testClock(start = START): TestClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
