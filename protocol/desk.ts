/** What an agent sees beside the talk: the case file, worded in the agent's language. */
import type { ParcelCard } from './card.ts';
import type { CantReason, CaseStage, EvidenceItem, Finding, Problem, Remedy } from './case.ts';
import type { ClaimView } from './claim.ts';
import type { LanguageBy } from './conversation.ts';
import type { Face } from './inbox.ts';
import type { LetterId } from './letters.ts';
import type { ParcelState } from './parcel.ts';
import type { PhotoFinding } from './photo.ts';

export interface DeskView {
  shopper: {
    name: string | null;
    /** Their language, its name in the reader's and whose word it is; their zone. */
    locale: string;
    language: string;
    languageBy: LanguageBy;
    tz: string;
    city: string | null;
    /** Proven by a signed identity. */
    identity: string | null;
    page: { url: string; title?: string } | null;
    here: boolean;
  };
  problem: Problem | null;
  parcel: { number: string; carrier: string | null; lastMile: string | null; state: ParcelState; card: ParcelCard<string> } | null;
  order: {
    number: string;
    placedAt: number;
    total: string;
    items: { name: string; quantity: number; price: string | null }[];
    address: string | null;
  } | null;
  case: {
    number: string;
    problem: Problem;
    stage: CaseStage;
    openedAt: number;
    closedAt: number | null;
    outcome: 'solved' | 'unsolved' | null;
    remedy: Remedy | null;
    /** What the shopper asked for, as an agent recorded it or as they chose it. */
    asked: Remedy | 'either' | null;
    finding: Finding | null;
  } | null;
  missing: { name: string; count: number }[];
  protectionEndsAt: number | null;
  /** What the bot collected besides: their wait, their occasion, their answers to its checks. */
  facts: { label: string; value: string }[];
  evidence: {
    item: EvidenceItem;
    title: string;
    state: 'open' | 'done' | 'cant';
    reason: CantReason | null;
    slots: { slot: string; label: string; photo: string | null; findings: PhotoNote[] }[];
  }[];
  /** Photos that belong to no piece. */
  loose: { photo: string; label: string; findings: PhotoNote[] }[];
  promises: PromiseView[];
  /** The shop's claim on the carrier; null while there is no case. */
  claim: ClaimView | null;
  /** What went or goes to the shopper by e-mail, oldest first. */
  mails: MailView[];
  notes: NoteView[];
  /** Answers that a person may enter here now. */
  findings: Finding[];
  remedies: Remedy[];
  /** The floor: may I act, and if not, who has it. */
  agent: Face | null;
}

/** What was noticed about a photo when it came in. Something to look at, and no proof of anything. */
export interface PhotoNote {
  kind: PhotoFinding['kind'];
  text: string;
  tone: 'good' | 'wait' | 'plain';
  /** Another conversation of the shop. */
  link?: string;
}

export interface PromiseView {
  id: string;
  kind: string;
  /** In the reader's words; of an agent's own promise, what they wrote. */
  label: string;
  owner: string;
  dueAt: number;
  madeAt: number;
  state: 'open' | 'kept' | 'late' | 'void';
}

export interface MailView {
  id: string;
  /** Its name in the reader's words. */
  label: string;
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  /** Why it was not sent. */
  why: 'read' | 'told' | 'noAddress' | 'off' | 'refused' | 'unsent' | null;
  /** When it is to go; once settled, when that was. */
  at: number;
}

export interface NoteView {
  id: string;
  at: number;
  agent: Face;
  text: string;
  /** It stands after this message. */
  afterSeq: number;
}

/** A prepared reply with the case's facts filled in; to be changed before it is sent. */
export interface LetterView {
  id: string;
  /** One of the shop's letters, which may be mailed or printed as it is. */
  letter?: LetterId;
  as?: 'mail' | 'print';
  title: string;
  /** In the shopper's language: what goes into the composer. */
  text: string;
  /** The same in the reader's. */
  mine: string;
}

/** The statechart of this conversation's road, lit where the talk is. */
export interface FlowMapView {
  title: string;
  nodes: FlowNode[];
  edges: { from: string; to: string; label?: string; done: boolean }[];
  /** Steps of the shortest way to the end. */
  done: number;
  of: number;
  /** What will happen by itself, and when. */
  timers: { at: number; label: string }[];
}

export interface FlowNode {
  id: string;
  label: string;
  note?: string;
  progress?: { done: number; of: number };
  state: 'done' | 'now' | 'ahead';
  /** May be given back here, under this id. */
  step: string | null;
  /** Where it is drawn: 0 is the main road, 1 beside it; rows from 0. */
  column: 0 | 1;
  row: number;
  end?: true;
}
