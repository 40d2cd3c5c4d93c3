/**
 * Several troubles with one order. One is spoken of; the others go on beside it with their own dates, and come back when
 * they are asked for, answered or due. All of them stand in one case and one log.
 */
import type { Finding, Problem } from '../protocol/case.ts';
import type { Beside, FlowContext } from './context.ts';
import { keeps } from './findings.ts';
import { by } from './promises.ts';
import type { Turn } from './turn.ts';

/** Something is owed for what is spoken of, or somebody is at work on it: it is not dropped for another trouble. */
export function isUnderWay({ case: opened, promise, parcel }: FlowContext): boolean {
  return promise !== null || (opened !== null && opened.parcel === (parcel?.number ?? null) && !BEFORE.includes(opened.stage));
}

/** What is spoken of goes on by itself; nothing of it is asked again when it comes back. */
export function setAside(turn: Turn): void {
  const { problem, promise, remedy, remedyUntil, checks, missing, evidence, case: opened, parcel, besides } = turn.facts;
  const number = parcel?.number ?? null;
  const stage = opened !== null && opened.parcel === number ? opened.stage : null;
  // Once for each trouble of each parcel: what it was owed before has been taken up by what it is owed now.
  const before = besides.find((one) => one.problem === problem && one.parcel === number);
  if (before?.promise) turn.settleBeside(before.promise.kind, 'void');
  turn.putPromiseAside();
  turn.know({
    besides: [
      ...turn.facts.besides.filter((one) => one.problem !== problem || one.parcel !== number),
      { problem, promise, remedy, remedyUntil, checks, missing, evidence, parcel: number, stage },
    ],
    remedy: null,
    remedyUntil: null,
    missing: [],
    evidence: {},
  });
}

/** Speaks of `one` again; what was spoken of takes its place beside. */
export function bringForward(turn: Turn, one: Beside): void {
  if (isUnderWay(turn.facts)) setAside(turn);
  const { parcel: number, stage, promise, ...facts } = one;
  const { parcels, parcel, given, besides } = turn.facts;
  turn.know({
    ...facts,
    besides: besides.filter((other) => other !== one),
    parcel: number === null || number === parcel?.number ? parcel : (parcels[number] ?? null),
    given: { ...given, tracking: number ?? given.tracking },
  });
  if (promise !== null) turn.takePromiseBack(promise);
  if (stage !== null) turn.turnCase(one.problem ?? 'other', stage, number);
}

/** A second trouble: the first stays as it is, with its date. */
export function takeUpSecond(turn: Turn, problem: Problem): void {
  const { promise, case: opened } = turn.facts;
  if (promise !== null) turn.say('bot:second.taken', { by: by(promise.dueAt) });
  else turn.say('bot:second.takenUndated');
  setAside(turn);
  turn.know({ problem });
  if (opened === null) return;
  turn.know({ case: { ...opened, problem, parcel: turn.facts.parcel?.number ?? null } });
  note(turn, ALSO[problem] ?? 'alsoOther');
}

/** Something else is the matter than was thought at first. */
export function changeProblem(turn: Turn, problem: Problem): void {
  const { case: opened } = turn.facts;
  turn.say('bot:second.changed');
  turn.know({ problem });
  if (opened === null) return;
  turn.know({ case: { ...opened, problem } });
  note(turn, 'changed');
}

/** The trouble beside that an answer is about; null where it is about the one spoken of. */
export function besideOf({ promise, besides }: FlowContext, finding: Finding): Beside | null {
  if (promise !== null && keeps(finding, promise.kind)) return null;
  return besides.find((one) => one.promise !== null && keeps(finding, one.promise.kind)) ?? null;
}

export function besideWith({ besides }: FlowContext, kind: string): Beside | null {
  return besides.find(({ promise }) => promise?.kind === kind) ?? null;
}

function note(turn: Turn, what: FlowContext['log'][number]['what']): void {
  turn.know({ log: [...turn.facts.log, { at: turn.at, what }] });
}

const BEFORE = ['reported', 'photos', 'choice'];
const ALSO: Partial<Record<Problem, 'alsoMissing' | 'alsoOther' | 'alsoDelivered'>> = {
  missing: 'alsoMissing',
  delivered: 'alsoDelivered',
  other: 'alsoOther',
};
