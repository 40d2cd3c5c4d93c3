/** It is settled: the promise is kept, the case closed, and what happened is told day by day. */
import { recapCard } from '../cards/recap-card.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';

export const solved = act((turn) => {
  turn.say('bot:solved.glad');
  closeCase(turn, 'solved');
});

export function closeCase(turn: Turn, outcome: 'solved' | 'unsolved'): void {
  const { case: opened, log, tz } = turn.facts;
  turn.settlePromise(outcome === 'solved' ? 'kept' : 'void');
  turn.settlePerson(outcome === 'solved' ? 'kept' : 'void');
  turn.know({ handOff: null });
  if (opened === null) return;
  turn.show(recapCard(opened.number, log, outcome, tz, turn.at));
  turn.closeCase(outcome);
}
