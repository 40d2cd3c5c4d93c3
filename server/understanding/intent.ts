/** What somebody wants: rules over concepts and two models, averaged. None of them alone is as good, since each errs elsewhere. */
import { INTENTS, type Intent } from '../../flows/events.ts';
import type { Remedy } from '../../protocol/case.ts';
import { namesIn, type Seen } from './concept-book.ts';
import type { Concept } from './concepts.ts';
import { characterPieces, wordPieces } from './features.ts';
import type { Models } from './models.ts';
import { byRules } from './rules.ts';
import { predict } from './softmax.ts';

export interface Guess {
  intent: Intent;
  /** The next best, worth offering; the most likely first. */
  alternatives: Intent[];
  wish: Remedy | null;
  /** How likely `intent` is meant, 0 to 1. */
  score: number;
  /** The two that are too close to tell apart, or null. */
  between: [Intent, Intent] | null;
}

/** How much each voice counts. */
export const VOICES = { characters: 0.46, words: 0.44, rules: 0.1 } as const;
/** A little more is asked of a road than of none: to be led astray is worse than to be asked again. */
const DOUBT = 0.03;
/** Less likely than this, and with no concept to hold on to: something else. */
const UNLIKELY = 0.35;
/** The best two this near to each other: ask. */
const NEAR = 0.12;
const WORTH_OFFERING = 0.12;

const COURTESIES: readonly Intent[] = ['thanks', 'greeting', 'other'];

/** Shares of each of `INTENTS`, together about 1. */
export function shares(seen: Seen, models: Pick<Models, 'characters' | 'words'>): Float64Array {
  const all = new Float64Array(INTENTS.length);
  const add = (voice: Float64Array, weight: number) => {
    for (let k = 0; k < all.length; k++) all[k] = (all[k] ?? 0) + weight * (voice[k] ?? 0);
  };
  add(predict(models.characters, characterPieces(seen.said)), VOICES.characters);
  add(predict(models.words, wordPieces(seen.said, namesIn(seen))), VOICES.words);
  add(byRules(seen), VOICES.rules);
  const other = INTENTS.indexOf('other');
  all[other] = (all[other] ?? 0) + DOUBT;
  return all;
}

export function createIntent(models: Pick<Models, 'characters' | 'words'>): (seen: Seen) => Guess {
  return (seen) => {
    const all = shares(seen, models);
    const ranked = INTENTS.map((intent, k) => ({ intent, share: all[k] ?? 0 })).sort((a, b) => b.share - a.share);
    const first = ranked[weightiest(ranked, seen)];
    const second = ranked.find((one) => one !== first);
    if (!first || !second) throw new Error('there are no intents');
    const isUnknown = seen.concepts.size === 0 && !seen.marks.has('@tracking') && first.share < UNLIKELY;
    const intent = isUnknown ? 'other' : first.intent;
    const rest = ranked.filter((one) => one.intent !== intent && !COURTESIES.includes(one.intent));
    return {
      intent,
      alternatives: rest
        .filter(({ share }) => share >= WORTH_OFFERING)
        .slice(0, 3)
        .map((one) => one.intent),
      wish: wishOf(seen),
      score: isUnknown ? 1 - first.share : first.share,
      between:
        !isUnknown &&
        Math.abs(first.share - second.share) < NEAR &&
        !COURTESIES.includes(first.intent) &&
        !COURTESIES.includes(second.intent)
          ? [first.intent, second.intent]
          : null,
    };
  };
}

const WISHES: readonly Intent[] = ['wants_refund', 'wants_resend'];
/** What happened, rather than what is wanted or asked; and the concepts that tell it plainly. */
const PLAIN: Partial<Record<Intent, readonly Concept[]>> = {
  not_received_delivered: ['delivered', 'signed', 'elsewhere', 'stolen'],
  customs_held: ['customs', 'duty', 'held'],
  lost: ['lost'],
  missing_items: ['missing', 'only_part', 'empty_box'],
  damaged: ['broken'],
  wrong_item: ['wrong'],
  returned: ['returned'],
  in_transit_late: ['late', 'no_movement', 'waiting'],
};

/** Place of the one to go by. Who asks for a person gets one; a wish is kept beside the trouble that it comes from. */
function weightiest(ranked: readonly { intent: Intent; share: number }[], { concepts }: Seen): number {
  const [first] = ranked;
  const place = (fits: (intent: Intent) => boolean, least: number) =>
    Math.max(
      0,
      ranked.findIndex(({ intent, share }) => share >= least && fits(intent)),
    );
  if (first === undefined) return 0;
  const isPlain = (intent: Intent) => PLAIN[intent]?.some((concept) => concepts.has(concept)) ?? false;
  if (concepts.has('human') && PLAIN[first.intent]) return place((intent) => intent === 'wants_human', WANTED);
  if (WISHES.includes(first.intent)) return place(isPlain, MEANT);
  return 0;
}

/** From here on a person who is named is one who is wanted, and a trouble beside a wish is what it is about. */
const WANTED = 0.25;
const MEANT = 0.35;

/** "A refund or a new one" is no choice yet; "no refund" was never one. */
function wishOf({ concepts }: Seen): Remedy | null {
  const [refund, resend] = [concepts.has('refund'), concepts.has('resend')];
  return refund === resend ? null : refund ? 'refund' : 'resend';
}
