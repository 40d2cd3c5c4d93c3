import { describe, expect, it } from 'vitest';
import type { PromiseView } from '../../../protocol/desk.ts';
import { inOrder, pressureOf, shareLeft } from '../../../console/desk/side/time-left.ts';

const HOUR = 3_600_000;
const promise = (id: string, state: PromiseView['state'], dueAt: number): PromiseView => ({
  id,
  kind: 'agentPromise',
  label: id,
  owner: 'Nadia',
  madeAt: 0,
  dueAt,
  state,
});

describe('the part of a promise’s time that is left', () => {
  it('goes from all to nothing between the making and the hour', () => {
    const made = { madeAt: 0, dueAt: 10 * HOUR };
    expect([-HOUR, 0, 2.5 * HOUR, 9 * HOUR, 10 * HOUR, 11 * HOUR].map((now) => shareLeft(made, now))).toEqual([1, 1, 0.75, 0.1, 0, 0]);
  });

  it('is never more than all or less than nothing, whatever the times', () => {
    expect(shareLeft({ madeAt: 5, dueAt: 5 }, 4)).toBe(1);
    expect(shareLeft({ madeAt: 9, dueAt: 5 }, 4)).toBe(1);
    expect(shareLeft({ madeAt: 9, dueAt: 5 }, 5)).toBe(0);
  });
});

describe('how pressing a promise is', () => {
  it('says two hours before, and from its hour on', () => {
    const due = promise('a', 'open', 10 * HOUR);
    expect([7.9, 8, 9.99, 10, 12].map((hours) => pressureOf(due, hours * HOUR))).toEqual(['plain', 'wait', 'wait', 'bad', 'bad']);
  });

  it('leaves what is done with alone, and keeps what was missed red', () => {
    expect(pressureOf(promise('a', 'kept', 1), 5)).toBe('plain');
    expect(pressureOf(promise('a', 'void', 1), 5)).toBe('plain');
    expect(pressureOf(promise('a', 'late', 1), 5)).toBe('bad');
  });
});

it('shows what is open by its date, then what was missed, then what is done with', () => {
  const shown = inOrder([
    promise('void', 'void', 9),
    promise('kept early', 'kept', 1),
    promise('open later', 'open', 8),
    promise('late', 'late', 2),
    promise('kept', 'kept', 3),
    promise('open soon', 'open', 7),
  ]);
  expect(shown.map(({ id }) => id)).toEqual(['open soon', 'open later', 'late', 'kept', 'kept early', 'void']);
});
