import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesk, type DeskModel } from '../../../console/desk/desk-model.ts';
import { chipOf } from '../../../console/desk/inbox/chips.ts';
import { waitsFor } from '../../../console/desk/composer/waits-for.ts';
import { fakeWire, type FakeWire } from '../../../console/gallery/fake-wire.ts';
import {
  conversation,
  COUNTS,
  desk as file,
  HOUR,
  inboxItems,
  item,
  MAYA,
  mayasTalk,
  MINUTE,
  NADIA,
  STEPS,
  TOM,
} from '../../../console/gallery/samples.ts';
import { deviceNotes } from '../../../console/shared/notes.ts';
import type { Toast } from '../../../console/shared/toast.tsx';
import { WireRefusal } from '../../../console/shared/wire.ts';
import { beginWords } from '../../../console/shared/words.ts';
import type { ConversationView } from '../../../protocol/conversation.ts';
import type { DeskView } from '../../../protocol/desk.ts';

let wire: FakeWire;
let desk: DeskModel;
let toasts: Toast[];
let row: { conversation: Partial<ConversationView>; desk: Partial<DeskView> };

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} });
  await beginWords();
});
beforeEach(() => {
  vi.useFakeTimers();
  toasts = [];
  row = { conversation: {}, desk: {} };
  wire = fakeWire({
    inbox: () => ({ ok: true, items: inboxItems(), next: null, counts: COUNTS, viewing: [] }),
    inboxItems: ({ ids }) => ({ ok: true, items: inboxItems().filter(({ id }) => ids.includes(id)), counts: COUNTS }),
    open: () => ({
      ok: true,
      conversation: conversation(row.conversation),
      desk: file(row.desk),
      steps: STEPS,
      messages: mayasTalk(),
      more: false,
    }),
    desk: () => ({ ok: true, desk: file(row.desk), steps: STEPS }),
    note: ({ id, text }) => ({ ok: true, note: { id, text, at: Date.now(), agent: NADIA, afterSeq: 11 } }),
  });
  begin('agent');
});
afterEach(() => {
  desk.close();
  vi.useRealTimers();
});

describe('taking', () => {
  it('shows at once, lets one write, and is undone by giving back where the bot was', async () => {
    await opened();
    let answer: (() => void) | undefined;
    wire.answer({ take: () => new Promise((resolve) => (answer = () => resolve({ ok: true }))) });
    desk.actions.take();
    expect(desk.floor.value).toEqual({ who: 'me' });
    expect(desk.focus.value).toBe('reply');
    row.desk.agent = NADIA;
    answer?.();
    await settled();
    expect(toasts.at(-1)?.text).toBe('You have the chat');
    toasts.at(-1)?.undo?.();
    await settled();
    expect(wire.asked).toContainEqual({ event: 'giveBack', payload: { conversation: MAYA, step: 'resume' } });
  });

  it('of one who waits is undone by going back to the queue', async () => {
    row.conversation.status = 'waiting';
    await opened();
    desk.actions.take();
    await settled();
    toasts.at(-1)?.undo?.();
    expect(wire.asked.at(-1)).toEqual({ event: 'release', payload: { conversation: MAYA } });
  });

  it('that came too late says who was quicker, and shows that they have it', async () => {
    await opened();
    wire.answer({ take: () => Promise.reject(new WireRefusal('E_TAKEN', 'Taken.')) });
    desk.actions.take();
    wire.push('turn', {
      conversation: conversation({ status: 'agent', agent: { name: TOM.name, initials: TOM.initials, here: true } }),
      messages: [],
    });
    row = { conversation: {}, desk: { agent: TOM } };
    await settled();
    expect(toasts.map(({ text }) => text)).toEqual(['Tom Berg was quicker']);
    expect(desk.floor.value).toEqual({ who: 'other', agent: TOM });
  });

  it('without a line leaves everything as it was', async () => {
    await opened();
    wire.state.value = 'lost';
    desk.actions.take();
    await settled();
    expect(desk.floor.value).toEqual({ who: 'bot' });
    expect(toasts).toHaveLength(1);
  });

  it('from a colleague is for who was asked to, and is undone by handing it back', async () => {
    row = { conversation: { status: 'agent' }, desk: { agent: TOM } };
    await opened();
    desk.actions.take();
    expect(wire.asked.some(({ event }) => event === 'take')).toBe(false);
    desk.actions.take(TOM.id);
    await settled();
    expect(wire.asked).toContainEqual({ event: 'take', payload: { conversation: MAYA, from: TOM.id } });
    toasts.at(-1)?.undo?.();
    expect(wire.asked.at(-1)).toEqual({ event: 'transfer', payload: { conversation: MAYA, to: TOM.id } });
  });

  it('of a closed talk opens it again', async () => {
    row.conversation.status = 'closed';
    await opened();
    desk.actions.take();
    await settled();
    expect(wire.asked.some(({ event }) => event === 'reopen')).toBe(true);
  });
});

