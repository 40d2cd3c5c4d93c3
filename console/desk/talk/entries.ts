/** The thread as it is drawn: days, what was said, photos side by side, notes at their place, and what is still on its way. */
import type { Card } from '../../../protocol/card.ts';
import type { NoteView } from '../../../protocol/desk.ts';
import type { Body, ShownMessage } from '../../../protocol/message.ts';
import type { Letter } from '../outbox.ts';

export type Said = ShownMessage & { body: Extract<Body<string>, { kind: 'text' | 'choice' }> };
export type Photo = ShownMessage & { body: Extract<Body<string>, { kind: 'photo' }> };

export type Entry = { key: string } & (
  | { kind: 'day'; at: number }
  /** `joined`: the same person went on. `last`: the next is somebody else's, or later. */
  | { kind: 'said'; message: Said; joined: boolean; last: boolean }
  | { kind: 'photos'; photos: Photo[] }
  | { kind: 'line'; message: ShownMessage; icon: Extract<Body<string>, { kind: 'line' }>['icon']; text: string }
  | { kind: 'card'; message: ShownMessage; card: Card<string> }
  | { kind: 'note'; note: NoteView }
  | { kind: 'pending'; letter: Letter }
);

export interface Thread {
  messages: readonly ShownMessage[];
  notes: readonly NoteView[];
  /** Of this conversation, not acknowledged yet. */
  letters: readonly Letter[];
}

const TOGETHER_MS = 3 * 60_000;

export function entriesOf({ messages, notes, letters }: Thread): Entry[] {
  const entries: Entry[] = [];
  const first = messages[0]?.seq ?? 1;
  // Those that stand further up come with the messages they stand behind.
  const waiting = notes.filter((note) => note.afterSeq >= first - 1).sort((a, b) => a.afterSeq - b.afterSeq || a.at - b.at);
  let day = NaN;

  function begin(at: number): void {
    const its = new Date(at).setHours(0, 0, 0, 0);
    if (its !== day) entries.push({ kind: 'day', key: `day-${its}`, at });
    day = its;
  }
  function notesUpTo(seq: number): void {
    while (waiting[0] && waiting[0].afterSeq <= seq) {
      const note = waiting.shift();
      if (!note) return;
      begin(note.at);
      entries.push({ kind: 'note', key: note.id, note });
    }
  }

  notesUpTo(first - 1);
  messages.forEach((message, at) => {
    begin(message.at);
    add(entries, message, messages[at + 1], waiting[0]?.afterSeq === message.seq);
    notesUpTo(message.seq);
  });
  notesUpTo(Infinity);
  for (const letter of letters) {
    begin(letter.at);
    entries.push({ kind: 'pending', key: letter.id, letter });
  }
  return entries;
}

function add(entries: Entry[], message: ShownMessage, next: ShownMessage | undefined, noteFollows: boolean): void {
  const { body, id: key } = message;
  const before = entries.at(-1);
  switch (body.kind) {
    case 'photo': {
      const photo = { ...message, body };
      if (before?.kind === 'photos' && isTogether(before.photos.at(-1), message)) before.photos.push(photo);
      else entries.push({ kind: 'photos', key, photos: [photo] });
      return;
    }
    case 'line':
      return void entries.push({ kind: 'line', key, message, icon: body.icon, text: body.text });
    case 'card':
      return void entries.push({ kind: 'card', key, message, card: body.card });
    case 'text':
    case 'choice': {
      const joined = before?.kind === 'said' && before.last === false;
      const goesOn = next !== undefined && !noteFollows && isTogether(message, next) && next.body.kind === body.kind;
      entries.push({ kind: 'said', key, message: { ...message, body }, joined, last: !goesOn });
    }
  }
}

function isTogether(a: ShownMessage | undefined, b: ShownMessage): boolean {
  return a !== undefined && a.from === b.from && a.agent?.id === b.agent?.id && b.at - a.at < TOGETHER_MS && sameDay(a.at, b.at);
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).setHours(0, 0, 0, 0) === new Date(b).setHours(0, 0, 0, 0);
}
