/** What somebody wants, from the phrases found; words come from the language, the weighing is the same for all. */
import { INTENTS, type Intent } from '../../flows/events.ts';
import type { Remedy } from '../../protocol/case.ts';
import type { LanguageWords } from './data.ts';
import { fold, tokens } from './fold.ts';
import { createPhraseBook } from './phrases.ts';

export interface Guess {
  intent: Intent;
  alternatives: Intent[];
  wish: Remedy | null;
  /** Of the best intent; 0 where nothing was understood. */
  score: number;
}

/** The score of one clear phrase. */
export const SURE = 3;
const MAYBE = 1;

/** Troubles come before wishes, wishes before questions, all before courtesies; earlier wins a tie. */
const RANK: readonly Intent[] = [
  'wants_human',
  'not_received_delivered',
  'missing_items',
  'wrong_item',
  'damaged',
  'customs_held',
  'returned',
  'lost',
  'in_transit_late',
  'where_is_my_order',
  'protection_deadline',
  'wants_refund',
  'wants_resend',
  'give_tracking_number',
  'thanks',
  'greeting',
];
const COURTESIES: readonly Intent[] = ['thanks', 'greeting'];
const WISHES: readonly Intent[] = ['wants_refund', 'wants_resend'];
/** Everybody in trouble says "where is it" and "how long": a clear word about what happened weighs more. */
const VAGUE: readonly Intent[] = ['in_transit_late', 'where_is_my_order', 'protection_deadline'];

export function createIntent(words: LanguageWords): (said: readonly string[]) => Guess {
  const book = createPhraseBook(
    INTENTS.flatMap((intent) => {
      const { sure = [], maybe = [], never = [] } = words.intents[intent] ?? {};
      const entry = (weight: number) => (phrase: string) => ({ phrase, value: { intent, weight } });
      return [...sure.map(entry(SURE)), ...maybe.map(entry(MAYBE)), ...never.map(entry(-100))];
    }),
  );
  const negations = new Set(words.negations.map((word) => tokens(fold(word)).join(' ')));

  return (said) => {
    const scores = new Map<Intent, number>();
    for (const { value, at } of book.find(said)) {
      if (WISHES.includes(value.intent) && isNegated(said, at, negations)) continue;
      scores.set(value.intent, (scores.get(value.intent) ?? 0) + value.weight);
    }
    const heard = RANK.filter((intent) => (scores.get(intent) ?? 0) > 0);
    const score = (intent: Intent) => scores.get(intent) ?? 0;
    const best = pick(heard, score);
    if (best === null) return { intent: 'other', alternatives: [], wish: null, score: 0 };
    const alternatives = heard
      .filter((intent) => intent !== best && !COURTESIES.includes(intent) && score(intent) * 3 >= score(best))
      .sort((a, b) => score(b) - score(a))
      .slice(0, 3);
    return { intent: best, alternatives, wish: wishOf(score), score: score(best) };
  };
}

function pick(heard: readonly Intent[], score: (intent: Intent) => number): Intent | null {
  // Who asks for a person gets one, whatever else the message tells.
  if (score('wants_human') >= SURE) return 'wants_human';
  const matter = heard.filter((intent) => !COURTESIES.includes(intent));
  const trouble = matter.filter((intent) => !WISHES.includes(intent));
  // "I want my money back, it never came": the wish is kept beside the trouble.
  const plain = trouble.filter((intent) => !VAGUE.includes(intent) && score(intent) >= SURE);
  const deadline = score('protection_deadline') >= SURE ? (['protection_deadline'] as const) : [];
  const pool = [plain, deadline, trouble, matter, heard].find((some) => some.length > 0) ?? [];
  return pool.reduce<Intent | null>((best, intent) => (best === null || score(intent) > score(best) ? intent : best), null);
}

function wishOf(score: (intent: Intent) => number): Remedy | null {
  const [refund, resend] = [score('wants_refund'), score('wants_resend')];
  if (refund <= 0 && resend <= 0) return null;
  // "A refund or a new one": no choice yet.
  return refund === resend ? null : refund > resend ? 'refund' : 'resend';
}

function isNegated(said: readonly string[], at: number, negations: ReadonlySet<string>): boolean {
  return said
    .slice(Math.max(0, at - 3), at)
    .some((word, i, before) => negations.has(word) || negations.has(before.slice(i, i + 2).join(' ')));
}
