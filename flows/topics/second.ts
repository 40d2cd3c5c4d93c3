/** Another trouble than the one spoken of, told in their own words: a second one, or the first seen otherwise. */
import type { Problem } from '../../protocol/case.ts';
import { bringForward, besideWith, changeProblem, isUnderWay, takeUpSecond } from '../beside.ts';
import type { Beside, FlowContext } from '../context.ts';
import type { FlowEvent } from '../events.ts';
import { lastFinding } from '../findings.ts';
import { callPerson, handOver, handOverCase } from '../handover.ts';
import { listen } from '../hearing.ts';
import { by } from '../promises.ts';
import { flow } from '../setup.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { choiceEnd, offered } from './resolution.ts';

type Given = { context: FlowContext; event: FlowEvent };

const turnTo = actOn('shopper.said', (turn, { understood }) => {
  const problem = otherProblem(turn.facts, understood.intent);
  if (problem === null) return;
  const second = isUnderWay(turn.facts);
  turn.know({ heard: { ...turn.facts.heard, intent: understood.intent } });
  listen(turn, understood);
  if (second) takeUpSecond(turn, problem);
  else changeProblem(turn, problem);
});

/** Told once more: it goes on beside already, and is spoken of again. */
const comeBack = actOn('shopper.said', (turn, { understood }) => {
  const one = knownBeside(turn.facts, understood.intent);
  listen(turn, understood);
  if (one === null) return;
  bringForward(turn, one);
  const due = turn.facts.promise?.dueAt;
  if (due !== undefined) turn.say('bot:following.keptUntil', { by: by(due) });
});

const is = (problem: Problem) => {
  return ({ context, event }: Given) => event.type === 'shopper.said' && otherProblem(context, event.understood.intent) === problem;
};
const hasCome = ({ context }: Given): boolean => context.parcel?.state === 'delivered';

/** Those that the bot itself can take up. */
export const saidAnotherRoad = [
  {
    guard: ({ context, event }: Given) => event.type === 'shopper.said' && knownBeside(context, event.understood.intent) !== null,
    target: '#following',
    actions: comeBack,
  },
  { guard: (given: Given) => is('missing')(given) && hasCome(given), target: '#missing', actions: turnTo },
  { guard: is('missing'), target: '#missing.early', actions: turnTo },
  { guard: is('delivered'), target: '#route', actions: turnTo },
];

/** Tried before anything else is made of what was said. */
export const saidAnother = [
  ...saidAnotherRoad,
  { guard: is('other'), target: '#person.waiting', actions: [turnTo, handOverCase('other', 'unsure', 'bot:damaged.tell')] },
];

/** What was chosen has not been done yet, so another choice is as good as the first. */
const chooseAnew = act((turn) => {
  turn.say('bot:remedy.change');
  reopenChoice(turn);
});

export const changedMind = [
  {
    guard: (given: Given) => wantsOther(given) && isDone(given.context),
    target: '#person.waiting',
    actions: [hear(), handOver('unsure', tellDone)],
  },
  { guard: wantsOther, target: '#choosing', actions: [hear(), chooseAnew] },
];

export const changeRemedy = [
  { guard: ({ context, event }: Given) => isChoice(event, 'changeRemedy') && canChange(context), target: '#choosing', actions: chooseAnew },
];

/** The date of a trouble beside has come: it is spoken of now, and what was promised is done or owned up to. */
export const besideFellDue = {
  guard: ({ context, event }: Given) => event.type === 'beside.fellDue' && besideWith(context, event.kind) !== null,
  actions: [
    actOn('beside.fellDue', (turn, { kind }) => {
      const one = besideWith(turn.facts, kind);
      if (one !== null) bringForward(turn, one);
    }),
    flow.raise(({ event }) => ({ type: 'promise.fellDue' as const, at: event.at, fresh: event.fresh })),
  ],
};

/** One is settled while others go on. */
export const hasBeside = ({ context }: { context: FlowContext }): boolean => context.besides.length > 0;
export const settledOne = act((turn) => {
  turn.settlePromise('kept');
  const [next] = turn.facts.besides;
  if (next === undefined) return;
  const { besides } = turn.facts;
  turn.say('bot:second.oneSettled');
  // What is settled takes no place beside.
  turn.know({ promise: null, case: turn.facts.case === null ? null : { ...turn.facts.case, stage: 'reported' }, besides });
  bringForward(turn, next);
  if (next.promise === null && turn.facts.case !== null) callPerson(turn, 'unsure');
});

function knownBeside(context: FlowContext, intent: string): Beside | null {
  const problem = otherProblem(context, intent);
  const number = context.parcel?.number ?? null;
  return context.besides.find((one) => one.problem === problem && one.parcel === number) ?? null;
}

function otherProblem({ problem, parcel, order, heard }: FlowContext, intent: string): Problem | null {
  if (problem === null || (parcel ?? order) === null) return null;
  if (intent === 'missing_items') return problem === 'missing' ? null : 'missing';
  if (intent === 'not_received_delivered') return problem === 'missing' && parcel !== null ? 'delivered' : null;
  if ((intent === 'damaged' || intent === 'wrong_item') && parcel?.state === 'delivered')
    return problem === 'other' || heard.intent === intent ? null : 'other';
  return null;
}

/** The other of what is offered, after one was chosen. */
function wantsOther({ context, event }: Given): boolean {
  if (event.type !== 'shopper.said') return false;
  const { wish, intent } = event.understood;
  const wanted = wish ?? (intent === 'wants_refund' ? 'refund' : intent === 'wants_resend' ? 'resend' : null);
  return (
    wanted !== null && wanted !== context.remedy && context.remedy !== null && isMoving(context) && offered(context.policy).includes(wanted)
  );
}

export function canChange(context: FlowContext): boolean {
  return context.remedy !== null && isMoving(context) && !isDone(context) && context.order !== null && offered(context.policy).length > 1;
}

function isMoving({ case: opened }: FlowContext): boolean {
  return opened?.stage === 'moving';
}

function isDone({ log, promise }: FlowContext): boolean {
  return lastFinding(log) === 'sent' || (promise?.kind === 'remedyDone' && promise.owner === 'bot');
}

function reopenChoice(turn: Turn): void {
  turn.settlePromise('void');
  turn.moveCase('choice');
  turn.know({ remedy: null, remedyUntil: choiceEnd(turn) });
}

function tellDone(turn: Turn): void {
  turn.say('bot:remedy.doneAlready');
}

function hear() {
  return actOn('shopper.said', (turn, { understood }) => listen(turn, understood));
}

function isChoice(event: FlowEvent, choice: string): boolean {
  return event.type === 'shopper.chose' && event.choice === choice;
}
