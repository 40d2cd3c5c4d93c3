/** Handing over to a person: into the queue, with the hour by which somebody answers. Never "soon". */
import type { Problem } from '../protocol/case.ts';
import type { Param } from '../protocol/words.ts';
import { nextItem } from './checklist.ts';
import type { FlowContext } from './context.ts';
import { isOpen, opensAt } from './dates.ts';
import type { HandOffReason } from './effects.ts';
import { by, isDated, promiseAnswer, workingDaysAfter } from './promises.ts';
import { act } from './turn.ts';
import type { Turn } from './turn.ts';

export function handOver(reason: HandOffReason, tell?: (turn: Turn) => void) {
  return act((turn) => {
    tell?.(turn);
    if (tell === undefined && EXPLAINED.includes(reason)) turn.say(`bot:person.why.${reason}`);
    callPerson(turn, reason);
  });
}

/** The road ends at a person. Whoever goes on with the bot meanwhile is not sent down the same road again. */
export const goOnFollowing = act((turn) => turn.know({ bookmark: 'following' }));

export function callPerson(turn: Turn, reason: HandOffReason): void {
  const { policy, personBy, closedDays } = turn.facts;
  const open = isOpen(policy.hours, turn.at, closedDays);
  const dueAt = personBy ?? personDue(turn);
  turn.handOff(reason, !open || turn.free === null || FIRST.includes(reason));
  if (personBy === null) turn.promisePerson(dueAt);
  if (typeof turn.free === 'string') return turn.say('bot:person.joining', { name: turn.free });
  if (!open) sayAway(turn, dueAt);
  else if (reason === 'released') turn.say('bot:person.firstBy', { by: by(dueAt) });
  else turn.say(turn.free === null ? 'bot:person.noneFree' : 'bot:person.told', { by: by(dueAt) });
  if (!open || turn.free === null || reason === 'released') offerToCollect(turn, reason);
}

/** What the bot could still collect while nobody is there: facts a person would have to ask for. */
export function leftToCollect({ case: opened, promise, bookmark, askedAgain, evidence }: FlowContext): 'photos' | 'questions' | null {
  if (askedAgain !== null) return 'photos';
  if (opened?.stage === 'photos') return nextItem({ evidence }) === null ? 'questions' : 'photos';
  if (opened?.stage === 'choice') return 'questions';
  return opened === null && promise === null && bookmark === null ? 'questions' : null;
}

function sayAway(turn: Turn, dueAt: number): void {
  const from = opensAt(turn.facts.policy.hours, turn.at, turn.facts.closedDays);
  if (from === null) turn.say('bot:person.by', { by: by(dueAt) });
  else turn.say('bot:person.away', { from: by(from), by: by(dueAt) });
}

function offerToCollect(turn: Turn, reason: HandOffReason): void {
  const left = leftToCollect(turn.facts);
  if (left === null || SHAKEN.includes(reason)) return;
  if (left === 'photos' || MAY_GO_ON.includes(reason)) turn.say(`bot:person.meanwhile.${left}`);
}

/** Counted from the next hour at which somebody is there. */
export function personDue(turn: Turn): number {
  const { policy, closedDays } = turn.facts;
  const from = isOpen(policy.hours, turn.at, closedDays) ? turn.at : (opensAt(policy.hours, turn.at, closedDays) ?? turn.at);
  return workingDaysAfter(turn, policy.promises.personAnswer, from);
}

/** A promise was missed: says so at once, with a new date for the very same answer, and brings a person. */
export const promiseMissed = act((turn) => {
  const { promise } = turn.facts;
  if (promise === null) return;
  admitLate(turn);
  const dueAt = isDated(promise.kind) ? promiseAnswer(turn, promise.kind, promise.owner) : (turn.facts.personBy ?? personDue(turn));
  tellLate(turn, 'bot:late.case', promise.dueAt, dueAt);
  callPerson(turn, 'promiseLate');
});

/** The same while a person has the floor: it shows in their list, and they have the word. */
export const promiseMissedQuietly = act((turn) => {
  // To look or to ask whether it came was ours; the person who is here may do so.
  if (turn.facts.promise?.owner === 'bot') turn.settlePromise('void');
  else admitLate(turn);
});

/** The person did not come in time. */
export const personMissed = act((turn) => {
  const was = turn.facts.personBy;
  if (was === null) return;
  turn.settlePerson('late');
  const dueAt = personDue(turn);
  turn.handOff('promiseLate', true);
  turn.promisePerson(dueAt);
  tellLate(turn, 'bot:late.person', was, dueAt);
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

/** The same for what a person promised by themselves. */
export const agentMissed = act((turn) => {
  const { agentPromise } = turn.facts;
  if (agentPromise === null) return;
  admitAgentLate(turn);
  const dueAt = turn.facts.personBy ?? personDue(turn);
  tellLate(turn, 'bot:late.agent', agentPromise.dueAt, dueAt, { name: agentPromise.name });
  callPerson(turn, 'promiseLate');
});

export const agentMissedQuietly = act((turn) => admitAgentLate(turn));

/** They can't stay, or their connection is gone: back into the line, at its head, and told so. */
export function backInLine(turn: Turn, key: string): void {
  const name = turn.facts.agent?.name ?? '';
  turn.know({ agent: null });
  turn.say(key, { name });
  callPerson(turn, 'released');
}

/** In the chat, and by letter to whoever doesn't look: nobody finds out by waiting. */
function tellLate(turn: Turn, key: string, was: number, dueAt: number, p: Record<string, Param> = {}): void {
  turn.say(key, { ...p, was: by(was), by: by(dueAt) });
  turn.sendLetter('late', { was: by(was), by: by(dueAt) });
}

function admitLate(turn: Turn): void {
  turn.settlePromise('late');
  noteLate(turn);
}

function admitAgentLate(turn: Turn): void {
  turn.settleByAgent('late');
  noteLate(turn);
}

function noteLate(turn: Turn): void {
  turn.know({ log: [...turn.facts.log, { at: turn.at, what: 'late' }] });
}

const FIRST: readonly HandOffReason[] = ['urgent', 'distress', 'promiseLate', 'botError', 'released'];
const EXPLAINED: readonly HandOffReason[] = ['urgent', 'distress', 'misunderstood', 'value', 'botError', 'noOrder', 'noRemedy', 'unsure'];
/** Who is in need, or was just not understood, isn't told of more questions; the way back stays a tap away. */
const SHAKEN: readonly HandOffReason[] = ['urgent', 'distress'];
const MAY_GO_ON: readonly HandOffReason[] = ['asked', 'released'];
