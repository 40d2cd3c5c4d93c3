import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { indexedShelf, localNotes } from './storage.ts';
import type { Notes, Shelf } from './storage.ts';
import { browserTabs } from './tabs.ts';
import type { Tabs } from './tabs.ts';
import { xhrUpload } from './upload.ts';
import type { Upload } from './upload.ts';
import { socketWire } from './wire.ts';
import type { OpenWire } from './wire.ts';

/** All that the logic needs of the browser, so that tests can hand in another. Making one stores and fetches nothing. */
export interface Device {
  clock: Clock;
  random(): number;
  /** 128 random bits, base64url. */
  newId(): string;
  notes: Notes;
  shelf: Shelf;
  tabs: Tabs;
  openWire: OpenWire;
  upload: Upload;
  /** Rejects when it does not come. */
  fetchPhoto(photoId: string, token: string): Promise<Blob>;
  previews: { make(blob: Blob): string; drop(url: string): void };
  hasNetwork(): boolean;
  /** Somebody can see this tab. */
  isVisible(): boolean;
  /** Calls `fn` when the network comes or goes, or the tab is turned to or away from. */
  onTurn(fn: () => void): void;
  locale: string;
  /** All that its owner reads, most liked first. */
  languages: readonly string[];
  tz: string;
  /** Fetches the panel anew, once in a visit for each `reason`; false when that was tried already. */
  reload(reason: string): boolean;
}

/** `url`: origin of the server. `storeKey` keeps the stores of one server apart. */
export function browserDevice(storeKey: string, url: string): Device {
  const name = `tracewell:${storeKey}`;
  const clock = systemClock;
  const visit = localNotes(`${name}:`, () => sessionStorage);
  return {
    clock,
    random: Math.random,
    newId: () => {
      const bytes = crypto.getRandomValues(new Uint8Array(16));
      return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (c) => (c === '+' ? '-' : c === '/' ? '_' : ''));
    },
    notes: localNotes(`${name}:`, () => localStorage),
    shelf: indexedShelf(name),
    tabs: browserTabs(name, clock),
    openWire: socketWire(url, clock),
    upload: xhrUpload(url, clock),
    async fetchPhoto(photoId, token) {
      const answer = await fetch(`${url}/api/photos/${photoId}`, { headers: { authorization: `Bearer ${token}` } });
      if (!answer.ok) throw new Error(`photo ${answer.status}`);
      return answer.blob();
    },
    previews: { make: (blob) => URL.createObjectURL(blob), drop: (preview) => URL.revokeObjectURL(preview) },
    hasNetwork: () => navigator.onLine,
    isVisible: () => document.visibilityState === 'visible',
    onTurn(fn) {
      for (const type of ['online', 'offline', 'pageshow']) addEventListener(type, fn);
      document.addEventListener('visibilitychange', fn);
    },
    locale: navigator.language,
    languages: navigator.languages,
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
    reload(reason) {
      if (visit.get('reloaded') === reason) return false;
      visit.set('reloaded', reason);
      // A note that can't be kept would make us reload for ever.
      if (!canKeep(reason, () => sessionStorage.getItem(`${name}:reloaded`))) return false;
      location.reload();
      return true;
    },
  };
}

function canKeep(value: string, read: () => string | null): boolean {
  try {
    return read() === value;
  } catch {
    return false;
  }
}
