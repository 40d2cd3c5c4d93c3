/** The shop's calendar: worked out on the server, handed to the flow as plain days. */
import { expect, it } from 'vitest';
import { checkSettings } from '../../../server/shops/check-settings.ts';
import { createClosedDays } from '../../../server/shops/closed-days.ts';
import { defaultPolicy } from '../../../server/settings.ts';
import type { StoreSettings } from '../../../protocol/settings.ts';

const AUTUMN = Date.UTC(2026, 10, 1);
const at = (country: string | null, region: string | null = null) => ({ ...defaultPolicy, holidays: { country, region } });

it('knows the public holidays of a country, across the turn of the year', () => {
  const days = createClosedDays()(at('GB', 'ENG'), AUTUMN);
  expect(days).toEqual(expect.arrayContaining(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26']));
  expect([...days].sort()).toEqual(days);
});

it('knows those of a region beside them, and feasts of several days', () => {
  const closedDays = createClosedDays();
  expect(closedDays(at('DE', 'BY'), AUTUMN)).toContain('2027-01-06');
  expect(closedDays(at('DE'), AUTUMN)).not.toContain('2027-01-06');
  expect(closedDays(at('SA'), AUTUMN)).toEqual(expect.arrayContaining(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29']));
});

it('counts no half days', () => {
  expect(createClosedDays()(at('CN'), AUTUMN)).not.toContain('2026-05-04');
});

it('has none where the owner named no country, and hands out one list as long as it holds', () => {
  const closedDays = createClosedDays();
  expect(closedDays(at(null), AUTUMN)).toEqual([]);
  expect(closedDays(at('FR'), AUTUMN)).toBe(closedDays(at('FR'), AUTUMN + 86_400_000));
});

it.each([
  [
    { country: 'ZZ', region: null },
    { path: 'policy.holidays.country', text: '"ZZ" is not a country like DE or GB' },
  ],
  [
    { country: 'DE', region: 'XX' },
    { path: 'policy.holidays.region', text: '"XX" is not a region of that country, like BY in DE' },
  ],
  [
    { country: null, region: 'BY' },
    { path: 'policy.holidays.region', text: '"BY" is not a region of that country, like BY in DE' },
  ],
])('tells an owner what is wrong with %j', (holidays, problem) => {
  const settings: StoreSettings = {
    name: 'Shop',
    color: null,
    locales: ['en'],
    defaultLocale: 'en',
    origins: [],
    greeting: {},
    identityRequired: false,
    tracking: 'none',
    policy: { ...defaultPolicy, holidays },
  };
  expect(checkSettings(settings)).toEqual({ ok: false, problems: [problem] });
});
