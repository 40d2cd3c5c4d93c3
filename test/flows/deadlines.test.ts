import { describe, expect, it } from 'vitest';
import { countsAsLost, parcelFlags, protectionEnd, protectionEndsSoon } from '../../flows/deadlines.ts';
import { DAY } from '../../flows/dates.ts';
import { event, order, parcel, PARCELS, policy, TODAY } from './facts.ts';

const flags = (p: Parameters<typeof parcelFlags>[0], o = order) => parcelFlags(p, o, policy, TODAY);

describe('silence', () => {
  it.each([
    ['domestic', 6, false],
    ['domestic', 7, true],
    ['international', 19, false],
    ['international', 20, true],
    ['economy_post', 29, false],
    ['economy_post', 30, true],
  ] as const)('%s, %i days: stalled is %s', (service, days, stalled) => {
    expect(flags(parcel('in_transit', { service, events: [event('in_transit', days)] }))).toMatchObject({ stalled, silentDays: days });
  });

  it('does not stall what has arrived, and has no days without events', () => {
    expect(flags(parcel('delivered', { events: [event('delivered', 50)] })).stalled).toBe(false);
    expect(flags(parcel('not_shipped', { events: [] })).silentDays).toBeNull();
  });

  it('is never "lost" by itself', () => {
    expect(countsAsLost(PARCELS.expired, policy, TODAY)).toBe(false);
    expect(countsAsLost(PARCELS.stalled, policy, TODAY)).toBe(false);
    expect(countsAsLost(PARCELS.lost, policy, TODAY)).toBe(true);
  });

  it('counts as lost only where the store says after how long', () => {
    const strict = { ...policy, lostAfterDays: 40 };
    expect(countsAsLost(PARCELS.stalled, strict, TODAY)).toBe(false);
    expect(countsAsLost(PARCELS.expired, strict, TODAY)).toBe(true);
    expect(countsAsLost(parcel('delivered', { events: [event('delivered', 99)] }), strict, TODAY)).toBe(false);
  });
});

it('is late only after the longest standard time', () => {
  expect(flags(PARCELS.moving).late).toBe(false);
  expect(flags(PARCELS.late).late).toBe(true);
  expect(flags(parcel('delivered', { shippedAt: TODAY - 90 * DAY })).late).toBe(false);
});

it('knows the end of the protection, and when it is close', () => {
  expect(protectionEnd(order, policy)).toBe(order.placedAt + 60 * DAY);
  expect(protectionEnd({ ...order, protectedUntil: TODAY + 4 * DAY }, policy)).toBe(TODAY + 4 * DAY);
  expect(protectionEndsSoon(TODAY + 3 * DAY, policy, TODAY)).toBe(true);
  expect(protectionEndsSoon(TODAY + 3 * DAY + 1, policy, TODAY)).toBe(false);
});
