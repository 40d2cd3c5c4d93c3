export interface Active {
  /** The panel says whether there is a conversation on this device. */
  told(active: boolean): void;
  /** The shopper has opened the chat: before that nothing is stored. */
  seen(): void;
}

/** Remembers on the shop's page that a conversation is under way, so that the next page connects at once. */
export function rememberActive(store: string): Active {
  const key = 'tracewell:' + store;
  let active: boolean | undefined;
  let mayStore = false;

  const keep = () => {
    try {
      if (active === false) localStorage.removeItem(key);
      else if (active && mayStore) localStorage.setItem(key, '1');
    } catch {
      // Blocked storage only means that the next page waits for the shopper.
    }
  };
  return {
    told(now) {
      active = now;
      keep();
    },
    seen() {
      mayStore = true;
      keep();
    },
  };
}
