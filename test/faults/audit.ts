/** What must hold for one shopper at any moment at which the server is down, however it went down. */
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';
import type { Stored } from './replay.ts';

/** Throws where something acknowledged, shown or refused is not as it was told. */
export function audit(visitor: Visitor, stored: Stored): void {
  const { row, messages } = stored;
  const seqById = new Map(messages.map(({ id, seq }) => [id, seq]));
  expect(
    messages.map(({ seq }) => seq),
    'gap-free',
  ).toEqual(messages.map((_, n) => n + 1));
  expect(seqById.size, 'each id once').toBe(messages.length);
  expect(row.lastSeq, 'the last message is the last').toBe(messages.length);
  expect(
    wrong(visitor.acked, (id, seq) => seqById.get(id) === seq),
    'acknowledged, and not there',
  ).toEqual([]);
  expect(
    wrong(visitor.shown, (seq, id) => messages[seq - 1]?.id === id),
    'shown, and not there',
  ).toEqual([]);
  expect(
    wrong(visitor.refused, (id) => !seqById.has(id)),
    'refused, and there',
  ).toEqual([]);
  const mine = messages.filter(({ from }) => from === 'shopper').map(({ id }) => id);
  expect(mine, 'in the order of writing').toEqual([...visitor.said.keys()].filter((id) => seqById.has(id)));
}

function wrong<K, V>(told: ReadonlyMap<K, V>, holds: (key: K, value: V) => boolean): [K, V][] {
  return [...told].filter(([key, value]) => !holds(key, value));
}
