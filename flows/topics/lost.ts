/** Lost: said only when the carrier says so, or the store's own rule. The shopper then chooses what happens. */
import { showCase, warnOfProtection } from '../promises.ts';
import { act } from '../turn.ts';
import { openChoice } from './resolution.ts';

export const tellLost = act((turn) => {
  const { parcel, policy } = turn.facts;
  turn.know({ problem: 'lost' });
  if (parcel?.state === 'lost') turn.say('bot:lost.carrier');
  else turn.say('bot:lost.policy', { count: policy.lostAfterDays ?? 0 });
  openChoice(turn, 'lost');
  showCase(turn);
  turn.sendLetter('lost');
  warnOfProtection(turn);
});