describe('having it', () => {
  beforeEach(async () => {
    row = { conversation: { status: 'agent' }, desk: { agent: NADIA } };
    await opened();
  });

  it('one gives it back at a step, and takes that back', async () => {
    desk.actions.giveBack('photos');
    expect(desk.floor.value).toEqual({ who: 'bot' });
    row.desk = {};
    await settled();
    expect(toasts.at(-1)?.text).toBe('The bot goes on at: All six sides');
    toasts.at(-1)?.undo?.();
    expect(wire.asked.at(-1)).toEqual({ event: 'take', payload: { conversation: MAYA } });
  });

  it('a refused giving back leaves it with me', async () => {
    wire.answer({ giveBack: () => Promise.reject(new WireRefusal('E_WRONG_STEP', 'Not there.')) });
    desk.actions.giveBack('nowhere');
    await settled();
    expect(desk.floor.value).toEqual({ who: 'me' });
    expect(toasts.at(-1)?.text).toBe('Not there.');
  });

  it('a closing is undone by opening it again', async () => {
    desk.actions.closed('Closed as solved');
    toasts.at(-1)?.undo?.();
    expect(wire.asked.at(-1)).toEqual({ event: 'reopen', payload: { conversation: MAYA } });
  });

  it('what is sent is no draft any more', async () => {
    desk.drafts.set(MAYA, 'reply', 'Hello');
    desk.actions.send('reply', 'Hello');
    expect(desk.drafts.get(MAYA, 'reply')).toBe('');
    expect(desk.outbox.letters.value.map(({ text }) => text)).toEqual(['Hello']);
  });
});

it('a note is open to whoever looks, and can be taken back', async () => {
  await opened();
  desk.actions.send('note', 'Look at the tape');
  await settled();
  expect(desk.talk.value?.view.value.desk?.notes.map(({ text }) => text)).toEqual(['Look at the tape']);
  toasts.at(-1)?.undo?.();
  await settled();
  expect(desk.talk.value?.view.value.desk?.notes).toEqual([]);
  expect(wire.asked.some(({ event }) => event === 'removeNote')).toBe(true);
});

it('a reply is asked for only where one has the talk', async () => {
  await opened();
  desk.actions.write('reply');
  expect(desk.focus.value).toBeNull();
  desk.actions.write('note');
  expect(desk.focus.value).toBe('note');
});

it('keys go down and up the list from what is open, and stop at its ends', async () => {
  await opened();
  const at = () => inboxNames().indexOf(desk.row.value?.id ?? '');
  desk.step(1);
  expect(at()).toBe(2);
  desk.step(-1);
  desk.step(-1);
  desk.step(-1);
  expect(at()).toBe(0);
});

it('what was begun for one conversation is there when it is opened again', async () => {
  await opened();
  desk.drafts.set(MAYA, 'note', 'For the team');
  desk.open(null);
  desk.open(MAYA);
  expect(desk.mode.value).toBe('note');
});

describe('the chip says what is due', () => {
  const now = new Date(2026, 7, 14, 14, 18).getTime();
  const at = (hours: number, minutes = 0, days = 0) => new Date(2026, 7, 14 + days, hours, minutes).getTime();
  it.each([
    ['late', now - 18 * MINUTE, 'Promise 18 min late', 'bad'],
    ['due', now + 42 * MINUTE, 'Promise in 42 min', 'wait'],
    ['due', now - 2 * MINUTE, 'Promise 2 min late', 'bad'],
    ['person', now - 6 * MINUTE, 'Wants a person, 6 min', 'wait'],
    ['protection', at(9, 0, 2), 'Protection ends in 2 days', 'wait'],
    ['protection', at(20), 'Protection ends today', 'wait'],
    ['protection', now - HOUR, 'Protection is over', 'wait'],
    ['waiting', now - 70 * MINUTE, 'Waiting 1 h 10', 'plain'],
    ['promised', at(17, 30), 'Promise 17:30', 'plain'],
    ['promised', at(18, 0, 5), 'Promise Wed', 'plain'],
    ['promised', at(18, 0, 9), 'Promise 23 Aug', 'plain'],
    ['closed', at(10), 'Closed 14 Aug', 'plain'],
  ] as const)('%s: %#', (rank, chipAt, text, tone) => {
    expect(chipOf(item(rank, { chipAt }), now)).toMatchObject({ text, tone });
  });

  it('or how far the photos are, or nothing', () => {
    expect(chipOf(item('quiet', { photos: { done: 2, of: 6 } }), now)?.text).toBe('Photos 2 of 6');
    expect(chipOf(item('quiet'), now)).toBeNull();
  });
});

describe('a lock says what the bot waits for', () => {
  it('photos, by their sides', () => {
    expect(waitsFor(conversation().prompt, file())).toBe('It waits for 2 photos: back and bottom.');
  });
  it('an answer, or a promised day', () => {
    expect(waitsFor({ kind: 'choices', id: 'p', choices: [] }, file())).toBe('It waits for an answer to its question.');
    expect(waitsFor(null, file())).toContain('What the packing video shows');
    expect(waitsFor(null, file({ promises: [] }))).toBe('It waits for no answer now.');
  });
});

function begin(role: 'agent' | 'lead'): void {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
  let made = 0;
  desk = createDesk({
    wire,
    me: { ...NADIA, role },
    notes: deviceNotes(() => storage),
    newId: () => `letter-${++made}`,
    now: Date.now,
    tell: (toast) => toasts.push(toast),
    toClipboard: () => Promise.resolve(true),
  });
}

async function opened(): Promise<void> {
  desk.inbox.show('all');
  desk.open(MAYA);
  await settled();
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const inboxNames = () => desk.inbox.view.value.items.map(({ id }) => id);
