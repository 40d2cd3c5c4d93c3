/** Remedies: what the store offers, side by side; the shopper chooses. Nothing is promised that its owner has not set up. */
import type { Problem, Remedy } from '../../protocol/case.ts';
import { REMEDIES } from '../../protocol/case.ts';
import type { Policy } from '../../protocol/settings.ts';
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import { answers, asking, choices } from '../asks.ts';
import { guardOf } from '../cards/guard.ts';
import { DAY, sameDayAt } from '../dates.ts';
import { goOnFollowing, handOver } from '../handover.ts';
import { asksMidStep } from '../mid-step.ts';
import { by, caseWords, onDay, promiseAnswer, protectionOf, showCase, workingDaysAfter } from '../promises.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** Opens the case at the choice, and says until when the choice is open. */
export function openChoice(turn: Turn, problem: Problem): void {
  turn.openCase(problem, 'choice');
  turn.know({ remedyUntil: choiceEnd(turn) });
}

export function choiceEnd({ facts: { policy, tz }, at }: Turn): number {
  return sameDayAt(at + policy.remedyOpenDays * DAY, tz, policy.promises.hour);
}

export const openChoiceNow = act((turn) => openChoice(turn, turn.facts.problem ?? 'other'));

const askRemedy = act((turn) => {
  const { policy, tz } = turn.facts;
  const until = turn.facts.remedyUntil ?? turn.at + policy.remedyOpenDays * DAY;
  turn.say('bot:remedy.ask');
  turn.ask('remedy', {
    kind: 'remedies',
    legend: t('prompt:remedy.legend'),
    options: offered(policy).map((id) => ({ id, label: t(`prompt:remedy.${id}.label`), ...optionWords(turn, id) })),
    submit: t('prompt:remedy.submit'),
    openUntil: t('prompt:remedy.openUntil', { date: { $date: sameDayAt(until, tz, policy.promises.hour), as: 'day' } }),
    guard: guardOf(protectionOf(turn), policy, turn.at),
    choices: choices(['ifAgain', 'unsure', 'talk']),
  });
});

const choseRefund = act((turn) => settle(turn, 'refund'));
const choseCredit = act((turn) => settle(turn, 'credit'));
const choseResend = act((turn) => settle(turn, 'resend'));

const takeTime = act((turn) => {
  const until = turn.facts.remedyUntil ?? turn.at;
  turn.say('bot:remedy.takeTime', { date: onDay(until) });
});
const tellIfAgain = act((turn) => turn.say('bot:remedy.ifAgain'));

/** Confirmed before, so it is not asked again. */
const sayAddress = act((turn) => {
  const address = addressWords(turn);
  if (address !== null) turn.say('bot:address.known', { address });
});

const askAddress = asking('address.ask', ['addressRight', 'addressWrong', 'unsure'], (turn) => {
  const lines = addressWords(turn);
  if (lines === null) turn.say('bot:address.askUnknown');
  else turn.say('bot:address.ask', { address: lines });
});

const askNewAddress = act((turn) => {
  turn.say('bot:address.new');
  turn.ask('address.new', { kind: 'text', placeholder: t('prompt:address'), choices: choices(['talk']) });
});

const takeAddress = actOn('shopper.said', (turn) => {
  turn.line('line:newAddress', {}, 'house');
  turn.say('bot:address.thanks');
});

