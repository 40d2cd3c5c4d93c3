/** Timers are data: set when a state or a promise begins, cancelled when it ends, never left behind. */
import { expect, it } from 'vitest';
import { DAY, HOUR } from '../../flows/dates.ts';
import { order, PARCELS, policy } from './facts.ts';
import { begin, START } from './walk.ts';
import type { Walk } from './walk.ts';

const REMINDER = 'evidenceReminder';
const CLOSING = 'remedyClosing';

it('sets a promise’s timer with it, and takes it back with it', () => {
  const talk = found(PARCELS.stalled);
  expect(talk.last.set.filter(({ id }) => id !== 'protection')).toEqual([
    { id: 'promise', dueAt: talk.snapshot.context.promise?.dueAt, event: expect.objectContaining({ type: 'promise.fellDue' }) as unknown },
  ]);
  talk.send({ type: 'shopper.chose', choice: 'turnedUp' });
  expect(talk.last.cancelled).toEqual(['promise', 'protection']);
});

it('replaces the timer when a promise is replaced', () => {
  const talk = found(PARCELS.moving);
  talk.send({ type: 'shopper.chose', choice: 'remind' });
  talk.send({ type: 'parcel.found', parcel: PARCELS.documents });
  expect(talk.snapshot.context.promise?.kind).toBe('documentsSent');
  expect(talk.timers.filter(({ id }) => id === 'promise')).toEqual([
    expect.objectContaining({ dueAt: talk.snapshot.context.promise?.dueAt }),
  ]);
});

it('reminds of the evidence from the moment it was asked for, and stops when it is left', () => {
  const talk = found(PARCELS.delivered, 'missing');
  talk.send({ type: 'shopper.pickedItems', items: [{ id: 'mug', count: 1 }] });
  const reminder = talk.last.set.filter(({ id }) => id.includes(REMINDER));
  expect(reminder).toEqual([expect.objectContaining({ dueAt: START + policy.evidenceReminderHours * HOUR })]);
  talk.send({ type: 'shopper.addedPhoto', item: 'group', slot: 'one', photoId: 'p1' });
  expect(talk.last).toMatchObject({ set: [], cancelled: [] });
  talk.send({ type: 'shopper.wantsPerson' });
  expect(talk.last.cancelled).toEqual([expect.stringContaining(REMINDER)]);
});

it('closes the choice between remedies at the same moment, also after a person came between', () => {
  const talk = found(PARCELS.lost);
  const first = talk.timers.find(({ id }) => id.includes(CLOSING))?.dueAt;
  expect(first).toBe(talk.snapshot.context.remedyUntil);
  talk.wait(2 * DAY);
  const mei = { id: 'agent-mei', name: 'Mei' };
  talk.send({ type: 'agent.took', agent: mei });
  expect(talk.timers.some(({ id }) => id.includes(CLOSING))).toBe(false);
  talk.wait(DAY);
  talk.send({ type: 'agent.gaveBack', step: 'resume', agent: mei });
  expect(talk.timers.find(({ id }) => id.includes(CLOSING))?.dueAt).toBe(first);
});

function found(parcel: (typeof PARCELS)[keyof typeof PARCELS], problem = 'in_transit'): Walk {
  const talk = begin();
  talk.send({ type: 'shopper.chose', choice: problem });
  talk.send({ type: 'shopper.gaveOrder', number: order.number, contact: order.email });
  talk.send({ type: 'order.found', order });
  talk.send({ type: 'parcel.found', parcel });
  return talk;
}
