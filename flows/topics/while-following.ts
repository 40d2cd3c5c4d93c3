/** What may be asked for while a case goes on or a look again is booked. */
import type { FlowContext } from '../context.ts';

export function choicesWhileFollowing(context: FlowContext): string[] {
  if (context.problem !== 'missing') return ['whereNow', 'turnedUp', 'howDispute', 'done'];
  if (awaitsPaper(context)) return ['havePaper', 'printLetter', 'whyPostOffice', 'canFaster', 'howDispute', 'done'];
  return ['whyAll', 'whyPostOffice', 'canFaster', 'howDispute', 'done'];
}

/** It left complete, and the paper that the carrier wants has not come yet. */
export function awaitsPaper({ case: opened, problem, log, evidence }: FlowContext): boolean {
  const isMissing = problem === 'missing' && opened?.problem === 'missing';
  return isMissing && log.some(({ what }) => what === 'packed') && evidence.certificate?.state !== 'done';
}
