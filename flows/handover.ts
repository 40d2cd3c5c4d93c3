/** Handing over to a person: into the queue, with the hour by which somebody answers. Never "soon". */
import type { Problem } from '../protocol/case.ts';
import { businessDaysAfter, isOpen, opensAt } from './dates.ts';
import type { HandOffReason } from './effects.ts';
import { by } from './promises.ts';
import { act } from './turn.ts';
import type { Turn } from './turn.ts';

export function handOver(reason: HandOffReason, tell?: (turn: Turn) => void) {
  return act((turn) => {
    tell?.(turn);
    if (tell === undefined && EXPLAINED.includes(reason)) turn.say(`bot:person.why.${reason}`);
    callPerson(turn, reason);
  });
}

export function callPerson(turn: Turn, reason: HandOffReason): void {
  const { policy, personBy } = turn.facts;
  const open = isOpen(policy.hours, turn.at);
  const dueAt = personBy ?? personDue(turn);
  turn.handOff(reason, !open || FIRST.includes(reason));
  if (personBy === null) turn.promisePerson(dueAt);
  if (open) return turn.say('bot:person.told', { by: by(dueAt) });
  const from = opensAt(policy.hours, turn.at);
  if (from === null) turn.say('bot:person.by', { by: by(dueAt) });
  else turn.say('bot:person.away', { from: by(from), by: by(dueAt) });
}

/** Counted from the next hour at which somebody is there. */
export function personDue(turn: Turn): number {
  const { policy, tz } = turn.facts;
  const from = isOpen(policy.hours, turn.at) ? turn.at : (opensAt(policy.hours, turn.at) ?? turn.at);
  return businessDaysAfter(from, policy.promises.personAnswer, tz, policy.promises.hour);
}

/** A promise was missed: says so at once, and what happens instead, with a new date. */
export const promiseMissed = act((turn) => {
  const { promise } = turn.facts;
  if (promise === null) return;
  admitLate(turn);
  turn.say('bot:late.case', { was: by(promise.dueAt) });
  callPerson(turn, 'promiseLate');
});

/** The same while a person has the floor: it shows in their list, and they have the word. */
export const promiseMissedQuietly = act((turn) => admitLate(turn));

/** The person did not come in time. */
export const personMissed = act((turn) => {
  const was = turn.facts.personBy;
  if (was === null) return;
  turn.settlePerson('late');
  const dueAt = personDue(turn);
  turn.handOff('promiseLate', true);
  turn.promisePerson(dueAt);
  turn.say('bot:late.person', { was: by(was), by: by(dueAt) });
});

export const personMissedQuietly = act((turn) => turn.settlePerson('late'));

/** A case is opened and a person looks at it; for what no rule may decide. */
export function handOverCase(problem: Problem, reason: HandOffReason, key: string) {
  return act((turn) => {
    turn.openCase(problem, 'answer');
    turn.say(key);
    callPerson(turn, reason);
  });
}

function admitLate(turn: Turn): void {
  turn.settlePromise('late');
  turn.know({ log: [...turn.facts.log, { at: turn.at, what: 'late' }] });
}

const FIRST: readonly HandOffReason[] = ['urgent', 'distress', 'promiseLate', 'botError'];
const EXPLAINED: readonly HandOffReason[] = ['urgent', 'distress', 'misunderstood', 'value', 'botError', 'noOrder', 'noRemedy', 'unsure'];
