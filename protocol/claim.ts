/** The shop's claim on the carrier. It is for agents alone: no payload to a shopper holds any of it. */

/** How a parcel went, and so whose terms hold. */
export const CLAIM_LINES = [
  'platform',
  'ems4px',
  'chinaEms',
  'uspsDomestic',
  'uspsInternational',
  'uspsInternationalExpress',
  'royalMailUk',
  'dhlExpress',
  'upsInternational',
  'fedexInternational',
  'offline',
] as const;
export type ClaimLine = (typeof CLAIM_LINES)[number];

/** What is claimed: nothing arrived, a part is missing, it broke, it came too late. */
export const CLAIM_KINDS = ['lost', 'missing', 'damaged', 'delay'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** `none`: the time for an answer went by. */
export const CLAIM_OUTCOMES = ['accepted', 'refused', 'none'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** How the goods stand on the details sheet. */
export const CLAIM_GOODS = ['declared', 'undeclared', 'documents'] as const;
export const CLAIM_BOXES = ['intact', 'opened', 'unknown'] as const;
export const CLAIM_SCALES = ['same', 'lighter', 'unknown'] as const;

/** What the compensation follows from. Money is in minor units of the line's currency; null: not known yet. */
export interface ClaimGoods {
  goods: (typeof CLAIM_GOODS)[number];
  pieces: number;
  /** Of one piece. */
  grams: number | null;
  postage: number | null;
  declared: number | null;
  /** Of a part that is missing or broken. */
  loss: number | null;
  box: (typeof CLAIM_BOXES)[number];
  scale: (typeof CLAIM_SCALES)[number];
  /** The post office has certified it. */
  certificate: boolean;
}

export interface ClaimAnswer {
  outcome: ClaimOutcome;
  amount: number | null;
  at: number;
}

export interface ClaimTry {
  line: ClaimLine;
  kind: ClaimKind;
  at: number;
  note: string | null;
  answer: ClaimAnswer | null;
  appeal: { at: number; answer: ClaimAnswer | null } | null;
}

/** What is kept of it, one for each case. */
export interface ClaimDoc {
  /** null: as the tracking number tells. */
  line: ClaimLine | null;
  /** null: as the case tells. */
  kind: ClaimKind | null;
  tries: ClaimTry[];
  goods: ClaimGoods | null;
}

export type ClaimFiler = 'sender' | 'either';
export type Confidence = 'high' | 'medium' | 'low';
/** Where it is filed: in the shop's seller centre, with the forwarder, or with the carrier itself. */
export type ClaimWay = 'platform' | 'forwarder' | 'carrier';
export type ClaimNeed = 'date' | 'certificate' | 'photos' | 'weight' | 'postage' | 'declared' | 'loss';

/** `unstated`: the carrier names no days. `unknown`: the day it is counted from is not known. */
export type ClaimWindow =
  | { state: 'unstated' | 'unknown' }
  | {
      state: 'early' | 'open' | 'over';
      /** First and last moment. */
      opensAt: number;
      endsAt: number;
      /** Whole days, to the opening while it is early, else to the end; 0 on the last day. */
      daysLeft: number;
      /** Where its days are counted. */
      zone: string;
    };

/** What runs: the carrier's answer, our own time to appeal, the platform's decision. */
export interface ClaimClock {
  what: 'answer' | 'appeal' | 'decision';
  /** null: nobody has named a day. */
  dueAt: number | null;
  over: boolean;
}

export type ClaimExpected =
  /** Signed for, with the packaging intact and the weight unchanged. */
  | { state: 'none' }
  | {
      state: 'sum';
      rule: 'delay' | 'documents' | 'undeclared' | 'declared' | 'part';
      goods: number;
      postage: number;
      total: number;
      /** Of a part: the most that is paid, and the weight it is worked out from. */
      cap: { amount: number; kg: number } | null;
    }
  /** By experience, not by terms. */
  | { state: 'range'; from: number; to: number; declared: number | null }
  /** Something is not known yet. */
  | { state: 'open' }
  /** By the carrier's own terms and the cover that was bought. */
  | { state: 'terms' };

export interface ClaimView {
  /** 0: nothing was entered yet. */
  version: number;
  /** Which lines there are, likeliest first. */
  lines: ClaimLine[];
  kind: ClaimKind;
  /** null: no line is known or chosen. */
  line: {
    id: ClaimLine;
    /** By an agent. */
    chosen: boolean;
    kinds: ClaimKind[];
    filer: ClaimFiler;
    certificate: boolean;
    way: ClaimWay;
    currency: string;
    mostTries: number;
    source: string;
    /** The day on which the terms were looked at, `2026-11-27`. */
    noted: string;
    confidence: Confidence;
    appeals: boolean;
  } | null;
  window: ClaimWindow;
  needs: ClaimNeed[];
  tries: ClaimTry[];
  /** How many count against `mostTries`. */
  used: number;
  clock: ClaimClock | null;
  may: { file: boolean; answer: boolean; appeal: boolean; undo: boolean };
  goods: ClaimGoods | null;
  expected: ClaimExpected;
}
