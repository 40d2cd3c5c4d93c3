/** The order of the agents' list, class by class, and what the clock alone does to it. */
import { describe, expect, it } from 'vitest';
import { RANKS, type RankName } from '../../../protocol/inbox.ts';
import { chipAt, placeOf, type Standing } from '../../../server/inbox/rank.ts';
import type { InboxFacts } from '../../../server/store/port.ts';
import { DAY, HOUR, MINUTE, START } from '../../support/clock.ts';

const quiet: InboxFacts = {
  name: null,
  orderNumber: null,
  trackingNumber: null,
  parcel: null,
  lateAt: null,
  dueAt: null,
  wantedAt: null,
  first: false,
  protectionAt: null,
  protectionWarnMs: 3 * DAY,
  waitingAt: null,
  photos: null,
  startedAt: START - 5 * HOUR,
};

const standing = (facts: Partial<InboxFacts> = {}, status: Standing['status'] = 'bot'): Standing => ({
  status,
  facts: { ...quiet, ...facts },
  updatedAt: START,
});
const rankOf = (one: Standing, now = START) => {
  const { rank } = placeOf(one, now);
  return Object.entries(RANKS).find(([, number]) => number === rank)?.[0];
};

const CLASSES: [RankName, Standing, number | null][] = [
  ['late', standing({ lateAt: START - DAY, dueAt: START + HOUR, wantedAt: START - HOUR }, 'waiting'), START - DAY],
  ['due', standing({ dueAt: START + 2 * HOUR, wantedAt: START - HOUR }, 'waiting'), START + 2 * HOUR],
  ['person', standing({ wantedAt: START - HOUR, protectionAt: START + DAY, dueAt: START + DAY }, 'waiting'), START - HOUR],
  ['protection', standing({ protectionAt: START + 3 * DAY, waitingAt: START - HOUR }, 'agent'), START + 3 * DAY],
  ['waiting', standing({ waitingAt: START - HOUR, dueAt: START + DAY }, 'agent'), START - HOUR],
  ['promised', standing({ dueAt: START + 2 * HOUR + 1 }), START + 2 * HOUR + 1],
  ['quiet', standing(), null],
  ['closed', standing({ lateAt: START - DAY, dueAt: START, wantedAt: START }, 'closed'), START],
];

it.each(CLASSES)('%s, and the moment that the chip speaks of', (name, one, chip) => {
  expect(rankOf(one)).toBe(name);
  expect(chipAt({ ...placeOf(one, START), facts: one.facts })).toBe(chip);
});

it('every class has its line, in the order of the list', () => {
  expect(CLASSES.map(([name]) => name)).toEqual(Object.keys(RANKS));
  expect(Object.values(RANKS)).toEqual(Object.values(RANKS).toSorted((a, b) => a - b));
});

describe('within a class', () => {
  const sorted = (...all: Standing[]) => all.toSorted((a, b) => placeOf(a, START).rankAt - placeOf(b, START).rankAt);

  it.each([
    ['the promise that was missed first', standing({ lateAt: START - DAY }), standing({ lateAt: START - HOUR })],
    ['the promise that falls due first', standing({ dueAt: START + MINUTE }), standing({ dueAt: START + HOUR })],
    ['a promise that is over', standing({ dueAt: START - MINUTE }), standing({ dueAt: START + MINUTE })],
    ['who waits longest for a person', standing({ wantedAt: START - DAY }, 'waiting'), standing({ wantedAt: START }, 'waiting')],
    [
      'who is first in line, before all who came earlier',
      standing({ wantedAt: START, first: true }, 'waiting'),
      standing({ wantedAt: START - 400 * DAY }, 'waiting'),
    ],
    [
      'of those who are first in line, who waits longest',
      standing({ wantedAt: START - DAY, first: true }, 'waiting'),
      standing({ wantedAt: START, first: true }, 'waiting'),
    ],
    ['the protection that ends first', standing({ protectionAt: START + HOUR }), standing({ protectionAt: START + DAY })],
    ['who waits longest for an answer', standing({ waitingAt: START - DAY }, 'agent'), standing({ waitingAt: START }, 'agent')],
    ['of the rest, the newest', standing({ startedAt: START }), standing({ startedAt: START - DAY })],
    ['of the closed, the last', { ...standing({}, 'closed'), updatedAt: START }, { ...standing({}, 'closed'), updatedAt: START - 1 }],
  ])('%s comes first', (_what, first, then) => {
    expect(placeOf(first, START).rank).toBe(placeOf(then, START).rank);
    expect(sorted(then, first)).toEqual([first, then]);
  });
});

describe('the clock alone', () => {
  it('makes a promise due, to the millisecond that was foretold', () => {
    const one = standing({ dueAt: START + DAY });
    const { nextAt } = placeOf(one, START);
    expect(nextAt).toBe(START + DAY - 2 * HOUR);
    expect(rankOf(one, (nextAt ?? 0) - 1)).toBe('promised');
    expect(rankOf(one, nextAt ?? 0)).toBe('due');
    expect(placeOf(one, nextAt ?? 0).nextAt).toBeNull();
  });

  it('brings a protection up when its warning days begin, and lets it go when it has ended', () => {
    const one = standing({ protectionAt: START + 10 * DAY });
    const hours = [placeOf(one, START).nextAt ?? 0];
    hours.push(placeOf(one, hours[0] ?? 0).nextAt ?? 0);
    expect(hours).toEqual([START + 7 * DAY, START + 10 * DAY]);
    expect([START, ...hours].map((hour) => rankOf(one, hour))).toEqual(['quiet', 'protection', 'quiet']);
    expect(placeOf(one, START + 10 * DAY).nextAt).toBeNull();
  });

  it('never moves a row before the hour it foretold', () => {
    const all = [0, 1, 2].flatMap((a) =>
      [null, 30 * MINUTE, 5 * HOUR, 4 * DAY].flatMap((due) =>
        [null, 2 * HOUR, 3 * DAY, 20 * DAY].map((end) =>
          standing(
            { dueAt: due && START + due, protectionAt: end && START + end, wantedAt: a === 1 ? START : null },
            a === 1 ? 'waiting' : a === 2 ? 'agent' : 'bot',
          ),
        ),
      ),
    );
    const moved: object[] = [];
    for (const one of all) {
      let { rank, nextAt } = placeOf(one, START);
      for (let now = START; now <= START + 21 * DAY; now += 15 * MINUTE) {
        const place = placeOf(one, now);
        if (nextAt !== null && now >= nextAt) ({ rank, nextAt } = place);
        if (place.rank !== rank) moved.push({ one, now });
      }
    }
    expect(moved).toEqual([]);
  });

  it('moves nothing that is closed', () => {
    expect(placeOf(standing({ dueAt: START + DAY, protectionAt: START + DAY }, 'closed'), START).nextAt).toBeNull();
  });
});
