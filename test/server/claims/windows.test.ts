import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../flows/dates.ts';
import { CLAIM_KINDS, CLAIM_LINES, type ClaimKind, type ClaimLine } from '../../../protocol/claim.ts';
import type { Parcel } from '../../../protocol/parcel.ts';
import { LINES } from '../../../server/claims/lines.ts';
import { sinceOf, windowFrom, windowOf } from '../../../server/claims/windows.ts';

/** Wed 1 July 2026, ten in the morning in London. */
const POSTED = Date.UTC(2026, 6, 1, 9);
const ARRIVED = Date.UTC(2026, 6, 20, 9);
const parcel: Parcel = {
  number: '1',
  state: 'delivered',
  shippedAt: POSTED,
  deliveredAt: ARRIVED,
  events: [
    { at: ARRIVED, state: 'delivered', text: 'Delivered' },
    { at: POSTED + DAY, state: 'in_transit', text: 'Accepted' },
    { at: POSTED - DAY, state: 'info_received', text: 'Label printed' },
  ],
};

const stated = (line: ClaimLine, kind: ClaimKind, now = POSTED) => {
  const window = windowOf(line, kind, parcel, 'UTC', now);
  if (!('zone' in window)) throw new Error(`no days for ${line}, ${kind}`);
  const dayOf = (at: number) => new Date(at).toLocaleDateString('en-CA', { timeZone: window.zone });
  return { first: dayOf(window.opensAt), last: dayOf(window.endsAt) };
};

describe('the days of each line', () => {
  it.each<[string, ClaimLine, ClaimKind, string, string]>([
    ['USPS, lost at home: day 15 to 60 from mailing', 'uspsDomestic', 'lost', '2026-07-16', '2026-08-30'],
    ['USPS, broken at home: at once, to day 60', 'uspsDomestic', 'damaged', '2026-07-01', '2026-08-30'],
    ['USPS abroad: six months', 'uspsInternational', 'lost', '2026-07-08', '2027-01-01'],
    ['USPS abroad by express: 90 days', 'uspsInternationalExpress', 'lost', '2026-07-04', '2026-09-29'],
    ['Royal Mail within the UK: 80 days', 'royalMailUk', 'lost', '2026-07-01', '2026-09-19'],
    ['DHL Express: 30 days from acceptance', 'dhlExpress', 'missing', '2026-07-02', '2026-08-01'],
    ['UPS abroad: notice within 60 days', 'upsInternational', 'damaged', '2026-07-20', '2026-09-18'],
    ['FedEx abroad, damaged: 21 days', 'fedexInternational', 'damaged', '2026-07-20', '2026-08-10'],
    ['FedEx abroad, missing: 21 days', 'fedexInternational', 'missing', '2026-07-20', '2026-08-10'],
    ['FedEx abroad, never delivered: nine months', 'fedexInternational', 'lost', '2026-07-02', '2027-04-02'],
    ['EMS by 4PX: day 9 to 60 from the first scan', 'ems4px', 'lost', '2026-07-11', '2026-08-31'],
    ['China EMS: 180 days', 'chinaEms', 'missing', '2026-07-01', '2026-12-28'],
  ])('%s', (_, line, kind, first, last) => {
    expect(stated(line, kind)).toEqual({ first, last });
  });

  it('are unstated by the platform and by forwarders', () => {
    expect(windowOf('platform', 'lost', parcel, 'UTC', POSTED)).toEqual({ state: 'unstated' });
    expect(windowOf('offline', 'lost', parcel, 'UTC', POSTED)).toEqual({ state: 'unstated' });
  });

  it('are unknown where the day they are counted from is', () => {
    expect(windowOf('royalMailUk', 'lost', null, 'UTC', POSTED)).toEqual({ state: 'unknown' });
    expect(windowOf('upsInternational', 'lost', { number: '1', state: 'in_transit', events: [] }, 'UTC', POSTED)).toEqual({
      state: 'unknown',
    });
  });

  it('name their source, the day it was looked at, and cover only what the line takes', () => {
    for (const line of CLAIM_LINES) {
      const { source, noted, kinds, rules } = LINES[line];
      expect(source.length).toBeGreaterThan(5);
      expect(new Date(noted).toISOString().slice(0, 10)).toBe(noted);
      for (const rule of rules) expect(kinds).toEqual(expect.arrayContaining([...rule.kinds]));
    }
    expect(CLAIM_LINES.filter((line) => LINES[line].certificate)).toEqual(['ems4px']);
    expect(CLAIM_LINES.filter((line) => LINES[line].filer === 'either')).toEqual(['uspsDomestic']);
  });
});

