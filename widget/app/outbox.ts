import type { EvidenceItem } from '../../protocol/case.ts';
import type { ErrorCode, Refusal } from '../../protocol/errors.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Said } from '../../protocol/shopper-events.ts';
import { backoffMs } from './clock.ts';
import type { Clock } from './clock.ts';
import { isMoot, isRow, pendingOf } from './entry.ts';
import type { Entry } from './entry.ts';
import type { Pending, PhotoSlot } from './state.ts';
import type { Row, Shelf } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { PhotoAck, PhotoRow } from './upload.ts';
import type { AckOf, PayloadOf } from './wire.ts';

export interface Outbox {
  /** Takes up what this device still holds. Never rejects. */
  load(): Promise<void>;
  say(said: Said, label: string | null): void;
  addPhoto(item: EvidenceItem | 'loose', slot: PhotoSlot, blob: Blob): void;
  /** The line is up, or something changed: send what can be sent. `fresh` forgets the pauses of earlier tries. */
  pump(fresh?: boolean): void;
  /** Another tab changed the shelf. */
  refresh(): Promise<void>;
  /** Rows whose message is on the screen are done. */
  settle(messages: ShownMessage[]): void;
  retry(id: string): void;
  discard(id: string): void;
  /** In the order they were written. */
  list(): Pending[];
}

export interface OutboxOptions {
  shelf: Shelf;
  tabs: Tabs;
  clock: Clock;
  random(): number;
  newId(): string;
  online(): boolean;
  send(payload: PayloadOf<'send'>): Promise<AckOf<'send'> | null>;
  upload(row: PhotoRow, onProgress: (part: number) => void): { done: Promise<PhotoAck | null>; abort(): void };
  previews: { make(blob: Blob): string; drop(url: string): void };
  /** Said, durable there, and to be on the screen soon as `seq`. */
  onAcked(seq: number): void;
  /** The preview shows the same as a stored photo now; who takes it also drops it. */
  onStored(photoId: string, url: string): void;
  onChange(): void;
}

const AT_ONCE = 2;
const PHOTO_PATIENCE_MS = 90_000;
const PASSING: ErrorCode[] = ['E_RATE', 'E_STORAGE', 'E_CLOSING', 'E_NO_HELLO', 'E_TOKEN'];

