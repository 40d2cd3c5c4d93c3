/** A case without a date gets a new one: the finding's own, or the answer that is owed now. */
import { lastFinding } from '../findings.ts';
import { callPerson } from '../handover.ts';
import { bookCheck, by, promiseAnswer, showCase } from '../promises.ts';
import { hasNumber } from '../steps.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { sayFound, saySent } from './findings.ts';

/** Given back by a person, or after a promise that was missed: nobody waits without a date. */
export const renewPromise = act((turn) => {
  if (turn.facts.case === null && !hasNumber(turn.facts)) return callPerson(turn, 'unsure');
  if (turn.facts.case === null) return turn.say('bot:following.check', { by: by(bookCheck(turn)) });
  if (!followsFinding(turn)) renewAnswer(turn);
  showCase(turn);
});

/** A person has entered it while they had the floor: its next date is told now. */
function followsFinding(turn: Turn): boolean {
  const { case: opened, log, remedy } = turn.facts;
  const last = lastFinding(log);
  if (last === 'found' && opened?.stage === 'answer') sayFound(turn);
  else if (last === 'sent' && opened?.stage === 'moving' && remedy !== null) saySent(turn);
  else return false;
  return true;
}

function renewAnswer(turn: Turn): void {
  const { case: opened, remedy } = turn.facts;
  const kind = opened?.stage === 'warehouse' ? 'warehouseAnswer' : remedy === null ? 'carrierAnswer' : 'remedyDone';
  const dueAt = promiseAnswer(turn, kind, 'store');
  turn.say('bot:following.renewed', { by: by(dueAt) });
}
