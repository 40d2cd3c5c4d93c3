import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox, type Outbox } from '../../../console/desk/outbox.ts';
import { fakeWire, type FakeWire } from '../../../console/gallery/fake-wire.ts';
import { NADIA } from '../../../console/gallery/samples.ts';
import { deviceNotes } from '../../../console/shared/notes.ts';
import { WireRefusal } from '../../../console/shared/wire.ts';
import type { NoteView } from '../../../protocol/desk.ts';

const TALK = 'conv-000001';
let kept: Map<string, string>;
let wire: FakeWire;
let outbox: Outbox;
let onNote: ReturnType<typeof vi.fn<(conversation: string, note: NoteView) => void>>;
let made: number;

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  made = 0;
  wire = fakeWire({
    say: () => ({ ok: true, seq: 1, at: 1 }),
    note: ({ id, text }) => ({ ok: true, note: { id, text, at: 1, agent: NADIA, afterSeq: 0 } }),
  });
  onNote = vi.fn();
  outbox = open();
});
afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

describe('a reply', () => {
  it('is saved before it is sent, and sent in order, one at a time', async () => {
    const answers: (() => void)[] = [];
    wire.answer({ say: () => new Promise((resolve) => answers.push(() => resolve({ ok: true, seq: 1, at: 1 }))) });
    outbox.write(TALK, 'reply', 'one');
    outbox.write(TALK, 'reply', 'two');
    expect(onDevice()).toEqual(['one', 'two']);
    await settled();
    expect(said()).toEqual(['one']);
    answers.shift()?.();
    await settled();
    expect(said()).toEqual(['one', 'two']);
    expect(onDevice()).toEqual(['two']);
    expect(states()).toEqual(['sent', 'saved']);
  });

  it('outlives a lost line and a closed tab, and goes out under the same id', async () => {
    wire.state.value = 'lost';
    const { id } = outbox.write(TALK, 'reply', 'one');
    await settled();
    expect(states()).toEqual(['saved']);
    outbox.close();
    outbox = open();
    expect(states()).toEqual(['saved']);
    wire.state.value = 'open';
    await settled();
    expect(wire.asked.map(({ payload }) => payload)).toEqual([{ conversation: TALK, id, text: 'one' }]);
    expect(onDevice()).toEqual([]);
  });

  it('is sent again when its answer was lost, and after a passing refusal when it may be', async () => {
    wire.answer({ say: () => Promise.reject(new WireRefusal('E_RATE', 'Too many.', 800)) });
    outbox.write(TALK, 'reply', 'one');
    await settled();
    expect(states()).toEqual(['saved']);
    wire.answer({ say: () => ({ ok: true, seq: 1, at: 1 }) });
    await vi.advanceTimersByTimeAsync(799);
    expect(said()).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(1);
    expect(said()).toEqual(['one', 'one']);
    expect(states()).toEqual(['sent']);
  });

  it('that is refused says why, stays, and holds nobody up', async () => {
    wire.answer({
      say: ({ text }) =>
        text === 'one' ? Promise.reject(new WireRefusal('E_NOT_ALLOWED', 'Tom has this talk now.')) : { ok: true, seq: 1, at: 1 },
    });
    outbox.write(TALK, 'reply', 'one');
    outbox.write(TALK, 'reply', 'two');
    await settled();
    expect(outbox.letters.value.map(({ state, problem }) => [state, problem])).toEqual([
      ['refused', 'Tom has this talk now.'],
      ['sent', null],
    ]);
    outbox.close();
    outbox = open();
    await settled();
    expect(states()).toEqual(['refused']);
    expect(said()).toEqual(['one', 'two']);
  });

  it('that was refused can become a note, go again, or be thrown away', async () => {
    wire.answer({ say: () => Promise.reject(new WireRefusal('E_NOT_ALLOWED', 'No.')) });
    const first = outbox.write(TALK, 'reply', 'one');
    const second = outbox.write(TALK, 'reply', 'two');
    const third = outbox.write(TALK, 'reply', 'three');
    await settled();
    outbox.toNote(first.id);
    outbox.discard(second.id);
    wire.answer({ say: () => ({ ok: true, seq: 1, at: 1 }) });
    outbox.again(third.id);
    await settled();
    expect(onNote).toHaveBeenCalledExactlyOnceWith(TALK, expect.objectContaining({ text: 'one' }));
    expect(onNote.mock.calls[0]?.[1].id).not.toBe(first.id);
    expect(outbox.letters.value.map(({ text, state }) => [text, state])).toEqual([
      ['three', 'sent'],
      ['one', 'sent'],
    ]);
    expect(onDevice()).toEqual([]);
  });
});

it('of two conversations neither waits for the other', async () => {
  wire.answer({ say: ({ conversation }) => (conversation === TALK ? new Promise(() => undefined) : { ok: true, seq: 1, at: 1 }) });
  outbox.write(TALK, 'reply', 'one');
  outbox.write('conv-000002', 'reply', 'two');
  await settled();
  expect(states()).toEqual(['saved', 'sent']);
});

it('another agent at the same device neither sees nor sends it', async () => {
  wire.state.value = 'lost';
  outbox.write(TALK, 'reply', 'one');
  const theirs = open('agent-other');
  wire.state.value = 'open';
  await settled();
  expect(theirs.letters.value).toEqual([]);
  expect(said()).toEqual(['one']);
  theirs.close();
});

it('two tabs of one agent do not take from each other what is kept', async () => {
  wire.state.value = 'lost';
  const other = open();
  outbox.write(TALK, 'reply', 'here');
  other.write(TALK, 'reply', 'there');
  expect(onDevice()).toEqual(['here', 'there']);
  other.close();
});

it('what can not be read on the device is left out', () => {
  kept.set('tracewell:console:outbox:agent-broken', '[{"id":1},null,"x"]');
  const one = open('agent-broken');
  expect(one.letters.value).toEqual([]);
  one.close();
});

function open(me = NADIA.id): Outbox {
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
  return createOutbox({ wire, me, notes: deviceNotes(() => storage), newId: () => `letter-${++made}`, now: () => made, onNote });
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const states = () => outbox.letters.value.map(({ state }) => state);
const said = () => wire.asked.filter(({ event }) => event === 'say').map(({ payload }) => (payload as { text: string }).text);
const onDevice = () => (JSON.parse(kept.get(`tracewell:console:outbox:${NADIA.id}`) ?? '[]') as { text: string }[]).map(({ text }) => text);
