/** What follows from concepts by plain sense. Rules know no language, and speak where the models have seen too little. */
import { INTENTS, type Intent } from '../../flows/events.ts';
import type { Seen } from './concept-book.ts';
import type { Concept } from './concepts.ts';

interface Rule {
  intent: Intent;
  /** All of these, … */
  all: readonly Concept[];
  /** … at least one of these, where any are named, … */
  any?: readonly Concept[];
  /** … and none of these. */
  none?: readonly Concept[];
  points: number;
}

const COME_ALREADY = ['missing', 'only_part', 'empty_box', 'broken', 'wrong'] as const;

const RULES: readonly Rule[] = [
  { intent: 'not_received_delivered', all: ['delivered', 'not_received'], none: COME_ALREADY, points: 2 },
  { intent: 'not_received_delivered', all: ['delivered', 'says'], none: [...COME_ALREADY, 'customs'], points: 2 },
  { intent: 'not_received_delivered', all: ['says', 'not_received'], any: ['delivered', 'signed', 'elsewhere'], points: 1 },
  { intent: 'not_received_delivered', all: ['elsewhere'], none: ['change', 'account'], points: 2 },
  { intent: 'not_received_delivered', all: ['stolen'], points: 2 },
  { intent: 'not_received_delivered', all: ['signed'], points: 2 },
  { intent: 'customs_held', all: ['customs'], points: 3 },
  { intent: 'customs_held', all: ['duty'], points: 2.5 },
  { intent: 'customs_held', all: ['held'], points: 1.5 },
  { intent: 'customs_held', all: ['papers'], points: 1.5 },
  { intent: 'lost', all: ['lost'], none: ['account'], points: 2.5 },
  { intent: 'missing_items', all: ['missing'], points: 2 },
  { intent: 'missing_items', all: ['only_part'], points: 2.5 },
  { intent: 'missing_items', all: ['empty_box'], points: 3 },
  { intent: 'missing_items', all: ['missing', 'inside'], points: 1 },
  { intent: 'damaged', all: ['broken'], none: ['account'], points: 3 },
  { intent: 'wrong_item', all: ['wrong'], points: 3 },
  { intent: 'returned', all: ['returned'], none: ['return_rules'], points: 3 },
  { intent: 'in_transit_late', all: ['no_movement'], points: 2.5 },
  { intent: 'in_transit_late', all: ['late'], points: 2 },
  { intent: 'in_transit_late', all: ['waiting'], points: 1.5 },
  { intent: 'in_transit_late', all: ['in_transit'], points: 1 },
  { intent: 'in_transit_late', all: ['when'], points: 1 },
  { intent: 'in_transit_late', all: ['not_received', 'waiting'], points: 1 },
  { intent: 'where_is_my_order', all: ['where'], points: 2 },
  { intent: 'where_is_my_order', all: ['not_received'], none: ['delivered', 'waiting', 'late', ...COME_ALREADY], points: 1.5 },
  { intent: 'wants_refund', all: ['refund'], points: 2 },
  { intent: 'wants_resend', all: ['resend'], points: 2 },
  { intent: 'wants_human', all: ['human'], points: 3 },
  { intent: 'give_tracking_number', all: ['number'], points: 1 },
  { intent: 'protection_deadline', all: ['protection'], points: 2.5 },
  { intent: 'protection_deadline', all: ['protection', 'time_left'], points: 1 },
  { intent: 'thanks', all: ['thanks'], points: 1 },
  { intent: 'greeting', all: ['greeting'], points: 0.7 },
  { intent: 'other', all: ['shop'], points: 1.5 },
  { intent: 'other', all: ['account'], points: 2 },
  { intent: 'other', all: ['change'], points: 1.5 },
  { intent: 'other', all: ['return_rules'], points: 1.5 },
  { intent: 'other', all: ['chat'], points: 2 },
];

/** Where nothing speaks: a line that no rule knows is most likely about something else. */
const OTHERWISE = 1;

/** Shares of each of `INTENTS`, together 1. */
export function byRules({ concepts, marks }: Seen): Float64Array {
  const points = new Float64Array(INTENTS.length);
  const add = (intent: Intent, more: number) => {
    const at = INTENTS.indexOf(intent);
    points[at] = (points[at] ?? 0) + more;
  };
  add('other', OTHERWISE);
  if (marks.has('@tracking')) add('give_tracking_number', 2);
  if (marks.has('@undelivered')) add('in_transit_late', 1.5);
  for (const { intent, all, any, none, points: more } of RULES) {
    if (!all.every((one) => concepts.has(one))) continue;
    if (any && !any.some((one) => concepts.has(one))) continue;
    if (none?.some((one) => concepts.has(one))) continue;
    add(intent, more);
  }
  let sum = 0;
  for (let k = 0; k < points.length; k++) sum += points[k] = Math.exp(1.3 * (points[k] ?? 0));
  for (let k = 0; k < points.length; k++) points[k] = (points[k] ?? 0) / sum;
  return points;
}
