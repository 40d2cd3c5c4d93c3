/** The buyer protection: told when asked, counted down before it ends, and moved where the platform shows a new date. */
import { daysToTell, protectionOfCase } from '../countdown.ts';
import { onDay, protectionOf } from '../promises.ts';
import { rightsFor } from '../rights.ts';
import { act, actOn } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** Asked for: until when, how a dispute is opened, and what stands beside it by law. */
export function sayProtection(turn: Turn): void {
  const endsAt = protectionOf(turn) ?? protectionOfCase(turn.facts);
  if (endsAt === null) turn.say('bot:protection.unknown');
  else turn.say(endsAt <= turn.at ? 'bot:protection.ended' : 'bot:protection.until', { date: onDay(endsAt) });
  turn.say('bot:protection.how');
  turn.say(rightsFor(turn.facts));
}

export const tellProtection = act(sayProtection);

export const remind = act((turn) =>
  countDown(turn, (count, date) => {
    if (count > turn.facts.policy.protectionWarnDays) return turn.say('bot:protection.left', { count, date });
    turn.say('bot:protection.leftNow', { count, date });
    turn.say('bot:protection.how');
  }),
);

/** Somebody has the floor: they see it, and they have the word. */
export const remindQuietly = act((turn) => countDown(turn, (count, date) => turn.line('line:protection', { count, date }, 'shield')));

export const extended = actOn('agent.extendedProtection', (turn, { until }) => {
  extend(turn, until);
  turn.say('bot:protection.extended', { date: onDay(until) });
});

export const extendedQuietly = actOn('agent.extendedProtection', (turn, { until }) => {
  extend(turn, until);
  turn.line('line:protectionExtended', { date: onDay(until) }, 'shield');
});

function countDown(turn: Turn, tell: (count: number, date: ReturnType<typeof onDay>) => void): void {
  const count = daysToTell(turn.facts, turn.at);
  const endsAt = protectionOfCase(turn.facts);
  if (count !== null && endsAt !== null) {
    tell(count, onDay(endsAt));
    turn.know({ protectionTold: count });
  }
  turn.countProtection();
}

function extend(turn: Turn, until: number): void {
  const { order, case: opened } = turn.facts;
  turn.know({ protectedUntil: until, protectionTold: null });
  // After a fresh start the talk may be about another order than the case is.
  const isOfCase = opened?.parcel == null || (order?.parcels.some(({ number }) => number === opened.parcel) ?? false);
  if (order !== null && isOfCase) turn.know({ order: { ...order, protectedUntil: until } });
  turn.countProtection();
}
