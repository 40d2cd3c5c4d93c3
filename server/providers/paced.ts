import type { Clock, Outside } from './ports.ts';

/** How long to wait where a service says "too many" without saying until when. */
const PAUSE_MS = 1_000;
/** Longer than any such pause of these services; beyond it whoever asks comes again later by themselves. */
const LONGEST_PAUSE_MS = 15_000;
const TRIES = 3;

/**
 * Requests that keep to what a service allows: at least `gapMs` between two, and none before the moment its `X-RateLimit` headers name. One
 * that is refused as too many is sent again.
 */
export function createPaced(deps: { outside: Outside; gapMs: number; clock: Clock; wait: (ms: number) => Promise<void> }): Outside {
  const { outside, gapMs, clock, wait } = deps;
  let freeAt = 0;

  async function turn(): Promise<void> {
    const now = clock.now();
    const at = Math.max(freeAt, now);
    freeAt = at + gapMs;
    if (at > now) await wait(at - now);
  }

  function heed({ status, headers }: { status: number; headers: Record<string, string> }): void {
    const now = clock.now();
    if (status !== 429 && headers['x-ratelimit-remaining'] !== '0') return;
    const reset = Number(headers['x-ratelimit-reset']) * 1_000;
    const until = reset > now ? reset : now + (status === 429 ? PAUSE_MS : 0);
    freeAt = Math.max(freeAt, Math.min(until, now + LONGEST_PAUSE_MS));
  }

  return {
    async fetch(asked) {
      for (let tries = 1; ; tries += 1) {
        await turn();
        const answer = await outside.fetch(asked);
        heed(answer);
        if (answer.status !== 429 || tries === TRIES) return answer;
      }
    },
  };
}
