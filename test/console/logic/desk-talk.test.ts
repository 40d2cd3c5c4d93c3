import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entriesOf } from '../../../console/desk/talk/entries.ts';
import { createTalk, type Talk } from '../../../console/desk/talk/talk-state.ts';
import { fakeWire, type FakeWire } from '../../../console/gallery/fake-wire.ts';
import { conversation, desk, MAYA, mayasTalk, NADIA, STEPS, talk as said, TOM } from '../../../console/gallery/samples.ts';
import { WireRefusal } from '../../../console/shared/wire.ts';
import type { ShownMessage } from '../../../protocol/message.ts';

let all: ShownMessage[];
let wire: FakeWire;
let talk: Talk;

beforeEach(() => {
  vi.useFakeTimers();
  all = lines(5);
  wire = fakeWire({
    open: ({ after }) => {
      const messages = all.filter(({ seq }) => seq > after).slice(0, 100);
      return { ok: true, conversation: view(), desk: desk(), steps: STEPS, messages, more: messages.length === 100 };
    },
    desk: () => ({ ok: true, desk: desk(), steps: STEPS }),
  });
});
afterEach(() => {
  talk?.close();
  vi.useRealTimers();
});

describe('opening', () => {
  it('shows what was said and the case beside it', async () => {
    await opened();
    expect(talk.view.value).toMatchObject({ phase: 'ready', steps: STEPS });
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins a long talk at its end, and goes back page by page without a gap', async () => {
    all = lines(420);
    await opened();
    expect(seqs().at(0)).toBe(361);
    expect(seqs().at(-1)).toBe(420);
    for (let page = 0; page < 4; page++) {
      talk.older();
      talk.older();
      await settled();
    }
    expect(seqs()).toEqual(all.map(({ seq }) => seq));
    const before = wire.asked.length;
    talk.older();
    expect(wire.asked).toHaveLength(before);
  });

  it('tells what is not there from what did not come', async () => {
    wire.answer({ open: () => Promise.reject(new WireRefusal('E_NOT_FOUND', 'Not there.')) });
    await opened();
    expect(talk.view.value.phase).toBe('gone');
    talk.close();
    wire.answer({ open: () => Promise.reject(new WireRefusal('E_STORAGE', 'Not read.')) });
    await opened();
    expect(talk.view.value).toMatchObject({ phase: 'failed', problem: 'Not read.' });
  });

  it('misses nothing that was said while it was being opened', async () => {
    const answer = wire.asked;
    const page = { ok: true, conversation: view(), desk: desk(), steps: STEPS, messages: all, more: false } as const;
    let resolve: ((value: typeof page) => void) | undefined;
    wire.answer({
      open: ({ after }) =>
        after === 0 ? new Promise<never>((done) => (resolve = done as never)) : { ...page, messages: lines(6).slice(5) },
    });
    talk = createTalk({ wire, id: MAYA });
    await settled();
    wire.push('turn', { conversation: view(6), messages: lines(6).slice(5) });
    resolve?.(page);
    await settled();
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answer.filter(({ event }) => event === 'open')).toHaveLength(2);
  });

  it('leaves when it is closed', async () => {
    await opened();
    talk.close();
    expect(wire.asked.at(-1)).toEqual({ event: 'leave', payload: { conversation: MAYA } });
  });
});