export const resolution = flow.createStateConfig({
  id: 'resolution',
  initial: 'decide',
  states: {
    decide: {
      always: [
        {
          guard: ({ context }) => offered(context.policy).length === 0,
          target: '#person.waiting',
          actions: [goOnFollowing, handOver('noRemedy')],
        },
        { guard: ({ context }) => context.order === null, target: '#prove', actions: act((turn) => turn.know({ provingFor: 'remedies' })) },
        { guard: ({ context }) => context.remedyUntil === null, target: 'choosing', actions: openChoiceNow },
        { target: 'choosing' },
      ],
    },
    choosing: {
      id: 'choosing',
      entry: askRemedy,
      after: { remedyClosing: { target: '#person.waiting', actions: handOver('unsure', (turn) => turn.say('bot:remedy.closing')) } },
      on: {
        'shopper.choseRemedy': [
          {
            guard: ({ context, event }) => event.remedy === 'refund' && context.policy.refund.offered,
            target: '#following',
            actions: choseRefund,
          },
          {
            guard: ({ context, event }) => event.remedy === 'credit' && context.policy.credit.offered,
            target: '#following',
            actions: choseCredit,
          },
          {
            guard: ({ context, event }) =>
              event.remedy === 'resend' && context.policy.resend.offered && context.checks['address'] === 'right',
            target: '#following',
            actions: [sayAddress, choseResend],
          },
          { guard: ({ context, event }) => event.remedy === 'resend' && context.policy.resend.offered, target: 'address' },
        ],
        'shopper.chose': answers({ unsure: { actions: takeTime }, ifAgain: { actions: tellIfAgain } }),
      },
    },
    address: {
      id: 'address',
      entry: askAddress,
      on: {
        'shopper.chose': answers({
          addressRight: { target: '#following', actions: choseResend },
          addressWrong: { target: 'newAddress' },
          unsure: { target: '#person.waiting', actions: handOver('unsure') },
        }),
      },
    },
    newAddress: {
      entry: askNewAddress,
      on: { 'shopper.said': [asksMidStep, { target: '#following', actions: [takeAddress, choseResend] }] },
    },
  },
});

/** From here the store carries it out. Answers with the date by which it is done. */
export function settleRemedy(turn: Turn, remedy: Remedy, asked: Remedy | 'either'): number {
  turn.openCase(turn.facts.problem ?? 'other', 'moving');
  turn.recordRemedy(remedy, asked);
  turn.know({ remedyUntil: null });
  return promiseAnswer(turn, 'remedyDone', 'store');
}

export function offered(policy: Policy): Remedy[] {
  return REMEDIES.filter((remedy) => policy[remedy].offered);
}

/** As it stands on the order; null where the order has none. */
export function addressWords(turn: Turn): Words | null {
  const address = turn.facts.order?.address;
  return address === undefined ? null : { $code: `${address.line}, ${address.postcode} ${address.city}` };
}

function settle(turn: Turn, remedy: Remedy): void {
  const { promise } = turn.facts;
  // A person settled it and its date stands; the address was all that was missing.
  if (turn.facts.remedy === remedy && promise?.kind === 'remedyDone') {
    turn.say('bot:address.settled', { by: by(promise.dueAt) });
  } else {
    const dueAt = settleRemedy(turn, remedy, remedy);
    turn.say(`bot:remedy.${remedy}`, { by: by(dueAt), number: caseWords(turn) });
  }
  showCase(turn);
}

function optionWords(turn: Turn, remedy: Remedy): { headline: Words; detail: Words } {
  const { policy } = turn.facts;
  if (remedy === 'refund') {
    const p = { by: onDay(workingDaysAfter(turn, policy.refund.businessDays)) };
    return { headline: amountWords(turn, 'refund', p), detail: t('prompt:remedy.refund.detail') };
  }
  if (remedy === 'credit') {
    const p = { by: onDay(workingDaysAfter(turn, policy.promises.remedyDone)) };
    return { headline: amountWords(turn, 'credit', p), detail: t('prompt:remedy.credit.detail') };
  }
  const ships = workingDaysAfter(turn, policy.resend.shipsInBusinessDays);
  const arrives = workingDaysAfter(turn, policy.deliveryBusinessDays.max, ships);
  return {
    headline: t('prompt:remedy.resend.headline', { by: onDay(arrives) }),
    detail: t('prompt:remedy.resend.detail', { date: onDay(ships) }),
  };
}

function amountWords(turn: Turn, remedy: 'refund' | 'credit', p: { by: Words }): Words {
  const { order } = turn.facts;
  if (order === null) return t(`prompt:remedy.${remedy}.headlineBare`, p);
  return t(`prompt:remedy.${remedy}.headline`, { ...p, amount: { $money: order.total, currency: order.currency } });
}
