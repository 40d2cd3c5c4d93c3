/**
 * Cards: facts as pictures. Flows compose them from words (`Words`), the widget and the console draw them (`string`).
 * They hold everything that is to be read, so that a screen adds no sentence of its own.
 */
import type { Icon } from './icons.ts';
import type { LetterId } from './letters.ts';
import type { Words } from './words.ts';

export type Tone = 'plain' | 'good' | 'wait' | 'bad';

export type Card<W = Words> = ParcelCard<W> | CaseCard<W> | RecapCard<W> | DocumentCard<W>;

/** The road: two legs, one border, one box; the dates that matter below it. */
export interface ParcelCard<W = Words> {
  kind: 'parcel';
  road: Road<W>;
  tag?: { tone: Tone; icon: Icon; text: W };
  fact?: { label: W; value: W; count?: { value: W; label: W } };
  /** Amount, asked by, until ... */
  rows: { label: W; value: W; detail?: W }[];
  /** Numbered things to do; `copy` is put behind a copy button. */
  todo: { text: W; copy?: string }[];
  /** Newest first; the first is where the parcel is now. */
  events: { text: W | string; at: W; place?: W }[];
  guard?: Guard<W>;
  safety?: W;
}

export interface Road<W = Words> {
  /** The whole picture as one sentence, for those who can't see it. */
  name: W;
  tone: Tone;
  /** Start, border, home. `done` lights the stop. */
  stops: { name: W; note?: W; done: boolean }[];
  /** 0 at the start, 1 at the border, 2 at home; between them: on the way. null hides the parcel. */
  at: number | null;
  gate: 'open' | 'closed' | 'none';
}

/** The protection line: never small print, never missing where it is due. */
export interface Guard<W = Words> {
  tone: Tone;
  text: W;
  /** Unfolds the steps to a dispute in place. */
  how?: { label: W; steps: W[] };
}

/** A stub to keep. */
export interface CaseCard<W = Words> {
  kind: 'case';
  number: W;
  label: W;
  tag?: { tone: Tone; text: W };
  steps: { label: W; state: 'done' | 'now' | 'next' }[];
  promise?: { label: W; date: W; note: W; leaf: { month: W; day: W } };
  doing?: W;
  keep?: W;
  guard?: Guard<W>;
}

/** What happened, day by day, when a case is closed. */
export interface RecapCard<W = Words> {
  kind: 'recap';
  number: W;
  label: W;
  title: W;
  tag: { tone: Tone; text: W };
  lines: { at: W; text: W }[];
}

/** Something to open beside the talk: a letter of ours to print, or what a person has put somewhere for the shopper to see. */
export interface DocumentCard<W = Words> {
  kind: 'document';
  icon: Icon;
  title: W;
  text: W;
  label: W;
  /** `href`: https, checked where it came in. */
  opens: { letter: LetterId } | { href: string };
}
