/**
 * Guessing passwords gets slower with each miss. Three counts, so that it holds and nobody can be locked out by somebody else:
 * one account from one address, from the 5th miss 1 second, doubling to 5 minutes; one address over all accounts; and one account
 * over all addresses, but not for an address from which this account was signed in to before. Who is shut out all the same is let in
 * by a link from their owner. Counts live in this process: each node has its own, and a restart forgets them.
 */
import type { Clock } from '../providers/ports.ts';

export interface Backoff {
  /** Counts the try as a miss until it is told otherwise, so that many at once are many. `account` is whatever was typed: known or not. */
  begin(account: string, address: string): Try | { ok: false; retryAfterMs: number };
  /** They have shown in another way that the account is theirs: by a one-time link. */
  trust(account: string, address: string): void;
}

export interface Try {
  ok: true;
  /** It was right: misses from here are forgotten, and the address is known to the account. */
  right(): void;
  /** Neither right nor wrong: it could not be found out. */
  void(): void;
}

interface Rule {
  /** Misses without a wait. */
  free: number;
  maxMs: number;
}

const FIRST_MS = 1_000;
const RULES = {
  pair: { free: 5, maxMs: 5 * 60_000 },
  account: { free: 20, maxMs: 15_000 },
  address: { free: 20, maxMs: 60_000 },
} satisfies Record<string, Rule>;

/** Nothing is held against anybody who stayed away this long. */
const FORGET_MS = 30 * 60_000;
const KNOWN_MS = 30 * 24 * 60 * 60_000;
/** Of each kind; past it the one touched least recently is forgotten. */
const MAX_KEYS = 20_000;

export function createBackoff({ clock, maxKeys = MAX_KEYS }: { clock: Clock; maxKeys?: number }): Backoff {
  const misses = { pair: createKept<Misses>(maxKeys), account: createKept<Misses>(maxKeys), address: createKept<Misses>(maxKeys) };
  const known = createKept<number>(maxKeys);
  type Kind = keyof typeof misses;

  function current(kind: Kind, key: string): Misses {
    const kept = misses[kind].get(key);
    return kept && clock.now() - kept.at < FORGET_MS ? kept : { count: 0, at: clock.now() };
  }

  function waitMs(kind: Kind, key: string): number {
    const { count, at } = current(kind, key);
    const { free, maxMs } = RULES[kind];
    return count < free ? 0 : Math.max(0, at + Math.min(maxMs, FIRST_MS * 2 ** Math.min(count - free, 20)) - clock.now());
  }

  function miss(kind: Kind, key: string): void {
    misses[kind].set(key, { count: current(kind, key).count + 1, at: clock.now() });
  }

  /** `at`: of the last miss that stays. */
  function takeBack(kind: Kind, key: string, count: number, at: number): void {
    const kept = current(kind, key);
    misses[kind].set(key, { count: Math.max(0, kept.count - count), at });
  }

  function trust(account: string, address: string): void {
    const pair = pairOf(account, address);
    misses.pair.delete(pair);
    known.set(pair, clock.now());
  }

  return {
    trust,
    begin: (account, address) => {
      const pair = pairOf(account, address);
      const isKnown = clock.now() - (known.get(pair) ?? -Infinity) < KNOWN_MS;
      const counted: [Kind, string][] = [
        ['pair', pair],
        ['address', address],
        ['account', account],
      ];
      const held = isKnown ? counted.slice(0, 2) : counted;
      const retryAfterMs = Math.max(...held.map(([kind, key]) => waitMs(kind, key)));
      if (retryAfterMs > 0) return { ok: false, retryAfterMs };

      const before = counted.map(([kind, key]) => ({ kind, key, at: current(kind, key).at }));
      for (const [kind, key] of counted) miss(kind, key);
      const forgive = (count: number) => {
        for (const { kind, key, at } of before) takeBack(kind, key, count, at);
      };
      return {
        ok: true,
        void: () => {
          forgive(1);
        },
        right: () => {
          // Who mistypes ten times and then knows it burdens neither the office nor the account; what others missed stays.
          forgive(current('pair', pair).count);
          trust(account, address);
        },
      };
    },
  };
}

/** An address holds no space. */
function pairOf(account: string, address: string): string {
  return `${address} ${account}`;
}

interface Misses {
  count: number;
  at: number;
}

interface Kept<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

function createKept<T>(maxKeys: number): Kept<T> {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    delete: (key) => void entries.delete(key),
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.size > maxKeys ? entries.keys().next() : null;
      if (oldest && !oldest.done) entries.delete(oldest.value);
    },
  };
}
