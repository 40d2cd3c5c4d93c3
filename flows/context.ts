/** What a conversation remembers between steps. Plain JSON; no Date, no Map. Raise `FLOW_VERSION` when it changes. */
import type { CantReason, CaseStage, EvidenceItem, Finding, Problem, Remedy } from '../protocol/case.ts';
import type { Order } from '../protocol/order.ts';
import type { Parcel } from '../protocol/parcel.ts';
import type { PhotoHint } from '../protocol/photo.ts';
import type { Policy } from '../protocol/settings.ts';
import type { ClosedDays } from './dates.ts';
import { protectionEnd } from './deadlines.ts';
import type { HandOffReason, PromiseKind, PromiseOwner } from './effects.ts';
import type { Intent, Occasion } from './events.ts';
import type { Road } from './roads.ts';
import type { StepId } from './step-ids.ts';

export interface FlowInput {
  policy: Policy;
  /** The shopper's IANA zone; promises fall due at an hour of it. */
  tz: string;
  at: number;
  closedDays?: ClosedDays;
}

export interface FlowContext {
  /** Set afresh before each step, never stored: an owner's change holds from the next message on. */
  policy: Policy;
  /** The public holidays around now; set afresh like the policy. */
  closedDays: ClosedDays;
  tz: string;
  problem: Problem | null;
  heard: { occasion: Occasion | null; days: number | null; wish: Remedy | null; distressed: boolean; intent: Intent | null };
  /** Claims as given, until an order is proven. */
  given: { order: string | null; contact: string | null; tracking: string | null };
  order: Order | null;
  parcel: Parcel | null;
  /** Misunderstandings in a row. */
  misses: number;
  /** Failed attempts to find the order, or failed effects, in a row. */
  tries: number;
  distressedTwice: boolean;
  /** Answers to one-by-one checks: { household: 'asked', safePlace: 'checked' }. */
  checks: Record<string, string>;
  missing: { id: string; count: number; name: string }[];
  evidence: Partial<Record<EvidenceItem, EvidenceState>>;
  case: OpenCase | null;
  /** The case as it was when it was closed, so that it can be opened again. */
  closedCase: (OpenCase & { log: FlowContext['log']; at: number }) | null;
  promise: { kind: PromiseKind; owner: PromiseOwner; dueAt: number } | null;
  /** A person's own promise; it stands beside the case's. */
  agentPromise: { name: string; dueAt: number; what: string } | null;
  remedy: Remedy | null;
  agent: { id: string; name: string } | null;
  handOff: HandOffReason | null;
  askedAgain: { item: EvidenceItem; reason: string } | null;
  /** Name of the question that waits for an answer. */
  asked: string | null;
  /** When a person was promised to answer; null while none is owed. */
  personBy: number | null;
  /** Why the proof of the order was asked for, so that the talk can go on there. */
  provingFor: 'address' | 'missing' | 'remedies' | null;
  /** Which road the parcel takes, worked out when it was last looked at. */
  road: Road | null;
  /** What happened to the case, oldest first; told in the recap. */
  log: { at: number; what: Milestone }[];
  /** Where the bot goes on instead of where it was, after what happened while somebody else had the floor. */
  bookmark: StepId | null;
  /** Until when the choice between remedies stays open. */
  remedyUntil: number | null;
  /** One reminder for the evidence, never two. */
  reminded: boolean;
  /** Hints about photos, by photo; gone once the shopper uses the photo anyway. `twin`: the photo that it is nearly the same as. */
  hints: Record<string, (PhotoHint | { twin: string })[]>;
  /** A photo came that was seen in an earlier case. For people's eyes alone. */
  seenBefore: boolean;
  /** A new end of the protection that the platform showed, or that of the case while the talk is about another order. */
  protectedUntil: number | null;
  /** The fewest days before the end of the protection at which the shopper was reminded; null: not yet. */
  protectionTold: number | null;
  /** The other parcels of the order as last seen, by number. */
  parcels: Record<string, Parcel>;
  /** Troubles that go on beside the one spoken of, oldest first. */
  besides: Beside[];
  /** Another order that the shop's page named meanwhile. */
  claimed?: FlowContext['given'];
}

export interface OpenCase {
  number: string;
  problem: Problem;
  stage: CaseStage;
  /** The parcel it was opened or moved for; null where none was known. */
  parcel: string | null;
}

/** One of several troubles with an order while another is spoken of: where it stood, and what is owed for it. */
export interface Beside extends Pick<FlowContext, 'problem' | 'promise' | 'remedy' | 'remedyUntil' | 'checks' | 'missing' | 'evidence'> {
  parcel: string | null;
  /** Of the case; null where none was opened for it. */
  stage: CaseStage | null;
}

/** `filed`: our claim went to the carrier, with the post office's paper. `also…`: a second trouble was taken up. */
export type Milestone =
  CaseStage | Finding | 'filed' | 'alsoMissing' | 'alsoOther' | 'alsoDelivered' | 'changed' | 'late' | 'closed' | 'reopened';

export interface EvidenceState {
  photos: Record<string, string>;
  state: 'open' | 'done' | 'cant';
  reason?: CantReason;
}

/** A first context; also what a fresh start goes back to. */
export function beginning({ policy, tz, closedDays = [] }: Omit<FlowInput, 'at'>): FlowContext {
  return {
    policy,
    closedDays,
    tz,
    problem: null,
    heard: { occasion: null, days: null, wish: null, distressed: false, intent: null },
    given: { order: null, contact: null, tracking: null },
    order: null,
    parcel: null,
    misses: 0,
    tries: 0,
    distressedTwice: false,
    checks: {},
    missing: [],
    evidence: {},
    case: null,
    closedCase: null,
    promise: null,
    agentPromise: null,
    remedy: null,
    agent: null,
    handOff: null,
    askedAgain: null,
    asked: null,
    personBy: null,
    provingFor: null,
    road: null,
    log: [],
    bookmark: null,
    remedyUntil: null,
    reminded: false,
    hints: {},
    seenBefore: false,
    protectedUntil: null,
    protectionTold: null,
    parcels: {},
    besides: [],
  };
}

/** What a fresh start leaves standing: the case, and all that is owed for it. */
export function afresh(context: FlowContext): FlowContext {
  const { case: opened, promise, agentPromise, personBy, log, handOff, besides, protectionTold, order, parcel } = context;
  const protectedUntil = opened === null ? null : (context.protectedUntil ?? (order && protectionEnd(order, context.policy)));
  const parcels = opened !== null && parcel?.number === opened.parcel && parcel !== null ? { [parcel.number]: parcel } : context.parcels;
  return {
    ...beginning(context),
    ...{ case: opened, promise, agentPromise, personBy, log, handOff, besides },
    ...(opened === null ? {} : { protectedUntil, protectionTold, parcels }),
  };
}
