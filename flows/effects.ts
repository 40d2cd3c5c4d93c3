/**
 * What a step may ask for. Each is a named XState action with an empty body; the server reads them off the pure step,
 * in order, and turns them into one Change (`server/conversation/change.ts`). The first group only adds rows; the
 * second reaches outside and answers with a `ResultEvent`.
 */
import type { Card } from '../protocol/card.ts';
import type { CaseStage, Finding, Problem, Remedy } from '../protocol/case.ts';
import type { Icon } from '../protocol/icons.ts';
import type { LetterId } from '../protocol/letters.ts';
import type { Prompt } from '../protocol/prompt.ts';
import type { Param, Words } from '../protocol/words.ts';

type Unnamed<P> = P extends unknown ? Omit<P, 'id'> : never;
/** A prompt before the server has given it its id. */
export type PromptToAsk = Unnamed<Prompt>;

export interface EffectParams {
  say: { text: Words };
  show: { card: Card };
  /** A system line. */
  line: { text: Words; icon?: Icon };
  /** Replaces the prompt. Asking the same `name` again keeps its id, so that an answer on its way still fits. */
  ask: { name: string; prompt: PromptToAsk };
  clearPrompt: undefined;
  openCase: { number: string; problem: Problem; stage: CaseStage };
  moveCase: { number: string; stage: CaseStage };
  /** `asked`: what the shopper chose, where an agent enters it. */
  recordRemedy: { number: string; remedy: Remedy; asked?: Remedy | 'either' };
  recordFinding: { number: string; finding: Finding };
  closeCase: { number: string; outcome: 'solved' | 'unsolved' };
  reopenCase: { number: string; stage: CaseStage };
  /** A promise is a row with an owner and a due time; `kind` is unique among the open ones of a conversation. */
  promise: { kind: PromiseKind; owner: PromiseOwner; dueAt: number; what?: string };
  settlePromise: { kind: PromiseKind; state: 'kept' | 'late' | 'void' };
  /** Puts the conversation into the people's queue. */
  handOff: { reason: HandOffReason; first: boolean };
  recordRating: { score: number; comment?: string };
  /** To the shopper's e-mail address, where one is known and they don't read it here first. `facts` fill places of the letter beside those
   *  that every letter has. */
  sendLetter: { letter: LetterId; facts?: Record<string, Param> };

  lookUpOrder: { number: string; contact: string } | { tracking: string; contact: string };
  lookUpParcel: { number: string; carrier?: string };
}
export type EffectName = keyof EffectParams;
export type Effect = { [K in EffectName]: { name: K; params: EffectParams[K] } }[EffectName];

/** Effects that leave the process; each is a durable row until its result has come in. */
export const OUTSIDE = ['lookUpOrder', 'lookUpParcel'] as const satisfies readonly EffectName[];
export type OutsideName = (typeof OUTSIDE)[number];
export type OutsideEffect = Extract<Effect, { name: OutsideName }>;

export type PromiseKind =
  | 'carrierAnswer'
  | 'warehouseAnswer'
  | 'traceAnswer'
  | 'customsUpdate'
  | 'documentsSent'
  | 'remedyDone'
  | 'personAnswer'
  | 'deliveryCheck'
  /** An agent's own, in their words. */
  | 'agentPromise';
export type PromiseOwner = 'store' | 'warehouse' | 'carrier' | 'person' | 'bot';
export type HandOffReason =
  | 'asked'
  | 'misunderstood'
  | 'urgent'
  | 'distress'
  | 'value'
  | 'prohibited'
  | 'botError'
  | 'promiseLate'
  | 'unsure'
  | 'noOrder'
  | 'cantRestore'
  | 'released'
  | 'noRemedy'
  /** A photo was seen in an earlier case. The shopper is told nothing of it. */
  | 'photoSeen';
