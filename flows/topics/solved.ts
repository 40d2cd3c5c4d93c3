/** It is settled: the promise is kept, the case closed, and what happened is told day by day. */
import { recapCard } from '../cards/recap-card.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

export const solved = act((turn) => {
  turn.say('bot:solved.glad');
  closeCase(turn, 'solved');
});

/** A person says that it is over. */
export const closedByPerson = actOn('agent.closed', (turn, { outcome, agent }) => {
  turn.know({ agent: null, askedAgain: null });
  if (turn.facts.case === null) turn.line('line:closedTalk', { name: agent.name }, 'check');
  else turn.line('line:closedByPerson', {}, 'check');
  closeCase(turn, outcome);
});

export function closeCase(turn: Turn, outcome: 'solved' | 'unsolved'): void {
  const { case: opened, log, tz } = turn.facts;
  turn.settlePromise(outcome === 'solved' ? 'kept' : 'void');
  settleBesides(turn, outcome);
  turn.settlePerson(outcome === 'solved' ? 'kept' : 'void');
  turn.settleByAgent(outcome === 'solved' ? 'kept' : 'void');
  turn.know({ handOff: null });
  if (opened === null) return;
  turn.show(recapCard(opened.number, log, outcome, tz, turn.at));
  turn.closeCase(outcome);
  turn.sendLetter('closed');
}

/** Closed as a whole: what was owed beside is settled with it. */
function settleBesides(turn: Turn, outcome: 'solved' | 'unsolved'): void {
  for (const { promise } of turn.facts.besides) {
    if (promise !== null) turn.settleBeside(promise.kind, outcome === 'solved' ? 'kept' : 'void');
  }
  turn.know({ besides: [] });
}
