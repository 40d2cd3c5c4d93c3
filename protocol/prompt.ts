/**
 * What the bot waits for. A conversation has one prompt at a time or none; it is part of the conversation, not of a
 * message, so that an old question can't be answered by mistake. The composer stays open beside every prompt.
 */
import type { BoxSide, CantReason, EvidenceItem, Remedy } from './case.ts';
import type { Guard } from './card.ts';
import type { Icon } from './icons.ts';
import type { Words } from './words.ts';

export interface Choice<W = Words> {
  /** Unique in its prompt. */
  id: string;
  label: W;
  detail?: W;
  icon?: Icon;
}

interface PromptBase<W> {
  /** Changes with every question asked; an answer to another id is stale. */
  id: string;
  /** Ways out and quick answers below the prompt; may be empty. */
  choices: Choice<W>[];
}

export type Prompt<W = Words> =
  TopicsPrompt<W> | ChoicesPrompt<W> | FindPrompt<W> | ItemsPrompt<W> | EvidencePrompt<W> | RemedyPrompt<W> | TextPrompt<W> | RatePrompt<W>;

/** The first screen: a question, and plain choices for thumbs that can't type now. */
export interface TopicsPrompt<W = Words> extends PromptBase<W> {
  kind: 'topics';
  title: W;
  intro: W;
  placeholder: W;
}
export interface ChoicesPrompt<W = Words> extends PromptBase<W> {
  kind: 'choices';
}
/** Order number and e-mail or postcode, or a tracking number. */
export interface FindPrompt<W = Words> extends PromptBase<W> {
  kind: 'find';
  order: { label: W; hint: W; value?: string };
  contact: { label: W; hint: W; value?: string };
  tracking: { label: W; hint: W; value?: string };
  submit: W;
  /** Switches between the two ways. */
  byOrder: W;
  byTracking: W;
}
export interface ItemsPrompt<W = Words> extends PromptBase<W> {
  kind: 'items';
  items: { id: string; name: string; detail?: string; quantity: number }[];
  submit: W;
}
/** One item of the evidence checklist. Photos go up beside the talk; each lands as `shopper.addedPhoto`. */
export interface EvidencePrompt<W = Words> extends PromptBase<W> {
  kind: 'evidence';
  item: EvidenceItem;
  step: number;
  of: number;
  left: W;
  title: W;
  why: W;
  /** Privacy or keep-it line. */
  note?: W;
  /** The drawing that shows what is meant. */
  example: 'group' | 'box' | 'label' | 'scale' | 'paper' | 'receipt';
  /** `hints`: what was noticed about its photo; it may be used all the same. */
  slots: { id: 'one' | 'two' | 'three' | BoxSide; label: W; photoId?: string; hints?: W[] }[];
  /** The agent's reason where a piece was asked for again. */
  again?: W | string;
  cant: { label: W; title: W; reasons: { id: CantReason; label: W }[] };
  /** Continue; offered when at least one photo is there. */
  next: W;
  enough: boolean;
}
export interface RemedyPrompt<W = Words> extends PromptBase<W> {
  kind: 'remedies';
  legend: W;
  options: { id: Remedy; label: W; headline: W; detail: W }[];
  submit: W;
  openUntil: W;
  guard?: Guard<W>;
}
export interface TextPrompt<W = Words> extends PromptBase<W> {
  kind: 'text';
  placeholder: W;
}
export interface RatePrompt<W = Words> extends PromptBase<W> {
  kind: 'rate';
  title: W;
  low: W;
  high: W;
  comment: W;
  submit: W;
  skip: W;
  notSettled: W;
}
