import type { PhotoSlot } from './state.ts';
import type { EvidenceItem } from '../../protocol/case.ts';
import type { Said } from '../../protocol/shopper-events.ts';

/** Small things to remember, by name. A name that was never set, or can't be read, is ''. Setting '' forgets. */
export interface Notes {
  get(name: string): string;
  set(name: string, value: string): void;
}

/** What the shopper sent and the server has not acknowledged. */
export type Row = { id: string; at: number; error?: string } & (
  { kind: 'said'; said: Said; label: string | null } | { kind: 'photo'; item: EvidenceItem | 'loose'; slot: PhotoSlot; blob: Blob }
);

/** Rows that outlive the page. Each method rejects when the device can't keep its word. */
export interface Shelf {
  all(): Promise<unknown[]>;
  /** Resolves when the row is on disk. */
  put(row: Row): Promise<void>;
  remove(id: string): Promise<void>;
}

/** `localStorage` under `prefix`; where it is blocked or full, notes last as long as the page. */
export function localNotes(prefix: string, storage: () => Storage): Notes {
  const here = new Map<string, string>();
  return {
    get(name) {
      try {
        return here.get(name) ?? storage().getItem(prefix + name) ?? '';
      } catch {
        return '';
      }
    },
    set(name, value) {
      here.delete(name);
      try {
        if (value) storage().setItem(prefix + name, value);
        else storage().removeItem(prefix + name);
      } catch {
        here.set(name, value);
      }
    },
  };
}

/** IndexedDB; the database is made at the first use, not before. */
export function indexedShelf(name: string): Shelf {
  let database: Promise<IDBDatabase> | null = null;

  async function run<T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    database ??= open(name);
    const forget = () => {
      database = null;
    };
    const db = await database.catch((error: unknown) => {
      forget();
      throw error;
    });
    // Some browsers drop it under us; the next use opens it again.
    db.onclose = forget;
    return new Promise((resolve, reject) => {
      const deal = db.transaction('outbox', mode, { durability: 'strict' });
      const request = work(deal.objectStore('outbox'));
      deal.oncomplete = () => resolve(request.result);
      deal.onabort = deal.onerror = () => reject(deal.error ?? request.error ?? new Error('aborted'));
    });
  }

  return {
    all: () => run<unknown[]>('readonly', (rows) => rows.getAll()),
    put: async (row) => void (await run('readwrite', (rows) => rows.put(row))),
    remove: (id) => run('readwrite', (rows) => rows.delete(id)),
  };
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('outbox', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'));
  });
}
