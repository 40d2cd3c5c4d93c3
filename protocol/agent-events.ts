/**
 * The agents' namespace, `/agent`. The handshake brings the session by its cookie and `{ csrf, locale }`; the store follows from the
 * session. Each client event is answered by an `Ack`. Who may send which: `rights.ts`.
 */
import { Type } from 'typebox';
import { EVIDENCE_ITEMS, FINDINGS, REMEDIES, type EvidenceItem, type Finding, type Remedy } from './case.ts';
import {
  CLAIM_BOXES,
  CLAIM_GOODS,
  CLAIM_KINDS,
  CLAIM_LINES,
  CLAIM_OUTCOMES,
  CLAIM_SCALES,
  type ClaimGoods as Goods,
  type ClaimKind,
  type ClaimLine,
  type ClaimOutcome,
} from './claim.ts';
import type { ConversationView } from './conversation.ts';
import type { DeskView, FlowMapView, LetterView, NoteView } from './desk.ts';
import type { Ack } from './errors.ts';
import { INBOX_FILTERS, type Face, type InboxCounts, type InboxFilter, type InboxItem } from './inbox.ts';
import { LETTERS, type LetterId } from './letters.ts';
import type { ShownMessage } from './message.ts';
import type { Page } from './shopper-events.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' });
const enumOf = <const T extends readonly string[]>(values: T) => Type.Unsafe<T[number]>(Type.Enum([...values]));
const conversation = Id;

export const Nothing = Type.Object({}, strict);
/** Names the conversation and says nothing else: open questions, `take` of a free chat, `release`, `reopen` … */
export const OfConversation = Type.Object({ conversation }, strict);

