/** The end of the protection is counted down in open cases, once a day of the count, and anew after a new date. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextReminder, protectionOfCase } from '../../flows/countdown.ts';
import { DAY, daysBetween } from '../../flows/dates.ts';
import { RIGHTS, ELSEWHERE, rightsFor } from '../../flows/rights.ts';
import { businessDaysAfter } from '../../flows/dates.ts';
import { order, PARCELS, policy } from './facts.ts';
import { choose, days, found, mei, START } from './months.ts';
import { begin, keyOf, saidIn } from './walk.ts';

const reminders = (said: readonly string[]) => said.filter((key) => key.startsWith('bot:protection.left'));

it('reminds at five, three and one day, and from three on says to open a dispute now, with how', () => {
  const talk = found(PARCELS.inspection, 'customs');
  const said = days(talk, 45);
  expect(reminders(said)).toEqual(['bot:protection.left', 'bot:protection.leftNow', 'bot:protection.leftNow']);
  expect(said[said.indexOf('bot:protection.leftNow') + 1]).toBe('bot:protection.how');
  expect(talk.timers.some(({ id }) => id === 'protection')).toBe(false);
});

it('is silent where no case is open, or it was solved', () => {
  const moving = found(PARCELS.moving);
  choose(moving, 'remind');
  expect(moving.timers.some(({ id }) => id === 'protection')).toBe(false);
  const solved = found(PARCELS.stalled);
  choose(solved, 'turnedUp');
  expect(reminders(days(solved, 45))).toEqual([]);
});

it('is a quiet line while a person has the floor', () => {
  const talk = found(PARCELS.stalled);
  talk.send({ type: 'agent.took', agent: mei });
  const before = talk.all.length;
  days(talk, 45);
  const lines = talk.all.slice(before).flatMap((one) => (one.name === 'line' ? [keyOf(one.params.text)] : []));
  expect(lines.filter((key) => key === 'line:protection')).toHaveLength(3);
  expect(saidIn(talk.all.slice(before))).toEqual([]);
});

it('goes on after a fresh start, and after the end of the talk', () => {
  const again = found(PARCELS.stalled);
  again.send({ type: 'shopper.startedOver' });
  expect(reminders(days(again, 45))).toHaveLength(3);
  const ended = found(PARCELS.stalled);
  ended.send({ type: 'shopper.ended' });
  expect(reminders(days(ended, 45))).toHaveLength(3);
});

it('takes a new date that the platform shows, tells it, and counts down to it anew', () => {
  const talk = found(PARCELS.inspection, 'customs');
  expect(reminders(days(talk, 38))).toHaveLength(2);
  const until = talk.at + 30 * DAY;
  expect(saidIn(talk.send({ type: 'agent.extendedProtection', until, agent: mei }))).toEqual(['bot:protection.extended']);
  expect(protectionOfCase(talk.snapshot.context)).toBe(until);
  expect(talk.snapshot.context.order?.protectedUntil).toBe(until);
  expect(reminders(days(talk, 31))).toHaveLength(3);
});

it('takes no date that is over, and none where nothing is known of an order', () => {
  const talk = found(PARCELS.stalled);
  expect(talk.send({ type: 'agent.extendedProtection', until: START - DAY, agent: mei })).toEqual([]);
  expect(begin().send({ type: 'agent.extendedProtection', until: START + DAY, agent: mei })).toEqual([]);
});

it('always reminds before the end and in the future, on one of the days of the policy', () => {
  const talk = found(PARCELS.stalled).snapshot.context;
  fc.assert(
    fc.property(
      fc.integer({ min: START, max: START + 200 * DAY }),
      fc.integer({ min: -2 * DAY, max: 90 * DAY }),
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }),
      fc.constantFrom('Europe/London', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland'),
      (at, left, countdown, tz) => {
        const endsAt = at + left;
        const next = nextReminder({ ...talk, tz, protectedUntil: endsAt, policy: { ...policy, protectionCountdownDays: countdown } }, at);
        if (next === null) return;
        expect(next).toBeGreaterThan(at);
        expect(next).toBeLessThan(endsAt);
        // A change of clocks may lie between: then the day before or after.
        expect(countdown.some((days) => Math.abs(days - daysBetween(next, endsAt, tz)) <= 1)).toBe(true);
      },
    ),
  );
});

it('no promise falls due on a holiday, and a holiday never brings one forward', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(START + n * DAY).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 15 }), fc.integer({ min: 0, max: 12 }), (closed, count) => {
      const due = businessDaysAfter(START, count, 'UTC', 18, closed);
      expect(closed).not.toContain(new Date(due).toISOString().slice(0, 10));
      expect(due).toBeGreaterThanOrEqual(businessDaysAfter(START, count, 'UTC', 18));
    }),
  );
});

it('knows rights by where the parcel goes, each with its source and when we looked', () => {
  const to = (country: string) => ({ order: { ...order, address: { line: '', city: '', postcode: '', country } }, parcel: null, policy });
  expect(['GB', 'FR', 'US', 'BR'].map((country) => rightsFor(to(country)))).toEqual([
    'bot:rights.uk',
    'bot:rights.eu',
    'bot:rights.us',
    'bot:rights.other',
  ]);
  expect(rightsFor({ ...to('GB'), policy: { ...policy, shopperChoseCarrier: true } })).toBe('bot:rights.ownCarrier');
  for (const { source, notedOn } of [...RIGHTS, ELSEWHERE]) {
    expect(source).not.toBe('');
    expect(notedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
