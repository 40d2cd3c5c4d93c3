/** Hearing somebody out: what they told us becomes facts, and one line shows that their own facts arrived. */
import type { Problem, Remedy } from '../protocol/case.ts';
import { t } from '../protocol/words.ts';
import type { Intent, Understood } from './events.ts';
import { DISTRESSED } from './setup.ts';
import type { Turn } from './turn.ts';

/** What they are upset about, wish and know; and the topic, which is only taken from them while there is none under way. */
export function hear(turn: Turn, understood: Understood): void {
  const topic = problemOf(understood.intent);
  listen(turn, understood);
  if (topic !== null) turn.know({ problem: topic, heard: { ...turn.facts.heard, intent: understood.intent } });
}

export function listen(turn: Turn, understood: Understood): void {
  const { heard, given } = turn.facts;
  turn.know({
    heard: {
      occasion: understood.occasion ?? heard.occasion,
      days: understood.days ?? heard.days,
      wish: understood.wish ?? WISHES[understood.intent] ?? heard.wish,
      distressed: heard.distressed || understood.distress >= DISTRESSED,
      intent: heard.intent,
    },
    given: {
      order: understood.order ?? given.order,
      contact: understood.contact ?? given.contact,
      tracking: understood.tracking ?? given.tracking,
    },
    distressedTwice: heard.distressed && understood.distress >= DISTRESSED,
    checks: { ...Object.fromEntries(understood.checked.map((check) => [check, DONE[check]])), ...turn.facts.checks },
  });
}

/** Two troubles that lead down different roads, where the text does not tell which is meant. */
export function eitherOf({ between }: Understood): [Intent, Intent] | null {
  if (between === null) return null;
  const [one, other] = between.map(problemOf);
  return one !== null && other !== null && one !== other ? between : null;
}

/** Nothing in it that we could go by: it may be about something else altogether. */
export function isAboutNothing({ intent, order, tracking, contact, days, occasion, wish }: Understood): boolean {
  return intent === 'other' && [order, tracking, contact, days, occasion, wish].every((one) => one === null);
}

/** As if it had been answered by a tap. */
const DONE = { household: 'asked', safePlace: 'looked' } as const;

const WISHES: Partial<Record<Intent, Remedy>> = { wants_refund: 'refund', wants_resend: 'resend' };

/** One line with their facts and the one apology. */
export function tellHeard(turn: Turn): void {
  const { heard, problem } = turn.facts;
  const fact = t(`bot:heard.fact.${problem ?? 'other'}`);
  const weight = heard.occasion === null ? null : t(`bot:heard.occasion.${heard.occasion}`);
  const wait = heard.days === null || heard.days < 2 ? null : t('bot:heard.days', { count: heard.days });
  if (weight !== null && wait !== null) turn.say('bot:heard.weightAndWait', { fact, weight, wait });
  else if (weight !== null) turn.say('bot:heard.weight', { fact, weight });
  else if (wait !== null) turn.say('bot:heard.wait', { fact, wait });
  else turn.say('bot:heard.plain', { fact });
}

/** What a first sentence is about; null where it names no trouble. */
export function problemOf(intent: Intent): Problem | null {
  switch (intent) {
    case 'not_received_delivered':
      return 'delivered';
    case 'in_transit_late':
    case 'where_is_my_order':
      return 'in_transit';
    case 'customs_held':
      return 'customs';
    case 'lost':
      return 'lost';
    case 'missing_items':
      return 'missing';
    case 'returned':
      return 'returned';
    case 'damaged':
    case 'wrong_item':
      return 'other';
    case 'wants_refund':
    case 'wants_resend':
    case 'wants_human':
    case 'give_tracking_number':
    case 'protection_deadline':
    case 'thanks':
    case 'greeting':
    case 'other':
      return null;
  }
}
