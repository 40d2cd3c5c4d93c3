import { describe, expect, it } from 'vitest';
import type { Pending } from '../../widget/app/state.ts';
import { entriesOf } from '../../widget/app/components/entries.ts';
import { NOON, state, talk } from '../../widget/gallery/fixtures.ts';
import { box } from '../../widget/gallery/prompts.ts';

const DAY = 24 * 60;
const photo = (slot: 'top' | 'left') => ({ kind: 'photo', photoId: `photo-${slot}`, item: 'packaging', slot, alt: slot }) as const;
const text = (id: string, label: string | null): Pending => ({
  id,
  at: NOON,
  state: 'sending',
  kind: 'said',
  said: { kind: 'text', text: 'x' },
  label,
});

describe('the entries of a thread', () => {
  it('join what one author says in a row, until somebody else speaks or time passes', () => {
    const entries = entriesOf(state(talk(['bot', 'a'], ['bot', 'b'], ['shopper', 'c'], ['bot', 'd'], ['bot', 'e', 6])));
    expect(entries.flatMap((e) => (e.kind === 'message' ? [[e.joined, e.last]] : []))).toEqual([
      [false, false],
      [true, true],
      [false, true],
      [false, true],
      [false, true],
    ]);
  });

  it('begin each day anew, except for a talk that began today', () => {
    const long = entriesOf(state(talk(['bot', 'a'], ['bot', 'b', DAY])));
    expect(long.map((e) => e.kind)).toEqual(['day', 'message', 'day', 'message']);
    const now = entriesOf(state([{ seq: 1, id: 'message-1', at: Date.now(), from: 'bot', body: { kind: 'text', text: 'a' } }]));
    expect(now.map((e) => e.kind)).toEqual(['message']);
  });

  it('mark where the unread begins, also within a run', () => {
    const entries = entriesOf(state(talk(['bot', 'a'], ['bot', 'b']), {}, { firstUnreadSeq: 2 }));
    expect(entries.map((e) => (e.kind === 'message' ? e.joined : e.kind))).toEqual(['day', false, 'new', false]);
  });

  it('gather the photos of a piece of evidence, and leave them to its step while that is asked', () => {
    const messages = talk(['shopper', photo('top')], ['shopper', photo('left')], ['bot', 'Thank you.']);
    const after = entriesOf(state(messages));
    expect(after.map((e) => (e.kind === 'photos' ? e.photos.length : e.kind))).toEqual(['day', 2, 'message']);
    const during = entriesOf(state(messages, { prompt: box }));
    expect(during.map((e) => e.kind)).toEqual(['day', 'message']);
  });

  it('show what has no words of its own only when it could not go', () => {
    const failed: Pending = { ...text('out-2', null), state: 'failed' };
    const entries = entriesOf(state([], {}, { outbox: [text('out-1', null), failed] }));
    expect(entries.map((e) => e.key)).toEqual(['out-2']);
  });

  it('show once what has just been acknowledged, under the key it had on the device', () => {
    const messages = talk(['shopper', 'a']);
    const outbox = [text('message-1', 'a'), text('out-2', 'b'), text('out-3', null)];
    expect(entriesOf(state(messages, {}, { outbox })).map((e) => e.key.replace(/^day.*/, 'day'))).toEqual(['day', 'message-1', 'out-2']);
  });
});
