/** Claims on carriers as the desk sees them, made up. */
import type { ClaimGoods, ClaimLine, ClaimView } from '../../protocol/claim.ts';
import type { DeskView } from '../../protocol/desk.ts';
import { hard, maya, NOW } from './side.fixtures.ts';

const DAY = 86_400_000;
const lines: ClaimLine[] = [
  'chinaEms',
  'platform',
  'ems4px',
  'uspsDomestic',
  'uspsInternational',
  'uspsInternationalExpress',
  'royalMailUk',
  'dhlExpress',
  'upsInternational',
  'fedexInternational',
  'offline',
];

const goods: ClaimGoods = {
  goods: 'declared',
  pieces: 1,
  grams: 1_200,
  postage: 9_000,
  declared: 80_000,
  loss: 70_000,
  box: 'opened',
  scale: 'lighter',
  certificate: false,
};

/** Nothing entered yet. */
const begun: ClaimView = {
  version: 0,
  lines,
  kind: 'missing',
  line: {
    id: 'chinaEms',
    chosen: false,
    kinds: ['lost', 'missing', 'damaged', 'delay'],
    filer: 'sender',
    certificate: false,
    way: 'carrier',
    currency: 'CNY',
    mostTries: 5,
    source: 'Postal Law of the PRC, article 49',
    noted: '2026-06-27',
    confidence: 'medium',
    appeals: false,
  },
  window: { state: 'open', opensAt: NOW - 21 * DAY, endsAt: NOW + 159 * DAY, daysLeft: 159, zone: 'Asia/Shanghai' },
  needs: ['photos', 'postage', 'weight', 'loss'],
  tries: [],
  used: 0,
  clock: null,
  may: { file: true, answer: false, appeal: false, undo: false },
  goods: null,
  expected: { state: 'open' },
};

const platform = {
  ...(begun.line as NonNullable<ClaimView['line']>),
  id: 'platform',
  chosen: true,
  way: 'platform',
  mostTries: 2,
  source: 'AliExpress seller centre, complaints about platform logistics',
  appeals: true,
} as const;

/** Refused, and the time for an appeal runs out. */
const refused: ClaimView = {
  ...begun,
  version: 4,
  line: platform,
  window: { state: 'unstated' },
  needs: [],
  tries: [
    {
      line: 'platform',
      kind: 'missing',
      at: NOW - 20 * DAY,
      note: 'Type: “quantity short” <b>短少</b>',
      answer: { outcome: 'refused', amount: null, at: NOW - 14 * DAY },
      appeal: null,
    },
  ],
  used: 1,
  clock: { what: 'appeal', dueAt: NOW + DAY, over: false },
  may: { file: true, answer: false, appeal: true, undo: true },
  expected: { state: 'terms' },
};

/** The platform is late. */
const late: ClaimView = {
  ...refused,
  version: 6,
  line: { ...platform, id: 'ems4px', way: 'forwarder', certificate: true, confidence: 'low' },
  window: { state: 'over', opensAt: NOW - 90 * DAY, endsAt: NOW - 30 * DAY, daysLeft: 0, zone: 'Asia/Shanghai' },
  needs: ['date', 'certificate', 'photos', 'weight', 'postage', 'declared', 'loss'],
  tries: [...refused.tries, { ...refused.tries[0], note: null, appeal: { at: NOW - 3 * DAY, answer: null } }] as ClaimView['tries'],
  used: 2,
  clock: { what: 'decision', dueAt: NOW - 2 * DAY, over: true },
  may: { file: false, answer: true, appeal: false, undo: true },
};

/** Worked out, and paid. */
const paid: ClaimView = {
  ...begun,
  version: 5,
  needs: [],
  tries: [{ line: 'chinaEms', kind: 'damaged', at: NOW - 9 * DAY, note: null, answer: { outcome: 'accepted', amount: 71_000, at: NOW - DAY }, appeal: null }], // prettier-ignore
  used: 1,
  may: { file: false, answer: false, appeal: false, undo: true },
  goods,
  expected: { state: 'sum', rule: 'part', goods: 62_000, postage: 9_000, total: 71_000, cap: { amount: 62_000, kg: 2 } },
};

const unknown: ClaimView = {
  ...begun,
  line: null,
  window: { state: 'unknown' },
  needs: [],
  may: { file: false, answer: false, appeal: false, undo: false },
};

const withClaim = (claim: ClaimView, desk: DeskView = maya): DeskView => ({ ...desk, claim });

export const claimBegun = withClaim(begun);
export const claimRefused = withClaim(refused);
export const claimLate = withClaim(late, hard);
export const claimPaid = withClaim(paid);
export const claimUnknown = withClaim(unknown);