/** What a person sent is never lost and never twice on the screen: kept here, sent in order, re-sent under the same id. */
export function createOutbox(o: OutboxOptions): Outbox {
  const entries = new Map<string, Entry>();
  // What was taken from the shelf may still be in an answer that was under way.
  const gone = new Set<string>();
  let sending = false;
  let cancelPause = () => {};

  function add(row: Row, kept: boolean): Entry {
    const entry: Entry = {
      row,
      kept,
      mine: true,
      ackedSeq: null,
      progress: 0,
      tries: 0,
      resting: false,
      abort: null,
      url: row.kind === 'photo' ? o.previews.make(row.blob) : '',
    };
    entries.set(row.id, entry);
    return entry;
  }

  function write(row: Row) {
    const entry = add(row, false);
    o.onChange();
    void keep(entry);
    pump();
  }

  async function keep(entry: Entry) {
    entry.kept = await o.shelf.put(entry.row).then(
      () => true,
      () => false,
    );
    o.tabs.tell('outbox');
    o.onChange();
  }

  function remove(id: string) {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    if (entry.url) o.previews.drop(entry.url);
    o.onChange();
  }

  function unshelve(id: string) {
    gone.add(id);
    o.shelf.remove(id).then(
      () => o.tabs.tell('outbox'),
      () => {},
    );
  }

  async function refresh(mine = false) {
    const before = [...entries.values()].filter((e) => e.kept);
    const rows = await o.shelf.all().catch(() => null);
    if (!rows) return;
    const found = new Map(rows.filter(isRow).map((row) => [row.id, row]));
    for (const e of before) {
      const row = found.get(e.row.id);
      if (row) e.row = row;
      else if (e.ackedSeq === null) remove(e.row.id);
    }
    for (const row of found.values()) if (!entries.has(row.id) && !gone.has(row.id)) add(row, true).mine = mine;
    // Rows of other tabs fall into their place by time.
    const sorted = [...entries].sort(([, a], [, b]) => a.row.at - b.row.at);
    entries.clear();
    for (const [id, e] of sorted) entries.set(id, e);
    o.onChange();
  }

  function pump(fresh = false) {
    if (!o.online()) return;
    if (fresh) {
      cancelPause();
      cancelPause = () => {};
      for (const e of entries.values()) e.resting = false;
    }
    void sendSaid();
    for (const e of entries.values()) void sendPhoto(e);
  }

  const live = (e: Entry) => e.row.error === undefined && e.ackedSeq === null && (e.mine || o.tabs.exclusive);

  function nextSaid(): Entry | undefined {
    let photos = false;
    for (const e of entries.values()) {
      if (!live(e)) continue;
      if (e.row.kind === 'photo') photos = true;
      // "These are all" is true only when they are there; what else is said need not wait for them.
      else if (!(photos && e.row.said.kind === 'evidenceDone')) return e;
    }
    return undefined;
  }

  async function sendSaid() {
    if (sending || !nextSaid() || nextSaid()?.resting) return;
    sending = true;
    await o.tabs.alone('said', async () => {
      await refresh();
      for (let e = nextSaid(); e && !e.resting && o.online(); e = nextSaid()) if (!(await sendOne(e))) break;
    });
    sending = false;
    if (o.online()) void sendSaid();
  }

  /** false: not now. */
  async function sendOne(e: Entry): Promise<boolean> {
    if (e.row.kind !== 'said') return false;
    const { id, said } = e.row;
    const answer = await o.send({ id, said });
    if (!entries.has(id)) return true;
    if (answer?.ok) acked(e, answer.seq);
    else if (!answer || PASSING.includes(answer.code)) {
      rest(e, answer);
      return false;
    } else if (isMoot(said, answer.code)) {
      unshelve(id);
      remove(id);
    } else fail(e, answer.text);
    return true;
  }

  async function sendPhoto(e: Entry) {
    const busy = [...entries.values()].filter((other) => other.abort).length;
    if (e.row.kind !== 'photo' || busy >= AT_ONCE || e.abort || e.resting || !live(e)) return;
    const row = e.row;
    e.abort = () => {};
    await o.tabs.alone(
      row.id,
      async () => {
        await refresh();
        if (!entries.has(row.id) || !o.online()) return;
        const { done, abort } = o.upload(row, (part) => {
          e.progress = part;
          o.onChange();
        });
        e.abort = abort;
        const answer = await done;
        if (!entries.has(row.id)) return;
        e.progress = 0;
        if (answer?.ok) {
          e.progress = 1;
          acked(e, answer.seq);
        } else if (!answer || PASSING.includes(answer.code)) rest(e, answer);
        else fail(e, answer.text);
      },
      PHOTO_PATIENCE_MS,
    );
    e.abort = null;
    pump();
  }

  function acked(e: Entry, seq: number) {
    e.ackedSeq = seq;
    e.kept = false;
    unshelve(e.row.id);
    o.onAcked(seq);
    o.onChange();
  }

  function rest(e: Entry, answer: Refusal | null) {
    e.resting = true;
    const cancel = o.clock.after(answer?.retryAfterMs ?? backoffMs(++e.tries, o.random), () => {
      e.resting = false;
      pump();
    });
    const others = cancelPause;
    cancelPause = () => {
      others();
      cancel();
    };
    o.onChange();
  }

  function fail(e: Entry, text: string) {
    e.row = { ...e.row, error: text };
    o.onChange();
    void keep(e);
  }

  const stamp = () => ({ id: o.newId(), at: Math.max(o.clock.now(), ...[...entries.values()].map((e) => e.row.at + 1)) });

  return {
    load: () => refresh(true),
    refresh,
    pump,
    say: (said, label) => write({ ...stamp(), kind: 'said', said, label }),
    addPhoto: (item, slot, blob) => write({ ...stamp(), kind: 'photo', item, slot, blob }),
    settle(messages) {
      if (!entries.size) return;
      const byId = new Map(messages.map((m) => [m.id, m]));
      const last = messages.at(-1)?.seq ?? 0;
      for (const [id, e] of entries) {
        const message = byId.get(id);
        if (!message && (e.ackedSeq === null || e.ackedSeq > last)) continue;
        // What only the camera's maker can draw (HEIC) is seen as the server wrote it.
        if (message?.body.kind === 'photo' && e.row.kind === 'photo' && /jpe?g|png|webp/.test(e.row.blob.type)) {
          o.onStored(message.body.photoId, e.url);
          e.url = '';
        }
        if (e.ackedSeq === null) unshelve(id);
        remove(id);
      }
    },
    retry(id) {
      const e = entries.get(id);
      if (e?.row.error === undefined) return;
      const { error: _, ...row } = e.row;
      e.row = row;
      e.mine = true;
      e.resting = false;
      o.onChange();
      void keep(e);
      pump();
    },
    discard(id) {
      entries.get(id)?.abort?.();
      unshelve(id);
      remove(id);
    },
    list: () => [...entries.values()].map((e) => pendingOf(e, o.online())),
  };
}
