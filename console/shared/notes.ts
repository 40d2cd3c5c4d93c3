/** Small things the device remembers for whoever sits at it. */
export interface Notes {
  /** '' when it was never set or can't be read. */
  get(name: string): string;
  /** Setting '' forgets. */
  set(name: string, value: string): void;
  /** Forgets all whose names begin so. */
  forget(beginning: string): void;
}

const PREFIX = 'tracewell:console:';

/** `localStorage`; where it is blocked or full, notes last as long as the page. */
export function deviceNotes(storage: () => Storage = () => localStorage): Notes {
  const here = new Map<string, string>();
  return {
    get(name) {
      try {
        return here.get(name) ?? storage().getItem(PREFIX + name) ?? '';
      } catch {
        return '';
      }
    },
    set(name, value) {
      here.delete(name);
      try {
        if (value) storage().setItem(PREFIX + name, value);
        else storage().removeItem(PREFIX + name);
      } catch {
        here.set(name, value);
      }
    },
    forget(beginning) {
      for (const name of here.keys()) if (name.startsWith(beginning)) here.delete(name);
      try {
        for (const key of Object.keys(storage())) if (key.startsWith(PREFIX + beginning)) storage().removeItem(key);
      } catch {
        // Blocked: then nothing was kept there either.
      }
    },
  };
}

/** The device is one, so are its notes. */
export const notes = deviceNotes();
