/** The agents' list: which conversations need a person, in the order of what is due. */
import type { Problem } from './case.ts';
import type { ConversationStatus } from './conversation.ts';
import type { From } from './message.ts';
import type { ParcelState } from './parcel.ts';

export const INBOX_FILTERS = ['all', 'waiting', 'mine', 'bot', 'closed'] as const;
/** `all`: not closed. `waiting`: a person is wanted and nobody has it. `mine`: I have it. */
export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** Most pressing first; the number is the order. Within one, by `rankAt`. */
export const RANKS = { late: 1, due: 2, person: 3, protection: 4, waiting: 5, promised: 6, quiet: 7, closed: 9 } as const;
export type RankName = keyof typeof RANKS;

export interface InboxItem {
  /** Of the conversation. */
  id: string;
  /** Sort by `rank`, `rankAt`, `id`, all ascending. */
  rank: (typeof RANKS)[RankName];
  rankAt: number;
  /** The moment the chip speaks of: promise due, wanted since, protection's end, waiting since; null: nothing. */
  chipAt: number | null;
  /** As on the order; null until it is known. */
  name: string | null;
  /** The shopper's language, and its name in the reader's. */
  locale: string;
  language: string;
  status: ConversationStatus;
  problem: Problem | null;
  parcel: ParcelState | null;
  photos: { done: number; of: number } | null;
  preview: { from: From; text: string } | null;
  /** Messages of the shopper that no agent has seen; 10 stands for "more than 9". */
  unread: number;
  agent: Face | null;
  caseNumber: string | null;
  orderNumber: string | null;
  lastAt: number;
}

export interface Face {
  id: string;
  name: string;
  initials: string;
}

/** Capped at 1,000: what is more reads "999+". */
export type InboxCounts = Record<InboxFilter, number>;
