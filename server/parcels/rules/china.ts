import type { NumberRule } from './rule.ts';

/** Within China; these lines publish nothing. */
export const CHINA: readonly NumberRule[] = [
  { carrier: 'SF Express', kind: 'sf', shape: /^SF\d{13,15}$/, telling: 0.95 },
  { carrier: 'SF Express', kind: 'sf-12', shape: /^\d{12}$/, telling: 0.22 },
  { carrier: 'J&T Express', kind: 'jt-china', shape: /^JT\d{13}$/, telling: 0.95 },
  { carrier: 'JD Logistics', kind: 'jd', shape: /^JD(?:[A-Z]{2}\d{11}|\d{13}|[A-Z]\d{12})$/, telling: 0.85 },
  { carrier: 'YTO Express', kind: 'yto', shape: /^YT\d{13}$/, telling: 0.95 },
  { carrier: 'ZTO Express', kind: 'zto', shape: /^7[35-9]\d{12}$/, telling: 0.45 },
  { carrier: 'ZTO Express', kind: 'zto-12', shape: /^7\d{11}$/, telling: 0.24 },
  { carrier: 'STO Express', kind: 'sto', shape: /^77[2-7]\d{12}$/, telling: 0.45 },
  { carrier: 'STO Express', kind: 'sto-letters', shape: /^STO\d{12,15}$/, telling: 0.95 },
  { carrier: 'Yunda', kind: 'yunda', shape: /^4[36]\d{13}$/, telling: 0.4 },
  { carrier: 'Yunda', kind: 'yunda-13', shape: /^(?:31|43|46)\d{11}$/, telling: 0.34 },
  { carrier: 'Best Express', kind: 'best', shape: /^60\d{12}$/, telling: 0.3 },
  { carrier: 'Deppon', kind: 'deppon', shape: /^DP[A-Z]\d{12}$/, telling: 0.95 },
  { carrier: 'China Post', kind: 'china-post-13', shape: /^9[6-9]\d{11}$/, telling: 0.35 },
  { carrier: 'China EMS', kind: 'china-ems-13', shape: /^1[0-3]\d{11}$/, telling: 0.34 },
];
