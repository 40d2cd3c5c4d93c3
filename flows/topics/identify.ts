/** Which order, which parcel. What is already known, from their words or the shop's page, is never asked again. */
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { answers, asking } from '../asks.ts';
import { bringForward } from '../beside.ts';
import { handOver } from '../handover.ts';
import { hear } from '../hearing.ts';
import { leavesLate } from '../leaving.ts';
import { asksMidStep } from '../mid-step.ts';
import { haveCome, keepSeen } from '../parcels.ts';
import { bookCheck, by } from '../promises.ts';
import { atOf, flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { tellLeavesLate } from './in-transit.ts';
import { isOfAnother, keepOther } from './news.ts';

const askWhich = act((turn) => {
  const { given, tries } = turn.facts;
  // After a pair that did not match there is nothing to ask but the same again, and that was just said.
  if (tries === 0) turn.say(given.order === null ? 'bot:identify.ask' : 'bot:identify.askContact');
  turn.ask('identify', {
    kind: 'find',
    order: { label: t('prompt:find.order'), hint: t('prompt:find.orderHint'), ...valueOf(given.order) },
    contact: { label: t('prompt:find.contact'), hint: t('prompt:find.contactHint'), ...valueOf(given.contact) },
    tracking: { label: t('prompt:find.tracking'), hint: t('prompt:find.trackingHint'), ...valueOf(given.tracking) },
    submit: t('prompt:find.submit'),
    byOrder: t('prompt:find.byOrder'),
    byTracking: t('prompt:find.byTracking'),
    choices: [{ id: 'noNumber', label: t('choice:noNumber') }],
  });
});

const lookUpOrder = act((turn) => {
  const { order, tracking, contact } = turn.facts.given;
  turn.clearPrompt();
  if (contact === null) return;
  if (order !== null) turn.lookUpOrder({ number: order, contact });
  else if (tracking !== null) turn.lookUpOrder({ tracking, contact });
});

const lookUpParcel = act((turn) => {
  const { order, given } = turn.facts;
  turn.clearPrompt();
  if (given.tracking === null) return;
  const carrier = order?.parcels.find((p) => p.number === given.tracking)?.carrier;
  turn.lookUpParcel(carrier === undefined ? { number: given.tracking } : { number: given.tracking, carrier });
});

const takeOrder = actOn('order.found', (turn, { order }) => {
  turn.know({ order, tries: 0 });
  const only = order.parcels.length === 1 ? order.parcels[0]?.number : undefined;
  const named = order.parcels.find((p) => p.number === turn.facts.given.tracking)?.number;
  turn.know({ given: { ...turn.facts.given, tracking: named ?? only ?? null } });
});

const takeParcel = actOn('parcel.found', (turn, { parcel }) => {
  turn.know({ parcel, tries: 0 });
  keepSeen(turn, parcel);
});

/** The pair did not match: both may be mistyped, so both stay in the fields. */
const orderNotFound = act((turn) => {
  turn.know({ tries: turn.facts.tries + 1 });
  turn.say('bot:identify.notFound');
});

/** The number alone still shows where the parcel is. */
const goOnWithoutOrder = act((turn) => {
  turn.know({ given: { ...turn.facts.given, contact: null } });
  turn.say('bot:identify.parcelOnly');
});

const failedOnce = act((turn) => {
  turn.know({ tries: turn.facts.tries + 1 });
  turn.say('bot:failed.again');
});

const gaveOrder = actOn('shopper.gaveOrder', (turn, { number, contact }) => {
  turn.know({ given: { order: number, contact, tracking: null }, order: null, parcel: null, misses: 0 });
});

const gaveTracking = actOn('shopper.gaveTracking', (turn, { tracking, doubtful }) => {
  hintAtDigit(turn, tracking, doubtful);
  const { order, given } = turn.facts;
  const isTheirs = order?.parcels.some((p) => p.number === tracking) ?? false;
  turn.know({ given: { ...given, order: null, tracking }, order: isTheirs ? order : null, parcel: null, misses: 0 });
});

const saidMore = actOn('shopper.said', (turn, { understood }) => {
  if (understood.tracking !== null) hintAtDigit(turn, understood.tracking, understood.doubtful);
  hear(turn, understood);
});

const needNumber = act((turn) => {
  turn.know({ misses: turn.facts.misses + 1 });
  turn.say('bot:identify.needNumber');
});

const askParcel = act((turn) => {
  const parcels = turn.facts.order?.parcels ?? [];
  const come = haveCome(turn.facts);
  if (come > 0) turn.say('bot:identify.come', { count: come, of: parcels.length });
  turn.say('bot:identify.which', { count: parcels.length });
  turn.ask('identify.which', {
    kind: 'choices',
    choices: [
      ...parcels.map(({ number }) => ({ id: number, label: { $code: number }, ...seenOf(turn, number) })),
      { id: 'unsure', label: t('choice:unsure') },
    ],
  });
});

const chooseParcel = actOn('shopper.chose', (turn, { choice }) => pickParcel(turn, choice));
/** Not sure which: the first will do, and the others stay a tap away. */
const chooseAnyParcel = act((turn) => pickParcel(turn, turn.facts.order?.parcels[0]?.number ?? null));

/** It goes on beside already: where it stands is looked up, and nothing asked anew. */
const bringParcel = actOn('shopper.chose', (turn, { choice }) => {
  const one = turn.facts.besides.find(({ parcel }) => parcel === choice);
  if (one !== undefined) bringForward(turn, one);
});

const forgetNumber = act((turn) => turn.know({ given: { ...turn.facts.given, tracking: null }, parcel: null }));
const forgetClaims = act((turn) => turn.know({ given: { order: null, contact: null, tracking: null } }));

const checkLater = act((turn) => turn.say('bot:unknownNumber.later', { by: by(bookCheck(turn)) }));

const failures = [
  { guard: 'failedBefore' as const, target: '#person.waiting', actions: handOver('botError') },
  { actions: failedOnce, reenter: true },
];

export const identify = flow.createStateConfig({
  id: 'identify',
  initial: 'decide',
  states: {
    decide: {
      always: [
        { guard: ({ context }) => context.order !== null && context.given.tracking !== null, target: 'locating' },
        { guard: ({ context }) => (context.order?.parcels.length ?? 0) > 1, target: 'which' },
        {
          guard: ({ context, event }) => context.order !== null && leavesLate(context, atOf(event)),
          target: '#following',
          actions: tellLeavesLate,
        },
        { guard: ({ context }) => context.order !== null, target: '#notShipped' },
        { guard: ({ context: { given } }) => given.contact !== null && (given.order ?? given.tracking) !== null, target: 'looking' },
        { guard: ({ context: { given } }) => given.tracking !== null, target: 'locating' },
        { target: 'ask' },
      ],
    },
    ask: {
      entry: askWhich,
      on: {
        'shopper.gaveOrder': { target: 'decide', actions: gaveOrder },
        'shopper.gaveTracking': { target: 'decide', actions: gaveTracking },
        'shopper.said': [
          { guard: 'isUrgent', target: '#person.waiting', actions: [saidMore, handOver('urgent')] },
          { guard: ({ event: { understood: u } }) => (u.order ?? u.tracking ?? u.contact) !== null, target: 'decide', actions: saidMore },
          { guard: 'isDistressedAgain', target: '#person.waiting', actions: [saidMore, handOver('distress')] },
          asksMidStep,
          { guard: 'missedBefore', target: '#person.offered', actions: saidMore },
          { actions: [saidMore, needNumber] },
        ],
        'shopper.chose': answers({ noNumber: { target: 'without' } }),
        'page.gave': { target: 'decide', actions: actOn('page.gave', takeFromPage) },
      },
    },
    looking: {
      entry: lookUpOrder,
      on: {
        'order.found': { target: 'decide', actions: takeOrder },
        'order.notFound': [
          {
            guard: ({ context: { given } }) => given.order === null && given.tracking !== null,
            target: 'locating',
            actions: goOnWithoutOrder,
          },
          { guard: 'failedBefore', target: 'without', actions: orderNotFound },
          { target: 'ask', actions: orderNotFound },
        ],
        'effect.failed': failures.map((f) => ({ ...f, ...(f.guard === undefined ? { target: 'looking' } : {}) })),
        'shopper.said': { actions: saidMore },
      },
    },
    which: {
      id: 'which',
      entry: askParcel,
      on: {
        'shopper.chose': [
          {
            guard: ({ context, event }) => context.besides.some(({ parcel }) => parcel === event.choice),
            target: '#checking',
            actions: bringParcel,
          },
          {
            guard: ({ context, event }) => context.order?.parcels.some((p) => p.number === event.choice) ?? false,
            target: 'locating',
            actions: chooseParcel,
          },
          {
            guard: ({ context, event }) => event.choice === 'unsure' && context.besides.length > 0,
            target: '#checking',
            actions: act((turn) => bringFirst(turn)),
          },
          ...answers({ unsure: { target: 'locating', actions: chooseAnyParcel } }),
        ],
      },
    },
    locating: {
      id: 'locating',
      entry: lookUpParcel,
      on: {
        'parcel.found': [
          { guard: isOfAnother, actions: keepOther },
          { target: '#route', actions: takeParcel },
        ],
        'parcel.notFound': '#unknownNumber',
        'effect.failed': failures.map((f) => ({ ...f, ...(f.guard === undefined ? { target: 'locating' } : {}) })),
        'shopper.said': { actions: saidMore },
      },
    },
    unknownNumber: {
      id: 'unknownNumber',
      entry: asking('unknownNumber.ask', ['enterAgain', 'checkLater', 'unsure', 'talk'], (turn) =>
        turn.say('bot:unknownNumber.ask', { number: { $code: turn.facts.given.tracking ?? turn.facts.parcel?.number ?? '' } }),
      ),
      on: {
        'shopper.gaveTracking': { target: 'decide', actions: gaveTracking },
        'shopper.chose': answers({
          enterAgain: { target: 'ask', actions: forgetNumber },
          checkLater: { target: '#following', actions: checkLater },
          unsure: { target: '#following', actions: checkLater },
        }),
      },
    },
    without: {
      entry: asking('identify.without', ['tryAgain', 'talk', 'unsure']),
      on: {
        'shopper.said': [
          { guard: ({ event: { understood: u } }) => (u.order ?? u.tracking) !== null, target: 'decide', actions: saidMore },
          { target: '#person.waiting', actions: [saidMore, handOver('noOrder')] },
        ],
        'shopper.chose': answers({
          tryAgain: { target: 'ask', actions: forgetClaims },
          unsure: { target: '#person.waiting', actions: handOver('noOrder') },
        }),
      },
    },
  },
});

export function takeFromPage(turn: Turn, page: { order?: string; tracking?: string; email?: string }): void {
  const { given } = turn.facts;
  turn.know({
    given: { order: page.order ?? given.order, tracking: page.tracking ?? given.tracking, contact: page.email ?? given.contact },
  });
}

/** A check digit that doesn't fit is a reason to look again, never to refuse: the number is looked up all the same. */
function hintAtDigit(turn: Turn, number: string, doubtful: boolean): void {
  if (doubtful) turn.say('bot:identify.digit', { number: { $code: number } });
}

function pickParcel(turn: Turn, tracking: string | null): void {
  turn.know({ given: { ...turn.facts.given, tracking } });
}

function bringFirst(turn: Turn): void {
  const [one] = turn.facts.besides;
  if (one !== undefined) bringForward(turn, one);
}

/** What the tracking last said of it. */
function seenOf({ facts: { parcels } }: Turn, number: string): { detail?: Words } {
  const seen = parcels[number];
  return seen === undefined ? {} : { detail: t(`parcel:state.${seen.state}`) };
}

function valueOf(value: string | null): { value?: string } {
  return value === null ? {} : { value };
}
