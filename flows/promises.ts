/** Dated promises: how far off each kind is, and the whole of "a case is open, somebody does something, by then". */
import type { CaseStage, Problem } from '../protocol/case.ts';
import type { Words } from '../protocol/words.ts';
import { caseCard } from './cards/case-card.ts';
import { parcelCard } from './cards/parcel-card.ts';
import { businessDaysAfter, DAY, HOUR, sameDayAt } from './dates.ts';
import { expectedBy, parcelFlags, protectionEnd, protectionEndsSoon } from './deadlines.ts';
import type { PromiseKind, PromiseOwner } from './effects.ts';
import { leavesBy } from './leaving.ts';
import type { Turn } from './turn.ts';

type Dated = Exclude<PromiseKind, 'deliveryCheck' | 'agentPromise'>;

/** Owed by somebody after so many days of the policy; the bot's own look and an agent's promise have dates of their own. */
export function isDated(kind: PromiseKind): kind is Dated {
  return kind !== 'deliveryCheck' && kind !== 'agentPromise';
}

/** Opens the case or moves it, promises an answer, and shows the stub to keep. `key` is told with `{{number}}` and `{{by}}`. */
export function startInquiry(turn: Turn, problem: Problem, stage: CaseStage, kind: Dated, owner: PromiseOwner, key: string): void {
  const isNew = turn.facts.case === null;
  turn.openCase(problem, stage);
  const dueAt = promiseAnswer(turn, kind, owner);
  turn.say(key, { number: caseWords(turn), by: by(dueAt) });
  if (isNew) tellOfMail(turn);
  showCase(turn);
}

/** Once, as the case is opened: they need not keep looking here. */
export function tellOfMail(turn: Turn): void {
  if (turn.mailed) turn.say('bot:caseByMail');
}

/** Promises an answer after the policy's days, at its hour. */
export function promiseAnswer(turn: Turn, kind: Dated, owner: PromiseOwner): number {
  return turn.promise(kind, owner, answerDue(turn, kind));
}

export function answerDue(turn: Turn, kind: Dated): number {
  return workingDaysAfter(turn, turn.facts.policy.promises[kind]);
}

/** So many working days of the shop after `from`, at the hour of its promises. */
export function workingDaysAfter({ facts: { policy, tz, closedDays }, at }: Turn, days: number, from: number = at): number {
  return businessDaysAfter(from, days, tz, policy.promises.hour, closedDays);
}

/** The bot's own promise: to look again, and to write whatever it finds. */
export function bookCheck(turn: Turn, wanted: number = checkDue(turn)): number {
  return turn.promise('deliveryCheck', 'bot', beforeProtectionEnds(turn, wanted));
}

/** Before somebody else's deadline, by as many days as the store warns before one; where that is over, within a day. */
export function inGoodTime(turn: Turn, deadline: number): number {
  return Math.max(deadline - turn.facts.policy.protectionWarnDays * DAY, Math.min(turn.at + DAY, deadline), turn.at + HOUR);
}

/** The first business day after it should be there, or should have left; where that is over, the policy's days of a trace. */
function checkDue(turn: Turn): number {
  const { parcel, order, policy } = turn.facts;
  const expected = leavesBy(turn.facts) ?? (parcel === null ? null : expectedBy(parcel, order, policy));
  return expected !== null && expected > turn.at
    ? workingDaysAfter(turn, 1, expected)
    : workingDaysAfter(turn, policy.promises.traceAnswer);
}

// Waiting for us must not cost the shopper their protection, so we look before its warning days begin.
function beforeProtectionEnds(turn: Turn, dueAt: number): number {
  const { policy, tz } = turn.facts;
  const endsAt = protectionOf(turn);
  if (endsAt === null) return dueAt;
  const limit = sameDayAt(endsAt - policy.protectionWarnDays * DAY, tz, policy.promises.hour);
  return limit > turn.at && limit < dueAt ? limit : dueAt;
}

export function protectionOf(turn: Turn): number | null {
  const { order, policy } = turn.facts;
  return order === null ? null : protectionEnd(order, policy);
}

/** One plain sentence when the protection is about to end; the cards show it in any case. */
export function warnOfProtection(turn: Turn): void {
  const endsAt = protectionOf(turn);
  if (endsAt === null || endsAt <= turn.at || !protectionEndsSoon(endsAt, turn.facts.policy, turn.at)) return;
  turn.say('bot:protection.now', { date: { $date: endsAt, as: 'day' } });
}

export function showCase(turn: Turn): void {
  const { case: opened, promise, tz, policy } = turn.facts;
  if (opened === null) return;
  turn.show(caseCard({ case: opened, promise, protection: protectionOf(turn), tz }, policy, turn.at));
}

export function showParcel(turn: Turn): void {
  const { parcel, order, policy } = turn.facts;
  if (parcel === null) return;
  turn.show(parcelCard(parcel, parcelFlags(parcel, order, policy, turn.at), protectionOf(turn), policy, turn.at));
}

export function caseWords(turn: Turn): Words {
  return { $code: turn.facts.case?.number ?? '' };
}

export function by(dueAt: number): Words {
  return { $date: dueAt, as: 'dayTime' };
}

export function onDay(at: number): Words {
  return { $date: at, as: 'day' };
}