describe('a turn', () => {
  it('is added, and the case is asked for again, once for several', async () => {
    await opened();
    for (const seq of [6, 7, 8]) turn(seq);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count('desk')).toBe(1);
  });

  it('that comes twice is there once', async () => {
    await opened();
    turn(6);
    turn(6);
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('with a gap before it asks for what is missing', async () => {
    await opened();
    all = lines(9);
    turn(9);
    expect(seqs()).toEqual([1, 2, 3, 4, 5]);
    await settled();
    expect(seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('of another conversation is none of ours', async () => {
    await opened();
    wire.push('turn', { conversation: { ...view(6), id: 'conv-other' }, messages: lines(6).slice(5) });
    expect(seqs()).toHaveLength(5);
  });

  it('that gives the floor to somebody else asks for the case at once', async () => {
    await opened();
    wire.push('turn', { conversation: { ...view(6), status: 'agent', agent: { name: 'Tom', initials: 'T', here: true } }, messages: [] });
    expect(count('desk')).toBe(1);
  });
});

it('catches up when the line is back', async () => {
  await opened();
  wire.state.value = 'lost';
  all = lines(140);
  wire.state.value = 'open';
  await settled();
  expect(seqs()).toEqual(all.map(({ seq }) => seq));
});

it('shows the floor as it will be, and takes that back unless the server has spoken since', async () => {
  await opened();
  const takeBack = talk.assume('agent', NADIA);
  expect(talk.view.value.conversation).toMatchObject({ status: 'agent', agent: { name: NADIA.name } });
  expect(talk.view.value.desk?.agent).toEqual(NADIA);
  takeBack();
  expect(talk.view.value.conversation?.status).toBe('bot');
  expect(talk.view.value.desk?.agent).toBeNull();

  const late = talk.assume('agent', NADIA);
  wire.answer({ desk: () => ({ ok: true, desk: desk({ agent: TOM }), steps: STEPS }) });
  wire.push('turn', { conversation: { ...view(6), status: 'agent', agent: { name: TOM.name, initials: 'TB', here: true } }, messages: [] });
  await settled();
  late();
  expect(talk.view.value.conversation?.agent?.name).toBe(TOM.name);
  expect(talk.view.value.desk?.agent).toEqual(TOM);
});

it('tells how far was looked once, and again where that failed', async () => {
  wire.answer({
    open: () => ({
      ok: true,
      conversation: { ...view(), seen: { shopper: 0, agent: 2 } },
      desk: desk(),
      steps: STEPS,
      messages: all,
      more: false,
    }),
  });
  await opened();
  talk.seen(2);
  talk.seen(5);
  talk.seen(5);
  await settled();
  expect(count('seen')).toBe(1);
  wire.answer({ seen: () => Promise.reject(new WireRefusal('E_LINE', 'No line.')) });
  turn(6);
  talk.seen(6);
  await settled();
  talk.seen(6);
  expect(count('seen')).toBe(3);
});

it('shows who types until they stop, write or are gone', async () => {
  await opened();
  wire.push('typing', { conversation: MAYA, on: true });
  expect(talk.view.value.typing).toBe(true);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(talk.view.value.typing).toBe(false);
  wire.push('typing', { conversation: MAYA, on: true });
  turn(6);
  expect(talk.view.value.typing).toBe(false);
  wire.push('typing', { conversation: MAYA, on: true });
  wire.push('presence', { conversation: MAYA, here: false });
  expect(talk.view.value).toMatchObject({ typing: false, leftAt: Date.now() });
  expect(talk.view.value.desk?.shopper.here).toBe(false);
});

it('follows how far the shopper has read, never back', async () => {
  await opened();
  wire.push('seen', { conversation: MAYA, by: 'shopper', seq: 20 });
  wire.push('seen', { conversation: MAYA, by: 'shopper', seq: 3 });
  expect(talk.view.value.conversation?.seen.shopper).toBe(20);
  turn(6);
  expect(talk.view.value.conversation?.seen.shopper).toBe(20);
});

it('keeps notes as they come and go', async () => {
  await opened();
  const note = { id: 'note-1', at: 5, agent: TOM, text: 'Look at the tape', afterSeq: 3 };
  wire.push('note', { conversation: MAYA, note });
  wire.push('note', { conversation: MAYA, note });
  expect(talk.view.value.desk?.notes).toEqual([note]);
  wire.push('noteRemoved', { conversation: MAYA, id: 'note-1' });
  expect(talk.view.value.desk?.notes).toEqual([]);
});

describe('the thread', () => {
  const kinds = (thread: Parameters<typeof entriesOf>[0]) => entriesOf(thread).map(({ kind }) => kind);

  it('puts photos that came together side by side, and notes behind the message they belong to', () => {
    const notes = [{ id: 'note-1', at: mayasTalk()[3]!.at, agent: TOM, text: 'Yes', afterSeq: 4 }];
    expect(kinds({ messages: mayasTalk(), notes, letters: [] })).toEqual([
      'day',
      'line',
      'said',
      'said',
      'said',
      'note',
      'line',
      'said',
      'photos',
      'said',
    ]);
  });

  it('keeps notes from above what is loaded until that is', () => {
    const messages = lines(20).slice(10);
    const note = (afterSeq: number) => ({ id: `note-${afterSeq}`, at: messages[0]!.at, agent: TOM, text: '', afterSeq });
    expect(kinds({ messages, notes: [note(3)], letters: [] })).not.toContain('note');
    expect(kinds({ messages, notes: [note(10)], letters: [] }).slice(0, 2)).toEqual(['day', 'note']);
  });

  it('joins what one person says in one breath', () => {
    const messages = said(Date.now(), ['shopper', 'a'], ['shopper', 'b'], ['bot', 'c'], ['shopper', 'd', Date.now() + 3_600_000]);
    const entries = entriesOf({ messages, notes: [], letters: [] }).filter((entry) => entry.kind === 'said');
    expect(entries.map(({ joined, last }) => [joined, last])).toEqual([
      [false, false],
      [true, true],
      [false, true],
      [false, true],
    ]);
  });

  it('ends with what is still on its way', () => {
    const letter = { id: 'l', conversation: MAYA, kind: 'reply', text: 'x', at: Date.now(), state: 'saved', problem: null } as const;
    expect(kinds({ messages: lines(2), notes: [], letters: [letter] }).at(-1)).toBe('pending');
  });
});

function lines(count: number): ShownMessage[] {
  return said(
    Date.UTC(2026, 7, 14),
    ...Array.from({ length: count }, (_, at) => [at % 2 ? 'bot' : 'shopper', `Line ${at + 1}`] as ['bot', string]),
  );
}

const view = (lastSeq = all.length) => conversation({ lastSeq, seen: { shopper: 0, agent: 0 } });

function turn(seq: number): void {
  const message = { ...lines(1)[0]!, seq, id: `turn-${seq}` };
  wire.push('turn', { conversation: view(seq), messages: [message] });
}

async function opened(): Promise<void> {
  talk = createTalk({ wire, id: MAYA });
  await settled();
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const seqs = () => talk.view.value.messages.map(({ seq }) => seq);
const count = (event: string) => wire.asked.filter((one) => one.event === event).length;
