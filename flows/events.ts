/**
 * What may happen to a conversation. Shoppers, agents, timers, results of effects and webhooks all come in as one of
 * these. `at` is the server's clock (epoch ms); `fresh` is a random case number to use if this step opens a case: so
 * the step stays pure.
 */
import type { CantReason, EvidenceItem, Finding, Problem, Remedy } from '../protocol/case.ts';
import type { Order } from '../protocol/order.ts';
import type { Parcel } from '../protocol/parcel.ts';
import type { PhotoHint } from '../protocol/photo.ts';
import type { PromiseKind } from './effects.ts';

export type Stamp = {
  at: number;
  fresh: string;
  /** The people's side at this moment: the name of one who is free, or null where nobody is. Absent: not known. */
  free?: string | null;
  /** What is written here reaches the shopper by e-mail too, when they are away: an address is known, and mail works. */
  mailed?: boolean;
};

export type FlowEvent = Stamp & (ShopperEvent | AgentEvent | ResultEvent | PageEvent | TimerEvent);

export type ShopperEvent =
  | { type: 'shopper.said'; text: string; understood: Understood }
  /** `choice` is an id of the current prompt's choices. */
  | { type: 'shopper.chose'; choice: string }
  | { type: 'shopper.gaveOrder'; number: string; contact: string }
  /** `doubtful`: its check digit doesn't fit. */
  | { type: 'shopper.gaveTracking'; tracking: string; doubtful: boolean }
  | { type: 'shopper.pickedItems'; items: { id: string; count: number }[] }
  /** `twin`: the photo that it is nearly the same as. `barcode`: the number that was read off a label. `seenBefore`: in an earlier case of the shop; for people's eyes alone. */
  | {
      type: 'shopper.addedPhoto';
      item: EvidenceItem | 'loose';
      slot: string;
      photoId: string;
      hints?: PhotoHint[];
      twin?: string;
      barcode?: string;
      seenBefore?: true;
    }
  /** In spite of its hints. */
  | { type: 'shopper.keptPhoto'; photoId: string }
  | { type: 'shopper.removedPhoto'; photoId: string }
  | { type: 'shopper.finishedEvidence' }
  | { type: 'shopper.cantProvide'; reason: CantReason }
  | { type: 'shopper.choseRemedy'; remedy: Remedy }
  | { type: 'shopper.rated'; score: number; comment?: string }
  | { type: 'shopper.wantsPerson' }
  | { type: 'shopper.startedOver' }
  | { type: 'shopper.ended' };

export type AgentEvent =
  | { type: 'agent.took'; agent: Person }
  | { type: 'agent.said' }
  | { type: 'agent.gaveBack'; step: string; agent: Person }
  | { type: 'agent.askedAgain'; item: EvidenceItem; reason: string; agent: Person }
  | { type: 'agent.transferred'; agent: Person; to: Person }
  /** Back to the queue, by themselves. */
  | { type: 'agent.released'; agent: Person }
  /** Back to the queue, because their connection has been gone for too long. */
  | { type: 'agent.timedOut'; agent: Person }
  /** `video`: where the shopper can see what the warehouse saw; an https address. */
  | { type: 'agent.recorded'; finding: Finding; agent: Person; video?: string }
  /** The platform shows a new end of the buyer protection. */
  | { type: 'agent.extendedProtection'; until: number; agent: Person }
  /** `asked`: what the shopper chose. */
  | { type: 'agent.settledRemedy'; remedy: Remedy; asked: Remedy | 'either'; agent: Person }
  /** What was promised stands in the message that comes with it. */
  | { type: 'agent.promised'; dueAt: number; what: string; agent: Person }
  | { type: 'agent.settledPromise'; kind: PromiseKind; state: 'kept' | 'void'; agent: Person }
  | { type: 'agent.closed'; outcome: 'solved' | 'unsolved'; agent: Person }
  | { type: 'agent.reopened'; agent: Person };

export interface Person {
  id: string;
  name: string;
}

/** Results of effects, and news that nobody asked for. */
export type ResultEvent =
  | { type: 'order.found'; order: Order }
  /** Unknown, or not proven: one answer for both. */
  | { type: 'order.notFound' }
  /** `news`: nobody asked; the tracking service told, or the parcel was looked at again by itself. */
  | { type: 'parcel.found'; parcel: Parcel; news?: true }
  | { type: 'parcel.notFound'; number: string }
  | { type: 'effect.failed'; effect: string };

/** What the shop's page handed in. Claims, like anything a shopper types; the signed identity is checked before. */
export type PageEvent =
  { type: 'page.gave'; order?: string; tracking?: string; email?: string } | { type: 'page.startedFlow'; problem: Problem };

/** A dated promise whose hour has come: the case's, that of the person who was to answer, or an agent's own. */
export type TimerEvent =
  | { type: 'promise.fellDue' }
  /** The same for a trouble that goes on beside the one spoken of. */
  | { type: 'beside.fellDue'; kind: PromiseKind }
  | { type: 'person.fellDue' }
  | { type: 'agentPromise.fellDue' }
  /** One of the days on which the shopper is reminded that their protection ends. */
  | { type: 'protection.nears' };

export const INTENTS = [
  'not_received_delivered',
  'in_transit_late',
  'customs_held',
  'lost',
  'missing_items',
  'damaged',
  'wrong_item',
  'returned',
  'wants_refund',
  'wants_resend',
  'wants_human',
  'give_tracking_number',
  'where_is_my_order',
  'protection_deadline',
  'thanks',
  'greeting',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Questions that anybody may ask in the middle of a step; each has an answer of its own. */
export const ASKS = ['why', 'how_long', 'is_bot', 'what_next', 'where_now', 'protection', 'pay', 'fault', 'privacy', 'faster'] as const;
export type Ask = (typeof ASKS)[number];

/** What the server made of free text before the step; see `server/understanding/`. */
export interface Understood {
  intent: Intent;
  /** Second-best intents worth offering as buttons. */
  alternatives: Intent[];
  /** The two that are too close to tell apart: better asked than guessed. */
  between: [Intent, Intent] | null;
  wish: Remedy | null;
  /** The question that it holds. */
  asks: Ask | null;
  /** Of the quick checks, those that were done already: "I asked my neighbours". */
  checked: Checked[];
  tracking: string | null;
  /** The check digit of `tracking` doesn't fit: probably mistyped. */
  doubtful: boolean;
  order: string | null;
  /** E-mail or postcode. */
  contact: string | null;
  /** Why it matters to them: 'birthday', 'gift', 'wedding', 'holiday', 'medicine'. */
  occasion: Occasion | null;
  /** "nine days": a wait they named. */
  days: number | null;
  /** 0 calm to 1 beside themselves. Changes tone and offers a person; never what they are entitled to. */
  distress: number;
  /** Harm, legal threat, privacy breach, urgent medicine: hand over at once. */
  urgent: boolean;
}
export const OCCASIONS = ['birthday', 'gift', 'wedding', 'holiday', 'medicine', 'child', 'work'] as const;
export type Occasion = (typeof OCCASIONS)[number];
export const CHECKED = ['household', 'safePlace'] as const;
export type Checked = (typeof CHECKED)[number];