export const Inbox = Type.Object(
  {
    filter: enumOf(INBOX_FILTERS),
    /** `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 120 })),
    limit: Type.Integer({ minimum: 1, maximum: 100 }),
  },
  strict,
);
export const InboxItems = Type.Object({ ids: Type.Array(Id, { maxItems: 100 }) }, strict);
export const Find = Type.Object({ text: Type.String({ minLength: 1, maxLength: 80 }) }, strict);
export const Open = Type.Object({ conversation, after: Type.Integer({ minimum: 0 }) }, strict);
export const Original = Type.Object({ conversation, seq: Type.Integer({ minimum: 1 }) }, strict);
export const Available = Type.Object({ on: Type.Boolean() }, strict);
/** `from`: the agent it is taken from, which is for leads; without it, of a chat that nobody has. */
export const Take = Type.Object({ conversation, from: Type.Optional(Id) }, strict);
export const Say = Type.Object({ conversation, id: Id, text: Type.String({ minLength: 1, maxLength: 4000 }) }, strict);
export const GiveBack = Type.Object({ conversation, step: Type.String({ minLength: 1, maxLength: 60 }) }, strict);
export const Transfer = Type.Object({ conversation, to: Id }, strict);
export const AskAgain = Type.Object(
  { conversation, item: enumOf(EVIDENCE_ITEMS), reason: Type.String({ minLength: 1, maxLength: 500 }) },
  strict,
);
/** `video`: where the shopper can see what the warehouse saw. */
export const RecordFinding = Type.Object(
  {
    conversation,
    finding: enumOf(FINDINGS),
    video: Type.Optional(Type.String({ maxLength: 500, pattern: '^https://[^\\s/]+(/\\S*)?$' })),
  },
  strict,
);
/** `asked`: what the shopper chose, in their own words where they gave some. */
export const SettleRemedy = Type.Object(
  {
    conversation,
    remedy: enumOf(REMEDIES),
    asked: enumOf([...REMEDIES, 'either'] as const),
    words: Type.Optional(Type.String({ maxLength: 300 })),
  },
  strict,
);
/** `text` goes to the shopper as the agent's message, with the date below it. */
export const MakePromise = Type.Object(
  { conversation, id: Id, text: Type.String({ minLength: 1, maxLength: 1000 }), dueAt: Type.Integer({ minimum: 0 }) },
  strict,
);
export const SettlePromise = Type.Object({ conversation, promise: Id, state: enumOf(['kept', 'void'] as const) }, strict);
/** The platform shows a new end of the buyer protection. */
export const ExtendProtection = Type.Object({ conversation, until: Type.Integer({ minimum: 0 }) }, strict);
/** `id`: of the line in the talk that tells of it. */
export const SendLetter = Type.Object({ conversation, id: Id, letter: enumOf(LETTERS) }, strict);
export const Close = Type.Object({ conversation, outcome: enumOf(['solved', 'unsolved'] as const) }, strict);
export const Note = Type.Object({ conversation, id: Id, text: Type.String({ minLength: 1, maxLength: 4000 }) }, strict);
export const RemoveNote = Type.Object({ conversation, id: Id }, strict);
/** `version`: of the claim as it was seen; where another one is kept by now, nothing is changed. */
const ofClaim = { conversation, version: Type.Integer({ minimum: 0 }) };
const Money = Type.Union([Type.Integer({ minimum: 0, maximum: 1e9 }), Type.Null()]);
const Moment = Type.Integer({ minimum: 0 });
export const ChooseClaimLine = Type.Object({ ...ofClaim, line: enumOf(CLAIM_LINES), kind: enumOf(CLAIM_KINDS) }, strict);
export const FileClaim = Type.Object(
  {
    ...ofClaim,
    line: enumOf(CLAIM_LINES),
    kind: enumOf(CLAIM_KINDS),
    at: Moment,
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  strict,
);
export const AnswerClaim = Type.Object({ ...ofClaim, outcome: enumOf(CLAIM_OUTCOMES), amount: Money, at: Moment }, strict);
export const AppealClaim = Type.Object({ ...ofClaim, at: Moment }, strict);
export const WeighClaim = Type.Object(
  {
    ...ofClaim,
    goods: Type.Object(
      {
        goods: enumOf(CLAIM_GOODS),
        pieces: Type.Integer({ minimum: 1, maximum: 99 }),
        grams: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Null()]),
        postage: Money,
        declared: Money,
        loss: Money,
        box: enumOf(CLAIM_BOXES),
        scale: enumOf(CLAIM_SCALES),
        certificate: Type.Boolean(),
      },
      strict,
    ),
  },
  strict,
);
export const UndoClaim = Type.Object(ofClaim, strict);
export const AgentTyping = Type.Object({ conversation, on: Type.Boolean() }, strict);
export const AgentSeen = Type.Object({ conversation, seq: Type.Integer({ minimum: 0 }) }, strict);

/** A place of the flow where this chat may be given back to the bot. */
export interface StepView {
  id: string;
  label: string;
  /** The bot is, or was last, here. */
  current: boolean;
}

/** An agent of the shop. `here`: connected; `available`: takes chats. */
export interface Colleague extends Face {
  here: boolean;
  available: boolean;
  /** Conversations they have. */
  chats: number;
}

type Of<T = object> = { conversation: string } & T;
type OfClaim<T = object> = Of<{ version: number } & T>;
type Done = (a: Ack) => void;

export interface AgentClientEvents {
  // looking
  inbox(
    p: { filter: InboxFilter; after?: string; limit: number },
    ack: (a: Ack<{ items: InboxItem[]; next: string | null; counts: InboxCounts; viewing: Viewing[] }>) => void,
  ): void;
  /** What became of these; one that is missing from the answer is not there. */
  inboxItems(p: { ids: string[] }, ack: (a: Ack<{ items: InboxItem[]; counts: InboxCounts }>) => void): void;
  /** By case, order or tracking number. */
  find(p: { text: string }, ack: (a: Ack<{ items: InboxItem[] }>) => void): void;
  open(p: Of<{ after: number }>, ack: (a: Ack<{ conversation: ConversationView; desk: DeskView; steps: StepView[] } & Page>) => void): void;
  /** Looks no longer. */
  leave(p: Of, ack: Done): void;
  desk(p: Of, ack: (a: Ack<{ desk: DeskView; steps: StepView[] }>) => void): void;
  flowMap(p: Of, ack: (a: Ack<{ map: FlowMapView }>) => void): void;
  /** A message as the shopper reads it. */
  original(p: Of<{ seq: number }>, ack: (a: Ack<{ message: ShownMessage }>) => void): void;
  /** Replies and letters that fit; `address`: there is one to mail them to. */
  letters(p: Of, ack: (a: Ack<{ letters: LetterView[]; address: boolean }>) => void): void;
  colleagues(p: object, ack: (a: Ack<{ colleagues: Colleague[] }>) => void): void;
  available(p: { on: boolean }, ack: Done): void;

  // the floor
  take(p: Of<{ from?: string }>, ack: Done): void;
  giveBack(p: Of<{ step: string }>, ack: Done): void;
  transfer(p: Of<{ to: string }>, ack: Done): void;
  release(p: Of, ack: Done): void;

  // acting; `record`, `settlePromise` and `askAgain` also while the bot has the floor
  say(p: Of<{ id: string; text: string }>, ack: (a: Ack<{ seq: number; at: number }>) => void): void;
  askAgain(p: Of<{ item: EvidenceItem; reason: string }>, ack: Done): void;
  record(p: Of<{ finding: Finding; video?: string }>, ack: Done): void;
  settleRemedy(p: Of<{ remedy: Remedy; asked: Remedy | 'either'; words?: string }>, ack: Done): void;
  promise(p: Of<{ id: string; text: string; dueAt: number }>, ack: (a: Ack<{ seq: number; at: number }>) => void): void;
  settlePromise(p: Of<{ promise: string; state: 'kept' | 'void' }>, ack: Done): void;
  extendProtection(p: Of<{ until: number }>, ack: Done): void;
  sendLetter(p: Of<{ id: string; letter: LetterId }>, ack: (a: Ack<{ seq: number; at: number }>) => void): void;
  close(p: Of<{ outcome: 'solved' | 'unsolved' }>, ack: Done): void;
  /** Undoes `close`, or opens what was closed before: the chat is mine. */
  reopen(p: Of, ack: Done): void;
  note(p: Of<{ id: string; text: string }>, ack: (a: Ack<{ note: NoteView }>) => void): void;
  /** One's own. */
  removeNote(p: Of<{ id: string }>, ack: Done): void;
  typing(p: Of<{ on: boolean }>, ack?: Done): void;
  seen(p: Of<{ seq: number }>, ack: Done): void;

  // the claim on the carrier; also while the bot has the floor
  claimLine(p: OfClaim<{ line: ClaimLine; kind: ClaimKind }>, ack: Done): void;
  claimFile(p: OfClaim<{ line: ClaimLine; kind: ClaimKind; at: number; note?: string }>, ack: Done): void;
  /** `amount`: minor units of the line's currency. */
  claimAnswer(p: OfClaim<{ outcome: ClaimOutcome; amount: number | null; at: number }>, ack: Done): void;
  claimAppeal(p: OfClaim<{ at: number }>, ack: Done): void;
  claimGoods(p: OfClaim<{ goods: Goods }>, ack: Done): void;
  /** Takes back what was entered last about a complaint. */
  claimUndo(p: OfClaim, ack: Done): void;
}

export interface Viewing {
  conversation: string;
  agents: Face[];
}

export interface AgentServerEvents {
  /** To those who have it open: what one committed turn added. A hint: the truth is `seq`; the desk is to be asked for again. */
  turn(p: { conversation: ConversationView; messages: ShownMessage[] }): void;
  /** The shopper types. */
  typing(p: Of<{ on: boolean }>): void;
  seen(p: Of<{ by: 'agent' | 'shopper'; seq: number }>): void;
  /** The shopper's panel is open, or gone. */
  presence(p: Of<{ here: boolean }>): void;
  note(p: Of<{ note: NoteView }>): void;
  noteRemoved(p: Of<{ id: string }>): void;
  /** To every agent of the shop: these changed their place or their look; gathered over a moment. `all`: too many to name. */
  inboxChanged(p: { ids: string[]; all?: true }): void;
  viewing(p: Viewing): void;
  /** Colleagues came, went, or take chats no longer. */
  staff(p: { colleagues: Colleague[] }): void;
  /** The session has ended; the connection is closed after it. */
  signedOut(p: object): void;
}
