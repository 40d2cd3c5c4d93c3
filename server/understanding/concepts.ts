/**
 * What a message can be about, in any language: the words for each stand in `concepts` of
 * `locales/<lang>/understanding.json`. Rules and models see concepts, so what is learnt in one language holds in all.
 */
export const CONCEPTS = [
  /** Parcel, package, order, delivery, shipment, goods. */
  'parcel',
  /** Tracking, status, the app, the carrier's site. */
  'tracking',
  /** It says, shows, is marked as; supposedly, allegedly. */
  'says',
  /** Delivered, handed over, dropped off, left at the door. */
  'delivered',
  /** Signed for, signature. */
  'signed',
  /** I have not got it, nothing came, never arrived, no parcel here. */
  'not_received',
  /** Another house, a wrong address, a neighbour, somebody else got it, not my door. */
  'elsewhere',
  'stolen',
  /** In transit, on its way, shipped, in a depot. */
  'in_transit',
  /** No news, has not moved, same status, stuck. */
  'no_movement',
  /** Late, delayed, taking too long, should have come. */
  'late',
  /** I have been waiting, ordered long ago, for weeks, ages. */
  'waiting',
  /** When will it come, how much longer. */
  'when',
  'customs',
  /** Duty, import tax or fee, pay before it is released. */
  'duty',
  /** Held, detained, seized; at the border. */
  'held',
  /** Papers for clearance: invoice, EORI, declaration. */
  'papers',
  /** Lost, vanished, disappeared: the parcel itself. */
  'lost',
  /** An item is missing, not in the box, forgotten, incomplete. */
  'missing',
  /** Only one of two came, half of it, fewer than ordered. */
  'only_part',
  /** The box was empty. */
  'empty_box',
  /** In the box, inside the parcel, opened it. */
  'inside',
  /** Broken, damaged, leaking; does not work. */
  'broken',
  /** Wrong item, size or colour; not what I ordered. */
  'wrong',
  /** Going back to the sender. */
  'returned',
  /** Money back, reimburse, cancel the order. */
  'refund',
  /** Send again, a replacement, a new one. */
  'resend',
  /** A human, an agent, a call, customer service. */
  'human',
  'bot',
  /** Where is it; any news of my order. */
  'where',
  /** Tracking number, waybill, code. */
  'number',
  /** Buyer protection, dispute, claim. */
  'protection',
  /** How long have I got, deadline, until when, expires. */
  'time_left',
  'thanks',
  'greeting',
  /** Help me, I have a problem. */
  'help',
  /** Buying: price, size, stock, discount, shipping cost, payment methods, opening hours. */
  'shop',
  /** Login, password, e-mail address, newsletter, app crash. */
  'account',
  /** Change of address, of an order not sent yet. */
  'change',
  /** Sending goods back since they are not wanted: too small, don't like it, return label. */
  'return_rules',
  /** Weather, jokes, sport, who made you, jobs, school. */
  'chat',
  /** Not, no, never, without. */
  'negation',
] as const;
export type Concept = (typeof CONCEPTS)[number];
