/**
 * What this agent wrote and the server has not acknowledged yet. It is kept on the device under an id made here, so that a lost
 * line, a closed tab or a crash loses nothing, and what is sent twice is there once.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { NoteView } from '../../protocol/desk.ts';
import type { Notes } from '../shared/notes.ts';
import { WireRefusal, type Wire } from '../shared/wire.ts';

export interface Letter {
  id: string;
  conversation: string;
  kind: 'reply' | 'note';
  text: string;
  at: number;
  /** `saved`: on this device. `sent`: acknowledged, and soon in the thread. `refused`: will not be sent, `problem` says why. */
  state: 'saved' | 'sent' | 'refused';
  problem: string | null;
}

export interface Outbox {
  /** Oldest first. */
  readonly letters: ReadonlySignal<readonly Letter[]>;
  write(conversation: string, kind: Letter['kind'], text: string): Letter;
  /** A reply that was refused becomes a note, which is never locked. */
  toNote(id: string): void;
  again(id: string): void;
  discard(id: string): void;
  close(): void;
}

export interface OutboxOptions {
  wire: Wire;
  /** The agent: another who sits at this device does not send it. */
  me: string;
  notes: Notes;
  newId: () => string;
  now: () => number;
  onNote: (conversation: string, note: NoteView) => void;
}

/** The server can't now, but will: the same again after a while. */
const PASSING = new Set<string>(['E_LINE', 'E_RATE', 'E_STORAGE', 'E_CLOSING', 'E_INTERNAL', 'E_SIGNED_OUT']);
const PAUSE_MS = 3_000;

export function createOutbox({ wire, me, notes, newId, now, onNote }: OutboxOptions): Outbox {
  const place = `outbox:${me}`;
  const letters = signal<readonly Letter[]>(read());
  const busy = new Set<string>();
  const pauses = new Set<ReturnType<typeof setTimeout>>();
  let closed = false;

  function read(): Letter[] {
    try {
      const kept: unknown = JSON.parse(notes.get(place) || '[]');
      return Array.isArray(kept) ? kept.filter(isLetter) : [];
    } catch {
      return [];
    }
  }

  /** Read again before each writing: another tab of the same agent keeps its own there. */
  function keep(letter: Letter): void {
    const others = read().filter((one) => one.id !== letter.id);
    notes.set(place, JSON.stringify([...others, letter]));
  }
  function forget(id: string): void {
    const others = read().filter((one) => one.id !== id);
    notes.set(place, others.length > 0 ? JSON.stringify(others) : '');
  }

  function change(id: string, part: Partial<Letter>): void {
    letters.value = letters.value.map((one) => (one.id === id ? { ...one, ...part } : one));
  }

  /** In one conversation in order, one at a time; conversations don't wait for each other. */
  async function deliver(conversation: string): Promise<void> {
    if (busy.has(conversation) || closed) return;
    busy.add(conversation);
    try {
      for (let letter = due(conversation); letter && wire.state.peek() === 'open'; letter = due(conversation)) {
        const pause = await send(letter);
        if (pause !== null) return later(conversation, pause);
      }
    } finally {
      busy.delete(conversation);
    }
  }

  /** How long to wait before the next try; null: it is done with, one way or the other. */
  async function send({ id, conversation, kind, text }: Letter): Promise<number | null> {
    try {
      if (kind === 'reply') await wire.ask('say', { conversation, id, text });
      else onNote(conversation, (await wire.ask('note', { conversation, id, text })).note);
    } catch (error) {
      if (!(error instanceof WireRefusal)) throw error;
      if (PASSING.has(error.code)) return error.retryAfterMs ?? PAUSE_MS;
      change(id, { state: 'refused', problem: error.text });
      const refused = letters.value.find((one) => one.id === id);
      if (refused) keep(refused);
      return null;
    }
    forget(id);
    change(id, { state: 'sent' });
    return null;
  }

  function later(conversation: string, pause: number): void {
    const timer = setTimeout(() => {
      pauses.delete(timer);
      void deliver(conversation);
    }, pause);
    pauses.add(timer);
  }

  const due = (conversation: string) => letters.value.find((one) => one.conversation === conversation && one.state === 'saved');
  const deliverAll = () => {
    for (const conversation of new Set(letters.value.map((one) => one.conversation))) void deliver(conversation);
  };

  function add(conversation: string, kind: Letter['kind'], text: string): Letter {
    const letter: Letter = { id: newId(), conversation, kind, text, at: now(), state: 'saved', problem: null };
    keep(letter);
    // Those that were sent are in the thread by now, or will be when it is opened.
    letters.value = [...letters.value.filter((one) => one.state !== 'sent' || one.conversation === conversation), letter];
    void deliver(conversation);
    return letter;
  }

  function discard(id: string): void {
    forget(id);
    letters.value = letters.value.filter((one) => one.id !== id);
  }

  const stop = wire.state.subscribe((state) => {
    if (state === 'open') deliverAll();
  });

  return {
    letters,
    write: add,
    discard,
    toNote(id) {
      const letter = letters.value.find((one) => one.id === id);
      if (!letter) return;
      discard(id);
      add(letter.conversation, 'note', letter.text);
    },
    again(id) {
      change(id, { state: 'saved', problem: null });
      const letter = letters.value.find((one) => one.id === id);
      if (!letter) return;
      keep(letter);
      void deliver(letter.conversation);
    },
    close() {
      closed = true;
      for (const timer of pauses) clearTimeout(timer);
      stop();
    },
  };
}

function isLetter(value: unknown): value is Letter {
  const { id, conversation, kind, text, at } = (value ?? {}) as Partial<Record<keyof Letter, unknown>>;
  return (
    [id, conversation, text].every((one) => typeof one === 'string') && typeof at === 'number' && (kind === 'reply' || kind === 'note')
  );
}
