import type { ChatState, Pending } from '../state.ts';
import type { ShownMessage } from '../../../protocol/message.ts';

export type PendingPhoto = Extract<Pending, { kind: 'photo' }>;
export type PhotoMessage = ShownMessage & { body: Extract<ShownMessage['body'], { kind: 'photo' }> };

/** What stands in the thread, in order. `key` outlives the way from the outbox into the history. */
export type Entry =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  /** Evidence of one kind, side by side. */
  | { kind: 'photos'; key: string; seq: number; photos: PhotoMessage[] }
  | { kind: 'message'; key: string; message: ShownMessage; joined: boolean; last: boolean; newest: boolean }
  | { kind: 'pending'; key: string; pending: Pending; joined: boolean };

/** Messages of one author within this time stand together. */
const TOGETHER_MS = 5 * 60_000;

/** The thread of a state: history with days and the "new" divider between, then what is still on the device. */
export function entriesOf(state: ChatState): Entry[] {
  const { messages, outbox, firstUnreadSeq, conversation } = state;
  const prompt = conversation?.prompt;
  // Its photos are in the slots of the step, and need not be seen twice.
  const inStep = prompt?.kind === 'evidence' ? prompt.item : null;
  const entries: Entry[] = [];
  let before: ShownMessage | null = null;
  let day = '';

  const seen = new Set<string>();
  for (const message of messages) {
    seen.add(message.id);
    if (message.body.kind === 'photo' && message.body.item === inStep) continue;
    const date = new Date(message.at).toDateString();
    // A talk that began today need not say so.
    if (date !== day && (before || date !== new Date().toDateString())) entries.push({ kind: 'day', key: `day ${date}`, at: message.at });
    if (message.seq === firstUnreadSeq) entries.push({ kind: 'new', key: 'new' });
    const alone = date !== day || message.seq === firstUnreadSeq;
    day = date;

    const previous = entries.at(-1);
    if (isEvidence(message)) {
      if (previous?.kind === 'photos' && previous.photos[0]?.body.item === message.body.item) previous.photos.push(message);
      else entries.push({ kind: 'photos', key: message.id, seq: message.seq, photos: [message] });
    } else {
      const joined = !alone && before !== null && isBubble(message) && isBubble(before) && together(before, message);
      if (joined && previous?.kind === 'message') previous.last = false;
      entries.push({ kind: 'message', key: message.id, message, joined, last: true, newest: false });
    }
    before = message;
  }

  const newest = entries
    .filter((e) => e.kind === 'message')
    .filter((e) => e.message.from === 'shopper')
    .at(-1);
  if (newest) newest.newest = true;

  for (const pending of outbox) {
    if (seen.has(pending.id) || (pending.kind === 'said' ? pending.label === null && pending.state !== 'failed' : pending.item === inStep))
      continue;
    const previous = entries.at(-1);
    entries.push({
      kind: 'pending',
      key: pending.id,
      pending,
      joined: previous?.kind === 'pending' || (previous?.kind === 'message' && previous.message.from === 'shopper'),
    });
  }
  return entries;
}

const isEvidence = (m: ShownMessage): m is PhotoMessage => m.body.kind === 'photo' && m.body.item !== 'loose';
const isBubble = (m: ShownMessage) => m.body.kind === 'text' || m.body.kind === 'choice' || m.body.kind === 'photo';
const together = (a: ShownMessage, b: ShownMessage) => a.from === b.from && a.agent?.id === b.agent?.id && b.at - a.at < TOGETHER_MS;
