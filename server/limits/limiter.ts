/** Token buckets by kind and key: how often somebody may do something. */
import type { Clock } from '../providers/ports.ts';
import type { LimitKind, Rule, Rules } from './rules.ts';

export type Taken = { ok: true } | { ok: false; retryAfterMs: number };

export interface Limiter {
  /** Takes a token, or says in how many ms there is one again. A refusal costs nothing. */
  take(kind: LimitKind, key: string): Taken;
  /** One token of each bucket or none at all; the longest wait counts. */
  takeAll(wanted: [kind: LimitKind, key: string][]): Taken;
}

/** Past this many keys of a kind the one used least recently is forgotten, so that made-up keys can't fill the memory. */
const MAX_KEYS = 20_000;

export function createLimiter(deps: { clock: Clock; rules: Rules; maxKeys?: number }): Limiter {
  const { clock, rules, maxKeys = MAX_KEYS } = deps;
  const buckets = new Map<LimitKind, Map<string, Bucket>>();

  function takeAll(wanted: [kind: LimitKind, key: string][]): Taken {
    const now = clock.now();
    const found = wanted.map(([kind, key]) => ({ kind, key, bucket: level(rules[kind], buckets.get(kind)?.get(key), now) }));
    const waits = found.map(({ kind, bucket }) => wait(rules[kind], bucket, now));
    const retryAfterMs = Math.max(0, ...waits);
    if (retryAfterMs > 0) return { ok: false, retryAfterMs };
    for (const { kind, key, bucket } of found) keep(kind, key, { ...bucket, tokens: bucket.tokens - 1 });
    return { ok: true };
  }

  function keep(kind: LimitKind, key: string, bucket: Bucket): void {
    const ofKind = buckets.get(kind) ?? new Map<string, Bucket>();
    buckets.set(kind, ofKind);
    ofKind.delete(key);
    ofKind.set(key, bucket);
    if (ofKind.size <= maxKeys) return;
    const oldest = ofKind.keys().next();
    if (!oldest.done) ofKind.delete(oldest.value);
  }

  return { take: (kind, key) => takeAll([[kind, key]]), takeAll };
}

/** `tokens` as they were at `at`; whole ones only, so that no rounding error gathers. */
interface Bucket {
  tokens: number;
  at: number;
}

function level(rule: Rule, bucket: Bucket | undefined, now: number): Bucket {
  if (!bucket) return { tokens: rule.burst, at: now };
  // A clock that was set back gives nothing and takes nothing.
  const gained = Math.max(0, Math.floor((now - bucket.at) / rule.refillMs));
  const tokens = bucket.tokens + gained;
  return tokens >= rule.burst ? { tokens: rule.burst, at: now } : { tokens, at: bucket.at + gained * rule.refillMs };
}

function wait(rule: Rule, bucket: Bucket, now: number): number {
  return bucket.tokens >= 1 ? 0 : Math.max(1, bucket.at + rule.refillMs - now);
}
