/** On its way back, or back already: why, and what the shopper wants instead. */
import { exceptionReason } from '../cards/parcel-card.ts';
import { showCase, warnOfProtection } from '../promises.ts';
import { act } from '../turn.ts';
import type { Turn } from '../turn.ts';
import { openChoice } from './resolution.ts';

export const tellReturning = act((turn) => tell(turn, 'bot:returned.returning'));

export const tellReturned = act((turn) => tell(turn, 'bot:returned.returned'));

function tell(turn: Turn, key: string): void {
  turn.know({ problem: 'returned' });
  turn.say(key);
  const why = turn.facts.parcel === null ? 'other' : exceptionReason(turn.facts.parcel);
  if (why === 'refused' || why === 'address') turn.say(`bot:returned.why.${why}`);
  openChoice(turn, 'returned');
  showCase(turn);
  warnOfProtection(turn);
}
