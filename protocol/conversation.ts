import type { CaseStage, Problem } from './case.ts';
import type { Prompt } from './prompt.ts';

/** Who has the floor. `waiting`: a person was asked for and has not come yet; the bot may still collect. */
export type ConversationStatus = 'bot' | 'waiting' | 'agent' | 'closed';

/**
 * Whose word the language of a talk is, the weightier the later: the page's or the browser's, what the shopper wrote in, or their
 * own choice, which nothing but another choice of theirs changes.
 */
export type LanguageBy = 'page' | 'written' | 'chosen';

/** What a shopper's screen needs beside the messages. Sent whole with every turn; small. */
export interface ConversationView {
  id: string;
  status: ConversationStatus;
  locale: string;
  localeBy: LanguageBy;
  agent: { name: string; initials: string; here: boolean } | null;
  prompt: Prompt<string> | null;
  case: { number: string; problem: Problem; stage: CaseStage; closed: boolean } | null;
  /** What was promised, with its dates: open ones first, then what became of the last ones. null: nothing yet. */
  promises: { title: string; rows: PromiseLine[] } | null;
  lastSeq: number;
  seen: { shopper: number; agent: number };
}

/** One promise as its shopper sees it. `due` is worded; `note` says how it stands. */
export interface PromiseLine {
  id: string;
  label: string;
  due: string;
  note: string;
  state: 'open' | 'kept' | 'late';
}

/** How the panel looks and which languages it offers; the same for every shopper of a store. */
export interface StoreView {
  key: string;
  name: string;
  color: string | null;
  locales: string[];
  defaultLocale: string;
}
