/** Still under way: the date, what happens if it passes, and a look again that is booked, not hoped for. */
import { answers, asking } from '../asks.ts';
import type { FlowContext } from '../context.ts';
import { daysBetween } from '../dates.ts';
import { expectedBy, parcelFlags } from '../deadlines.ts';
import type { FlowEvent } from '../events.ts';
import { handOver, handOverCase } from '../handover.ts';
import { leavesBy, leavesLate, leftAt, NOT_LEFT } from '../leaving.ts';
import { bookCheck, by, inGoodTime, onDay, startInquiry, warnOfProtection } from '../promises.ts';
import { atOf, flow } from '../setup.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** No news for longer than its leg allows: the carrier is asked today, without waiting for a worse day. */
export const tellStalled = act((turn) => {
  const { parcel, order, policy } = turn.facts;
  turn.know({ problem: 'in_transit' });
  const flags = parcel === null ? null : parcelFlags(parcel, order, policy, turn.at);
  if (flags?.stalled === true && flags.silentDays !== null) turn.say('bot:stalled.days', { count: flags.silentDays });
  else turn.say('bot:stalled.tell');
  trace(turn);
});

/** The handling time is over: the shop is asked today, and nobody waits on. */
export const tellLeavesLate = act((turn) => {
  const end = leavesBy(turn.facts);
  turn.know({ problem: 'in_transit' });
  if (end !== null) turn.say('bot:notShipped.overdue', { date: onDay(end) });
  startInquiry(turn, 'in_transit', 'reported', 'traceAnswer', 'store', 'bot:notShipped.case');
  warnOfProtection(turn);
});

const openTrace = act((turn) => trace(turn));

const bookLook = act((turn) => {
  turn.say('bot:moving.booked', { by: by(bookCheck(turn)) });
  if (hasLeftCountry(turn.facts)) turn.sendLetter('inTransit');
  warnOfProtection(turn);
});

const askMoving = asking('moving.ask', ['remind', 'tooLate', 'unsure'], (turn) => {
  const { parcel, order, policy, tz } = turn.facts;
  turn.know({ problem: 'in_transit' });
  sayLeft(turn);
  const expected = parcel === null ? null : expectedBy(parcel, order, policy);
  if (expected === null) return turn.say('bot:moving.noDate');
  const count = daysBetween(turn.at, expected, tz);
  if (count < 0) turn.say('bot:moving.passed', { date: onDay(expected) });
  else if (count === 0) turn.say('bot:moving.today');
  else turn.say('bot:moving.ask', { date: onDay(expected), count });
});

const askLate = asking('late.ask', ['trace', 'remind', 'tooLate', 'unsure'], (turn) => {
  turn.know({ problem: 'in_transit' });
  turn.say('bot:late.ask');
});

/** In time to still go and get it. */
const bookPickup = act((turn) => {
  const until = turn.facts.parcel?.pickup?.until;
  turn.say('bot:pickup.booked', { by: by(until === undefined ? bookCheck(turn) : bookCheck(turn, inGoodTime(turn, until))) });
});

const tellTooLate = asking('tooLate.ask', ['askRefund', 'remind', 'howDispute', 'unsure'], (turn) => {
  turn.say('bot:tooLate.ask');
  warnOfProtection(turn);
});

const booked = { target: '#following', actions: bookLook };
const traced = { target: '#following', actions: openTrace };
const tooLate = { target: '#tooLate' };

