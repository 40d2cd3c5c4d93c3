import type { CaseStage, Problem } from './case.ts';
import type { Prompt } from './prompt.ts';

/** Who has the floor. `waiting`: a person was asked for and has not come yet; the bot may still collect. */
export type ConversationStatus = 'bot' | 'waiting' | 'agent' | 'closed';

/** What a shopper's screen needs beside the messages. Sent whole with every turn; small. */
export interface ConversationView {
  id: string;
  status: ConversationStatus;
  locale: string;
  agent: { name: string; initials: string; here: boolean } | null;
  prompt: Prompt<string> | null;
  case: { number: string; problem: Problem; stage: CaseStage; closed: boolean } | null;
  lastSeq: number;
  seen: { shopper: number; agent: number };
}

/** How the panel looks and which languages it offers; the same for every shopper of a store. */
export interface StoreView {
  key: string;
  name: string;
  color: string | null;
  locales: string[];
  defaultLocale: string;
}
