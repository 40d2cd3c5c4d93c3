import type { Card } from './card.ts';
import type { BoxSide, EvidenceItem } from './case.ts';
import type { Icon } from './icons.ts';
import type { Words } from './words.ts';

export type From = 'shopper' | 'bot' | 'agent' | 'system';

/** As stored: `Message<Words>`. As shown to one viewer: `Message<string>`. */
export interface Message<W = Words> {
  /** Gap-free in its conversation, from 1. */
  seq: number;
  /** Made by the sender, unique in its conversation. */
  id: string;
  /** Epoch ms. */
  at: number;
  from: From;
  agent?: { id: string; name: string };
  body: Body<W>;
}

export type Body<W = Words> =
  /** What people typed is a string, as written; what the bot says is words. `**bold**` is honoured in the bot's only. */
  | { kind: 'text'; text: W | string }
  /** A quick reply that the shopper chose. */
  | { kind: 'choice'; text: W | string }
  | { kind: 'photo'; photoId: string; item: EvidenceItem | 'loose'; slot?: BoxSide | 'one' | 'two' | 'three'; alt: W }
  | { kind: 'card'; card: Card<W> }
  /** What happened, said by nobody: somebody joined, a case was opened. */
  | { kind: 'line'; icon?: Icon; text: W };

export type ShownMessage = Message<string>;
