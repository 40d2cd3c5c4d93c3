/** How a claim stands at a moment: whose turn it is, until when, and what may be done now. */
import { businessDaysAfter, DAY } from '../../flows/dates.ts';
import type { ClaimClock, ClaimLine, ClaimTry } from '../../protocol/claim.ts';
import { LINES } from './lines.ts';

/** The platform answers by the end of its working day. */
const OFFICE_CLOSES = 18;

export interface Standing {
  used: number;
  clock: ClaimClock | null;
  may: { file: boolean; answer: boolean; appeal: boolean };
}

/** `line`: where the next one would be filed. */
export function standingOf(tries: readonly ClaimTry[], line: ClaimLine, now: number): Standing {
  const last = tries.at(-1);
  const used = tries.filter((one) => one.line === line).length;
  const isLeft = used < LINES[line].mostTries;
  const waits = last !== undefined && isWaiting(last);
  const clock = last ? clockOf(last, now) : null;
  return {
    used,
    clock,
    may: {
      file: isLeft && !waits && !(last && isWon(last)),
      answer: waits,
      appeal: last !== undefined && clock !== null && mayAppeal(last, now),
    },
  };
}

/** What runs for one complaint; null once it is settled, or where nobody has to do anything more. */
export function clockOf(one: ClaimTry, now: number): ClaimClock | null {
  const { clocks } = LINES[one.line];
  if (isWon(one) || one.appeal?.answer) return null;
  if (clocks === null) return one.answer ? null : { what: 'answer', dueAt: null, over: false };
  if (one.appeal) return running('decision', decisionDueAt(one.appeal.at, clocks.decisionWorkingDays), now);
  const answerBy = one.at + clocks.answerDays * DAY;
  if (!one.answer && now <= answerBy) return running('answer', answerBy, now);
  // No answer in time is no agreement either: from then on an appeal is open.
  const from = one.answer && one.answer.outcome !== 'none' ? one.answer.at : answerBy;
  return running('appeal', from + clocks.appealDays * DAY, now);
}

function running(what: ClaimClock['what'], dueAt: number, now: number): ClaimClock {
  return { what, dueAt, over: now > dueAt };
}

/** China has no summer time, and its working days are our Monday to Friday; at a holiday it takes longer, which is no harm to us. */
function decisionDueAt(at: number, workingDays: number): number {
  return businessDaysAfter(at, workingDays, 'Asia/Shanghai', OFFICE_CLOSES);
}

function isWaiting({ answer, appeal }: ClaimTry): boolean {
  return appeal ? appeal.answer === null : answer === null;
}

function isWon({ answer, appeal }: ClaimTry): boolean {
  return answer?.outcome === 'accepted' || appeal?.answer?.outcome === 'accepted';
}

function mayAppeal(one: ClaimTry, now: number): boolean {
  const clock = clockOf(one, now);
  return one.appeal === null && clock?.what === 'appeal' && !clock.over;
}
