/**
 * What each carrier asks of whoever claims, as data. Carriers change their terms without a word, so each line names its source, the day
 * on which it was written down here, and how sure we are. To change a deadline, change it here.
 */
import type { ClaimFiler, ClaimKind, ClaimLine, ClaimWay, Confidence } from '../../protocol/claim.ts';

/** What days are counted from. `delivery`: where nothing was delivered, the day it was expected. */
export type Since = 'mailing' | 'firstScan' | 'delivery';

export interface ClaimRule {
  kinds: readonly ClaimKind[];
  since: Since;
  /** Not before that many days. */
  fromDays: number;
  until: { days: number } | { months: number };
}

export interface LineTerms {
  /** Without a rule for its kind a claim has no days that we know of. */
  rules: readonly ClaimRule[];
  kinds: readonly ClaimKind[];
  filer: ClaimFiler;
  /** The post office at the destination must have certified the loss. */
  certificate: boolean;
  way: ClaimWay;
  mostTries: number;
  /** Where the platform stands above the carrier. */
  clocks: { answerDays: number; appealDays: number; decisionWorkingDays: number } | null;
  compensation: 'chinaEms' | 'forwarder' | 'terms';
  currency: string;
  /** Where its days are counted; null: where the shop is. */
  zone: string | null;
  source: string;
  noted: string;
  confidence: Confidence;
}

const NOTED = '2026-11-27';
const CHINA = { zone: 'Asia/Shanghai', currency: 'CNY' };
const BROKEN = ['missing', 'damaged'] as const;
const NOT_LATE = ['lost', ...BROKEN] as const;
const ALL = [...NOT_LATE, 'delay'] as const;

/** Of a line that counts no complaints: a claim that is sent again and again helps nobody. */
const SOME_TRIES = 5;
const AT_THE_CARRIER = { certificate: false, way: 'carrier', mostTries: SOME_TRIES, clocks: null, compensation: 'terms' } as const;

export const LINES: Readonly<Record<ClaimLine, LineTerms>> = {
  platform: {
    ...CHINA,
    // Each type of complaint has days of its own, which the seller centre shows beside it.
    rules: [],
    kinds: ALL,
    filer: 'sender',
    certificate: false,
    way: 'platform',
    mostTries: 2,
    clocks: { answerDays: 10, appealDays: 15, decisionWorkingDays: 1 },
    compensation: 'terms',
    source: 'AliExpress seller centre, complaints about platform logistics',
    noted: NOTED,
    confidence: 'medium',
  },
  ems4px: {
    ...CHINA,
    rules: [{ kinds: NOT_LATE, since: 'firstScan', fromDays: 9, until: { days: 60 } }],
    kinds: ALL,
    filer: 'sender',
    certificate: true,
    way: 'forwarder',
    mostTries: SOME_TRIES,
    clocks: null,
    compensation: 'chinaEms',
    source: '4PX, claims on EMS parcels',
    noted: NOTED,
    confidence: 'medium',
  },
  chinaEms: {
    ...CHINA,
    ...AT_THE_CARRIER,
    rules: [{ kinds: ALL, since: 'mailing', fromDays: 0, until: { days: 180 } }],
    kinds: ALL,
    filer: 'sender',
    compensation: 'chinaEms',
    source: 'Postal Law of the PRC, article 49; China EMS terms of compensation',
    noted: NOTED,
    confidence: 'medium',
  },
  uspsDomestic: {
    ...AT_THE_CARRIER,
    rules: [
      { kinds: ['lost'], since: 'mailing', fromDays: 15, until: { days: 60 } },
      { kinds: BROKEN, since: 'mailing', fromDays: 0, until: { days: 60 } },
    ],
    kinds: NOT_LATE,
    filer: 'either',
    currency: 'USD',
    zone: 'America/New_York',
    source: 'USPS, File a Claim: domestic',
    noted: NOTED,
    confidence: 'high',
  },
  uspsInternational: {
    ...AT_THE_CARRIER,
    rules: [{ kinds: NOT_LATE, since: 'mailing', fromDays: 7, until: { months: 6 } }],
    kinds: NOT_LATE,
    filer: 'sender',
    currency: 'USD',
    zone: 'America/New_York',
    source: 'USPS, International Inquiries',
    noted: NOTED,
    confidence: 'high',
  },
  uspsInternationalExpress: {
    ...AT_THE_CARRIER,
    rules: [{ kinds: NOT_LATE, since: 'mailing', fromDays: 3, until: { days: 90 } }],
    kinds: NOT_LATE,
    filer: 'sender',
    currency: 'USD',
    zone: 'America/New_York',
    source: 'USPS, International Inquiries: Priority Mail Express International',
    noted: NOTED,
    confidence: 'high',
  },
  royalMailUk: {
    ...AT_THE_CARRIER,
    rules: [{ kinds: NOT_LATE, since: 'mailing', fromDays: 0, until: { days: 80 } }],
    kinds: NOT_LATE,
    // Of Tracked 24 and 48 the sender alone, and the sender has the proof in any case.
    filer: 'sender',
    currency: 'GBP',
    zone: 'Europe/London',
    source: 'Royal Mail, UK compensation policy',
    noted: NOTED,
    confidence: 'medium',
  },
  dhlExpress: {
    ...AT_THE_CARRIER,
    rules: [{ kinds: NOT_LATE, since: 'firstScan', fromDays: 0, until: { days: 30 } }],
    kinds: NOT_LATE,
    filer: 'sender',
    currency: 'EUR',
    zone: null,
    source: 'DHL Express, Terms and Conditions of Carriage: Time Limits for Claims',
    noted: NOTED,
    confidence: 'medium',
  },
  upsInternational: {
    ...AT_THE_CARRIER,
    rules: [{ kinds: NOT_LATE, since: 'delivery', fromDays: 0, until: { days: 60 } }],
    kinds: NOT_LATE,
    filer: 'sender',
    currency: 'USD',
    zone: null,
    source: 'UPS, Terms and Conditions of Carriage: claims, international',
    noted: NOTED,
    confidence: 'medium',
  },
  fedexInternational: {
    ...AT_THE_CARRIER,
    rules: [
      { kinds: [...BROKEN, 'delay'], since: 'delivery', fromDays: 0, until: { days: 21 } },
      { kinds: ['lost'], since: 'firstScan', fromDays: 0, until: { months: 9 } },
    ],
    kinds: ALL,
    filer: 'sender',
    currency: 'USD',
    zone: null,
    source: 'FedEx, Conditions of Carriage, international: Claims',
    noted: NOTED,
    confidence: 'high',
  },
  offline: {
    ...CHINA,
    // What a forwarder pays, and until when, stands in its own contract or nowhere.
    rules: [],
    kinds: NOT_LATE,
    filer: 'sender',
    certificate: false,
    way: 'forwarder',
    mostTries: SOME_TRIES,
    clocks: null,
    compensation: 'forwarder',
    source: 'Experience of sellers with third-party forwarders',
    noted: NOTED,
    confidence: 'low',
  },
};
