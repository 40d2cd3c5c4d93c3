import { describe, expect, it } from 'vitest';
import { beginning, type FlowContext } from '../../../flows/context.ts';
import type { Parcel, ParcelState } from '../../../protocol/parcel.ts';
import { PARCEL_STATES } from '../../../protocol/parcel.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type { WatchRow } from '../../../server/store/port.ts';
import { isNews } from '../../../server/tracking/news.ts';
import { afterChange, watchesOf } from '../../../server/tracking/watching.ts';
import { DAY, HOUR, MINUTE, START } from '../../support/clock.ts';

const ref = { storeId: 'shop', conversationId: 'c1' };
const OPEN: FlowContext['case'] = { number: 'TW-1', problem: 'delivered', stage: 'reported', parcel: 'LX1' };

function parcel(state: ParcelState, newest: number | null = START - HOUR, number = 'LX1'): Parcel {
  return { number, state, events: newest === null ? [] : [{ at: newest, state, text: 'scan' }] };
}

function context(about: Partial<FlowContext>): FlowContext {
  return { ...beginning({ policy: defaultPolicy, tz: 'UTC' }), case: OPEN, ...about };
}

/** The rows after a step that led from one to the other. */
function follow(after: FlowContext, more: { was?: readonly WatchRow[]; before?: FlowContext; told?: Parcel; at?: number } = {}) {
  const { was = [], before = null, told = null, at = START } = more;
  return afterChange(was, watchesOf({ was, before, after, told, ref, at }));
}
const numbers = (rows: readonly WatchRow[]) => rows.map(({ number }) => number);

describe('a parcel is followed', () => {
  it('while a case is open, a promise is owed, or a person has promised something', () => {
    const known = { parcel: parcel('in_transit'), case: null };
    const promise: FlowContext['promise'] = { kind: 'carrierAnswer', owner: 'carrier', dueAt: START + DAY };
    expect(follow(context(known))).toEqual([]);
    expect(numbers(follow(context({ ...known, case: OPEN })))).toEqual(['LX1']);
    expect(numbers(follow(context({ ...known, promise })))).toEqual(['LX1']);
    expect(numbers(follow(context({ ...known, agentPromise: { name: 'Mina', dueAt: START, what: 'x' } })))).toEqual(['LX1']);
  });

  it('no more when the case is closed and nothing is owed', () => {
    const before = context({ parcel: parcel('in_transit') });
    const was = follow(before);
    expect(follow({ ...before, case: null }, { was, before })).toEqual([]);
  });

  it('with the others of its order, each once, in the form in which numbers are compared; what was typed as long as nothing is found', () => {
    const order = { parcels: [{ number: 'lx 1' }, { number: 'LX2', carrier: 'DHL' }] } as FlowContext['order'];
    const given = { order: null, contact: null, tracking: 'lx-9' };
    expect(numbers(follow(context({ order, given })))).toEqual(['LX9', 'LX1', 'LX2']);
    expect(numbers(follow(context({ order, given, parcel: parcel('in_transit') })))).toEqual(['LX1', 'LX2']);
  });

  it('no more when its story is over, and a lost one for sixty days', () => {
    const days = (state: ParcelState, age: number) => follow(context({ parcel: parcel(state, START - age * DAY) })).length;
    expect([days('returned', 0), days('delivered', 13), days('delivered', 15), days('lost', 59), days('lost', 61)]).toEqual([
      0, 1, 0, 1, 0,
    ]);
    for (const state of PARCEL_STATES.filter((one) => one !== 'returned')) expect(days(state, 1), state).toBe(1);
  });
});

describe('it is looked at', () => {
  const every = (state: ParcelState, newest?: number | null) =>
    (follow(context({ parcel: parcel(state, newest) }))[0]?.nextAt ?? 0) - START;

  it('each six hours on its way, each two in the van, each twelve where it is silent', () => {
    expect(every('in_transit')).toBe(6 * HOUR);
    expect(every('customs_held')).toBe(6 * HOUR);
    expect(every('out_for_delivery')).toBe(2 * HOUR);
    expect(every('in_transit', START - 8 * DAY)).toBe(12 * HOUR);
    expect(every('expired')).toBe(12 * HOUR);
  });

  it('soon where nothing is known of it yet', () => {
    expect(every('not_found', null)).toBe(15 * MINUTE);
    expect(follow(context({ given: { order: null, contact: null, tracking: 'LX1' } }))[0]?.nextAt).toBe(START + 15 * MINUTE);
  });
});

describe('the rows', () => {
  it('stay as they are in a step that learns nothing of the parcel', () => {
    const before = context({ parcel: parcel('in_transit') });
    const was = follow(before);
    expect(watchesOf({ was, before, after: { ...before, misses: 1 }, told: null, ref, at: START + DAY })).toBeUndefined();
    expect(watchesOf({ was, before, after: null, told: null, ref, at: START })).toBeUndefined();
  });

  it('begin anew with what is learned', () => {
    const before = context({ parcel: parcel('in_transit') });
    const after = context({ parcel: parcel('out_for_delivery', START) });
    const [row] = follow(after, { was: follow(before), before, told: parcel('out_for_delivery', START), at: START + HOUR });
    expect(row).toMatchObject({ nextAt: START + 3 * HOUR, tries: 0, seen: expect.stringMatching(/^out_for_delivery/) as string });
  });

  it('remember what was told also where the flow lets it be, through every later step', () => {
    const before = context({ parcel: parcel('in_transit') });
    const told = parcel('exception', START);
    const was = follow(before, { was: follow(before), before, told });
    expect(was[0]?.seen).toMatch(/^exception/);
    expect(watchesOf({ was, before, after: { ...before, misses: 1 }, told: null, ref, at: START + DAY })).toBeUndefined();
  });
});

describe('news', () => {
  it('is another state or a newer scan, never an older one, and never a number that nobody knows any more', () => {
    const known = parcel('in_transit', START);
    expect(isNews(known, parcel('in_transit', START))).toBe(false);
    expect(isNews(known, parcel('in_transit', START + 1))).toBe(true);
    expect(isNews(known, parcel('delivered', START))).toBe(true);
    expect(isNews(known, parcel('delivered', START - 1))).toBe(false);
    expect(isNews(known, parcel('not_found', null))).toBe(false);
    expect(isNews(known, { ...known, reason: 'delay' })).toBe(true);
    expect(isNews(null, parcel('not_found', null))).toBe(false);
    expect(isNews(null, parcel('info_received', null))).toBe(true);
  });
});
