import type { Clock } from './clock.ts';

/** Several tabs of one store share one conversation, one outbox and one token. */
export interface Tabs {
  /** Whether `alone` can keep other tabs out. */
  exclusive: boolean;
  /**
   * Runs `work` while no other tab runs work of that name. A tab that a phone put to sleep may hold the place for ever,
   * so after `patienceMs` it is taken from it: work must be safe to be done twice.
   */
  alone<T>(name: string, work: () => Promise<T>, patienceMs?: number): Promise<T>;
  /** Tells the other tabs that what is kept under that name has changed. */
  tell(news: TabNews): void;
  listen(fn: (news: TabNews) => void): void;
}
export type TabNews = 'outbox' | 'token';

/** Web Locks and a BroadcastChannel, each only where the browser grants it. */
export function browserTabs(name: string, clock: Clock): Tabs {
  const locks = navigator.locks as LockManager | undefined;
  const channel = tryChannel(name);
  return {
    exclusive: Boolean(locks),
    alone(part, work, patienceMs = 15_000) {
      if (!locks) return work();
      return new Promise((resolve, reject) => {
        let begun = false;
        const run = () => {
          begun = true;
          cancel();
          return work().then(resolve, reject);
        };
        const asking = new AbortController();
        const cancel = clock.after(patienceMs, () => asking.abort());
        locks
          .request(`${name}:${part}`, { signal: asking.signal }, run)
          .catch(() => (begun ? undefined : locks.request(`${name}:${part}`, { steal: true }, run)))
          // Locks are refused altogether, or ours was taken from us: the work counts, not the lock.
          .catch(() => (begun ? undefined : run()));
      });
    },
    tell: (news) => channel?.postMessage(news),
    listen(fn) {
      if (channel) channel.onmessage = (event: MessageEvent<TabNews>) => fn(event.data);
    },
  };
}

function tryChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
