/** Time as the panel's logic sees it; tests hand in one that they move themselves. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Runs `fn` once in `ms`; the answer cancels it. */
  after(ms: number, fn: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, fn) => {
    const timer = setTimeout(fn, ms);
    return () => clearTimeout(timer);
  },
};

/** Capped exponential, with jitter so that a restarted server is not met by everyone in the same moment. */
export function backoffMs(attempt: number, random: () => number, cap = 30_000): number {
  return Math.min(cap, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2);
}