export const onTheWay = flow.createStateConfig({
  initial: 'moving',
  states: {
    /** Given back here: the question that fits where the parcel is now. */
    underWay: {
      id: 'underWay',
      always: [
        { guard: ({ context, event }) => leavesLate(context, atOf(event)), target: '#following', actions: tellLeavesLate },
        { guard: ({ context }) => NOT_LEFT.includes(context.parcel?.state ?? 'not_shipped'), target: 'notShipped' },
        { guard: ({ context }) => context.parcel?.state === 'out_for_delivery', target: 'outToday' },
        { guard: ({ context }) => context.parcel?.state === 'attempt_failed', target: 'attempt' },
        { guard: ({ context }) => context.parcel?.state === 'available_for_pickup', target: 'pickup' },
        { guard: ({ context, event }) => isOverdue(context, event), target: 'late' },
        { target: 'moving' },
      ],
    },
    moving: { id: 'moving', entry: askMoving, on: { 'shopper.chose': answers({ remind: booked, tooLate, unsure: booked }) } },
    late: { id: 'late', entry: askLate, on: { 'shopper.chose': answers({ trace: traced, remind: booked, tooLate, unsure: traced }) } },
    tooLate: {
      id: 'tooLate',
      entry: tellTooLate,
      on: {
        'shopper.chose': answers({
          askRefund: { target: '#person.waiting', actions: handOverCase('in_transit', 'noRemedy', 'bot:tooLate.refund') },
          remind: booked,
          unsure: booked,
        }),
      },
    },
    outToday: {
      id: 'outToday',
      entry: asking('outToday.ask', ['remind', 'tooLate', 'unsure']),
      on: { 'shopper.chose': answers({ remind: booked, tooLate, unsure: booked }) },
    },
    attempt: {
      id: 'attempt',
      entry: asking('attempt.ask', ['arranged', 'noCard', 'carrierSilent', 'unsure']),
      on: { 'shopper.chose': answers({ arranged: booked, noCard: traced, carrierSilent: traced, unsure: booked }) },
    },
    pickup: {
      id: 'pickup',
      entry: asking('pickup.ask', ['willCollect', 'notThere', 'cantCollect', 'unsure']),
      on: {
        'shopper.chose': answers({
          willCollect: { target: '#following', actions: bookPickup },
          unsure: { target: '#following', actions: bookPickup },
          notThere: traced,
          cantCollect: { target: '#person.waiting', actions: handOver('unsure') },
        }),
      },
    },
    notShipped: {
      id: 'notShipped',
      entry: asking('notShipped.ask', ['remind', 'tooLate', 'otherNumber', 'unsure'], askNotShipped),
      on: {
        'shopper.chose': answers({
          remind: booked,
          tooLate,
          otherNumber: { target: '#identify.ask', actions: act((turn) => turn.know({ given: NOTHING, order: null, parcel: null })) },
          unsure: booked,
        }),
      },
    },
  },
});

const NOTHING = { order: null, contact: null, tracking: null };

function isOverdue({ parcel, order, policy }: FlowContext, event: FlowEvent): boolean {
  const flags = parcel === null ? null : parcelFlags(parcel, order, policy, atOf(event));
  return flags !== null && (flags.late || flags.stalled);
}

function hasLeftCountry({ parcel }: FlowContext): boolean {
  const from = parcel?.origin?.country;
  return parcel !== null && from !== undefined && parcel.events.some(({ place }) => place?.country !== undefined && place.country !== from);
}

function askNotShipped(turn: Turn): void {
  turn.know({ problem: 'in_transit' });
  const { min, max } = turn.facts.policy.deliveryBusinessDays;
  const end = leavesBy(turn.facts);
  if (end !== null && end > turn.at) turn.say('bot:notShipped.leaves', { date: onDay(end) });
  turn.say(turn.facts.parcel?.state === 'info_received' ? 'bot:notShipped.announced' : 'bot:notShipped.ask', { min, max });
}

function sayLeft(turn: Turn): void {
  const { parcel, policy } = turn.facts;
  const left = parcel === null ? null : leftAt(parcel);
  const { min, max } = policy.deliveryBusinessDays;
  if (left !== null) turn.say('bot:moving.left', { left: onDay(left), min, max });
}

function trace(turn: Turn): void {
  startInquiry(turn, 'in_transit', 'carrier', 'traceAnswer', 'store', 'bot:stalled.case');
  warnOfProtection(turn);
}