describe('what days are counted from', () => {
  it('a printed label is no scan', () => {
    expect(sinceOf(parcel, 'firstScan')).toBe(POSTED + DAY);
    expect(sinceOf({ ...parcel, events: [] }, 'firstScan')).toBe(POSTED);
  });

  it('of what did not arrive, the day it was expected', () => {
    const { deliveredAt: _, ...under } = parcel;
    expect(sinceOf({ ...under, etaAt: 5 }, 'delivery')).toBe(5);
    expect(sinceOf(under, 'delivery')).toBeNull();
  });
});

describe('the edges', () => {
  const rule = (fromDays: number, days: number) => ({ kinds: CLAIM_KINDS, since: 'mailing', fromDays, until: { days } }) as const;
  const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Auckland', 'Pacific/Kiritimati');
  const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 0, 1) });

  it('are whole days of the zone, whenever in the day it was posted and whatever the clocks do', () => {
    fc.assert(
      fc.property(moments, fc.nat(30), fc.integer({ min: 30, max: 200 }), zones, (from, first, last, zone) => {
        const window = windowFrom(rule(first, last), from, zone, from);
        if (!('opensAt' in window)) throw new Error('no days');
        const clock = (at: number) => new Date(at).toLocaleTimeString('en-GB', { timeZone: zone });
        const date = (at: number) => Date.parse(new Date(at).toLocaleDateString('en-CA', { timeZone: zone }));
        expect([clock(window.opensAt), clock(window.endsAt)]).toEqual(['00:00:00', '23:59:59']);
        expect(date(window.opensAt) - date(from)).toBe(first * DAY);
        expect(date(window.endsAt) - date(from)).toBe(last * DAY);
      }),
    );
  });

  it('open with the first moment and close with the last', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), zones, (from, first, zone) => {
        const at = (now: number) => windowFrom(rule(first, 60), from, zone, now);
        const window = at(from);
        if (!('opensAt' in window)) throw new Error('no days');
        expect(at(window.opensAt - 1).state).toBe('early');
        expect(at(window.opensAt)).toMatchObject({ state: 'open', daysLeft: 60 - first });
        expect(at(window.endsAt)).toMatchObject({ state: 'open', daysLeft: 0 });
        expect(at(window.endsAt + 1)).toMatchObject({ state: 'over', daysLeft: 0 });
      }),
    );
  });

  it('leave never more days the later it gets', () => {
    fc.assert(
      fc.property(moments, fc.nat(90 * DAY), fc.nat(DAY * 3), zones, (from, after, more, zone) => {
        const left = (now: number) => windowFrom(rule(0, 60), from, zone, now);
        const [before, later] = [left(from + after), left(from + after + more)];
        if (!('daysLeft' in before && 'daysLeft' in later)) throw new Error('no days');
        expect(later.daysLeft).toBeLessThanOrEqual(before.daysLeft);
      }),
    );
  });

  it('months end on the same date, or with a month that is too short for it', () => {
    const end = (from: string, months: number) => {
      const window = windowFrom(
        { kinds: CLAIM_KINDS, since: 'mailing', fromDays: 0, until: { months } },
        Date.parse(`${from}T12:00Z`),
        'UTC',
        0,
      );
      return 'endsAt' in window && new Date(window.endsAt).toISOString().slice(0, 10);
    };
    expect(end('2026-08-31', 6)).toBe('2027-02-28');
    expect(end('2027-08-31', 6)).toBe('2028-02-29');
    expect(end('2026-03-15', 9)).toBe('2026-12-15');
  });
});
