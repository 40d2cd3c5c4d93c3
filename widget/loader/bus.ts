export type Handler = (detail?: unknown) => void;
export type Emit = (name: string, detail?: object) => void;

export interface Bus {
  emit: Emit;
  /** Returns its unsubscribe. */
  on(name: string, handler: Handler): () => void;
  /** Without a handler: all of that name. Without a name: all. */
  off(name?: string, handler?: Handler): void;
}

export function createBus(): Bus {
  let subscribed: { name: string; handler: Handler }[] = [];

  const off: Bus['off'] = (name, handler) => {
    const kept: typeof subscribed = [];
    for (let i = 0; i < subscribed.length; i++) {
      const one = subscribed[i];
      if (one && ((name && name !== one.name) || (handler && handler !== one.handler))) kept[kept.length] = one;
    }
    subscribed = kept;
  };

  return {
    off,
    on(name, handler) {
      subscribed[subscribed.length] = { name, handler };
      return () => off(name, handler);
    },
    emit(name, detail) {
      const now = subscribed;
      for (let i = 0; i < now.length; i++) {
        const one = now[i];
        if (one?.name === name) call(one.handler, detail);
      }
    },
  };
}

/** A page's mistake is reported as its own and never stops us. */
function call(handler: Handler, detail: unknown): void {
  try {
    handler(detail);
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}
