import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDaysAfter, DAY, daysBetween, HOUR, isOpen, opensAt, sameDayAt } from '../../flows/dates.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
];
const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
const zones = fc.constantFrom(...ZONES);
const hours = fc.integer({ min: 8, max: 21 });

describe('business days', () => {
  it('fall on Monday to Friday, at the hour asked for, in that zone, after the moment', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 30 }), zones, hours, (at, days, tz, hour) => {
        const due = businessDaysAfter(at, days, tz, hour);
        expect(due).toBeGreaterThan(at);
        expect(wall(due, tz)).toMatchObject({ hour, minute: 0 });
        expect(['Sat', 'Sun']).not.toContain(wall(due, tz).weekday);
      }),
      { numRuns: 300 },
    );
  });

  it('come later when there are more of them, and never skip a working day', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 20 }), zones, (at, days, tz) => {
        const one = businessDaysAfter(at, days, tz, 18);
        const next = businessDaysAfter(at, days + 1, tz, 18);
        expect(daysBetween(one, next, tz)).toBe(wall(one, tz).weekday === 'Fri' ? 3 : 1);
      }),
      { numRuns: 300 },
    );
  });

  it('leave out the weekend', () => {
    const friday = Date.UTC(2026, 7, 14, 10);
    expect(businessDaysAfter(friday, 1, 'UTC', 18)).toBe(Date.UTC(2026, 7, 17, 18));
    expect(businessDaysAfter(friday, 0, 'UTC', 18)).toBe(Date.UTC(2026, 7, 14, 18));
    expect(businessDaysAfter(friday, 0, 'UTC', 9)).toBe(Date.UTC(2026, 7, 17, 9));
  });

  it('keep the hour when the clocks change between', () => {
    const beforeAutumn = Date.UTC(2026, 9, 23, 10); // Friday; London falls back on Sunday 25 October
    expect(businessDaysAfter(beforeAutumn, 1, 'Europe/London', 18)).toBe(Date.UTC(2026, 9, 26, 18));
    const beforeSpring = Date.UTC(2026, 2, 27, 10); // Friday; London springs forward on Sunday 29 March
    expect(businessDaysAfter(beforeSpring, 1, 'Europe/London', 18)).toBe(Date.UTC(2026, 2, 30, 17));
  });

  it('count in the shopper’s day, not in ours', () => {
    const lateEvening = Date.UTC(2026, 7, 13, 20); // Thursday in London, Friday already in Shanghai
    expect(businessDaysAfter(lateEvening, 1, 'Europe/London', 18)).toBe(Date.UTC(2026, 7, 14, 17));
    expect(businessDaysAfter(lateEvening, 1, 'Asia/Shanghai', 18)).toBe(Date.UTC(2026, 7, 17, 10));
  });

  it('take a zone nobody knows for UTC', () => {
    expect(businessDaysAfter(Date.UTC(2026, 7, 12, 9), 1, 'Nowhere/Land', 18)).toBe(Date.UTC(2026, 7, 13, 18));
  });
});

describe('the hours when people answer', () => {
  const office = { tz: 'Europe/London', days: [1, 2, 3, 4, 5], from: 9, to: 17 };

  it('are open inside and closed outside', () => {
    expect(isOpen(office, Date.UTC(2026, 7, 12, 8))).toBe(true); // Wed 09:00 in London
    expect(isOpen(office, Date.UTC(2026, 7, 12, 16))).toBe(false); // Wed 17:00
    expect(isOpen(office, Date.UTC(2026, 7, 15, 10))).toBe(false); // Sat
    expect(isOpen({ ...office, days: [] }, Date.UTC(2026, 7, 12, 10))).toBe(false);
  });

  it('open again at a moment that is open, and no open moment lies between', () => {
    fc.assert(
      fc.property(moments, zones, (at, tz) => {
        const hoursThere = { ...office, tz };
        const next = opensAt(hoursThere, at);
        expect(next).not.toBeNull();
        expect(next!).toBeGreaterThan(at);
        expect(isOpen(hoursThere, next!)).toBe(true);
        if (!isOpen(hoursThere, at)) for (let t = at; t < next!; t += 7 * HOUR) expect(isOpen(hoursThere, t)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('are never, where no day is named', () => expect(opensAt({ ...office, days: [] }, Date.UTC(2026, 7, 12, 10))).toBeNull());
});

it('finds an hour of the same local day', () => {
  fc.assert(
    fc.property(moments, zones, hours, (at, tz, hour) => {
      const there = sameDayAt(at, tz, hour);
      expect(daysBetween(at, there, tz)).toBe(0);
      expect(wall(there, tz).hour).toBe(hour);
    }),
    { numRuns: 200 },
  );
  expect(daysBetween(Date.UTC(2026, 7, 12), Date.UTC(2026, 7, 12) + 3 * DAY, 'UTC')).toBe(3);
});

/** Read by another way than the code under test uses. */
function wall(at: number, tz: string): { weekday: string; hour: number; minute: number } {
  const [weekday, clock] = new Date(at)
    .toLocaleString('en-US', { timeZone: tz, weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false })
    .split(/,? /);
  const [hour, minute] = (clock ?? '').split(':').map(Number);
  return { weekday: weekday ?? '', hour: (hour ?? 0) % 24, minute: minute ?? 0 };
}
