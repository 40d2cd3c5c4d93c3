/** The letters and the places that each may have. What a letter does not name here is no place of it. */
import { LETTERS, type LetterId } from '../../protocol/letters.ts';

/** In every letter. `by`: when the shopper hears from us next; `link`: back into the talk. */
export const COMMON_PLACES = ['shop', 'name', 'order', 'case', 'tracking', 'carrier', 'by', 'link', 'protection'] as const;

type OwnPlace =
  | 'address'
  | 'amount'
  | 'code'
  | 'delivered'
  | 'eta'
  | 'events'
  | 'fee'
  | 'finding'
  | 'items'
  | 'next'
  | 'outcome'
  | 'papers'
  | 'place'
  | 'promise'
  | 'reason'
  | 'recipient'
  | 'refund'
  | 'resend'
  | 'sender'
  | 'shipped'
  | 'signed'
  | 'status'
  | 'until'
  | 'was';
export type Place = (typeof COMMON_PLACES)[number] | OwnPlace;

interface LetterRules {
  own: readonly OwnPlace[];
  /** Places that no wording may leave out: without them the letter does not say what it is for, or hides the shopper's rights. */
  needs: readonly Place[];
}

export const REGISTRY: { readonly [Id in LetterId]: LetterRules } = {
  signedNotReceived: { own: ['delivered', 'place', 'signed'], needs: ['protection'] },
  inTransit: { own: ['shipped', 'status', 'eta', 'events'], needs: ['protection'] },
  atDestinationPost: { own: ['status', 'place', 'address', 'until', 'code', 'amount', 'events'], needs: ['protection'] },
  lost: { own: ['resend', 'refund', 'amount', 'until'], needs: ['resend', 'refund', 'protection'] },
  placeDiffers: { own: ['address', 'place', 'delivered'], needs: ['place', 'protection'] },
  duties: { own: ['amount', 'fee', 'until'], needs: ['amount', 'until', 'protection'] },
  documents: { own: ['papers'], needs: ['by', 'protection'] },
  evidenceReceived: { own: ['items'], needs: ['by', 'protection'] },
  warehouseFinding: { own: ['finding', 'next'], needs: ['finding', 'protection'] },
  postOffice: { own: ['items', 'sender', 'recipient', 'address', 'shipped', 'delivered'], needs: ['tracking', 'items'] },
  closed: { own: ['outcome'], needs: ['outcome'] },
  carrierClaim: {
    own: ['items', 'amount', 'reason', 'status', 'shipped', 'events', 'sender', 'recipient', 'address'],
    needs: ['tracking', 'items'],
  },
  late: { own: ['was', 'promise'], needs: ['was', 'by', 'protection'] },
};

/** Those of a letter, its own first: they are what it is about. */
export function placesOf(letter: LetterId): Place[] {
  return [...REGISTRY[letter].own, ...COMMON_PLACES];
}

export function isLetterId(value: unknown): value is LetterId {
  return LETTERS.some((letter) => letter === value);
}
