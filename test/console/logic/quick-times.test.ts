import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, momentOfFields, quickTimes } from '../../../console/desk/dialogs/quick-times.ts';
import { momentOf, sameClock, wallTime, weekday } from '../../../console/desk/dialogs/zone-time.ts';

const LONDON = 'Europe/London';
const ZONES = [
  LONDON,
  'Asia/Shanghai',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Australia/Lord_Howe',
  'UTC',
];
const at = (iso: string) => Date.parse(iso);

describe('a wall clock', () => {
  it('is read and set back by any zone’s rules', () => {
    const moments = fc.integer({ min: at('2020-01-01T00:00Z') / 60_000, max: at('2035-01-01T00:00Z') / 60_000 });
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (minutes, tz) => {
        const moment = minutes * 60_000;
        const again = momentOf(wallTime(moment, tz), tz);
        // Of the hour that is shown twice the first is meant.
        expect(wallTime(again, tz)).toEqual(wallTime(moment, tz));
        expect(again).toBeLessThanOrEqual(moment);
        expect(moment - again).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('that is put forward never shows an hour: as much later is meant', () => {
    const moment = momentOf({ year: 2026, month: 3, day: 29, hour: 1, minute: 30 }, LONDON);
    expect(new Date(moment).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(wallTime(moment, LONDON)).toMatchObject({ hour: 2, minute: 30 });
  });

  it('that is put back shows an hour twice: the first is meant', () => {
    const moment = momentOf({ year: 2026, month: 10, day: 25, hour: 1, minute: 30 }, LONDON);
    expect(new Date(moment).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('of a zone that nobody knows is UTC’s', () => {
    expect(wallTime(at('2026-08-14T13:18Z'), 'Mars/Olympus')).toMatchObject({ hour: 13, minute: 18 });
  });

  it('can show the same as another', () => {
    expect(sameClock(at('2026-08-14T12:00Z'), 'Europe/Paris', 'Europe/Berlin')).toBe(true);
    expect(sameClock(at('2026-08-14T12:00Z'), LONDON, 'Africa/Abidjan')).toBe(false);
    expect(sameClock(at('2026-01-14T12:00Z'), LONDON, 'Africa/Abidjan')).toBe(true);
  });
});

describe('times that are often meant', () => {
  const offered = (now: string, tz: string) =>
    quickTimes(at(now), tz).map((quick) => [quick.id, new Date(quick.at).toISOString().slice(0, 16)]);

  it('are hours of the shopper’s clock', () => {
    // Friday in Leeds; two business days on is Tuesday.
    expect(offered('2026-08-14T13:18Z', LONDON)).toEqual([
      ['today', '2026-08-14T17:00'],
      ['tomorrow', '2026-08-15T11:00'],
      ['business', '2026-08-18T17:00'],
    ]);
  });

  it('know that the shopper’s day is another', () => {
    // 23:30 on Friday in London is Saturday morning in Shanghai.
    expect(offered('2026-08-14T22:30Z', 'Asia/Shanghai')).toEqual([
      ['today', '2026-08-15T10:00'],
      ['tomorrow', '2026-08-16T04:00'],
      ['business', '2026-08-18T10:00'],
    ]);
  });

  it('keep their hour across a change of clocks', () => {
    // The clocks go back in the night to Sunday.
    expect(offered('2026-10-24T08:00Z', LONDON)).toEqual([
      ['today', '2026-10-24T17:00'],
      ['tomorrow', '2026-10-25T12:00'],
      ['business', '2026-10-27T18:00'],
    ]);
  });

  it('leave out what is over, or too near to keep', () => {
    expect(offered('2026-08-14T16:31Z', LONDON).map(([id]) => id)).toEqual(['tomorrow', 'business']);
    expect(offered('2026-08-14T16:30Z', LONDON).map(([id]) => id)).toEqual(['today', 'tomorrow', 'business']);
  });

  it('are always ahead, and never on a weekend where business days are meant', () => {
    const moments = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2032-01-01T00:00Z') });
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, tz) => {
        const times = quickTimes(now, tz);
        expect(times.every((quick) => quick.at > now)).toBe(true);
        const business = times.find(({ id }) => id === 'business');
        const wall = wallTime(business?.at ?? 0, tz);
        expect(weekday(wall)).toBeLessThanOrEqual(5);
        expect(wall.hour).toBe(18);
      }),
    );
  });
});

describe('the fields of a date and a time', () => {
  it('hold a moment by the shopper’s clock, and give it back', () => {
    expect(fieldsOf(at('2026-08-14T22:05Z'), 'Asia/Shanghai')).toEqual({ date: '2026-08-15', time: '06:05' });
    expect(momentOfFields('2026-08-15', '06:05', 'Asia/Shanghai')).toBe(at('2026-08-14T22:05Z'));
  });

  it('mean nothing until both are filled in', () => {
    expect(momentOfFields('', '06:05', LONDON)).toBeNull();
    expect(momentOfFields('2026-08-15', '', LONDON)).toBeNull();
    expect(momentOfFields('15/08/2026', '06:05', LONDON)).toBeNull();
  });
});
