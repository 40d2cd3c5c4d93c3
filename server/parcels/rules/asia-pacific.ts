import type { NumberRule } from './rule.ts';

/** Asia without China, and Oceania. */
export const ASIA_PACIFIC: readonly NumberRule[] = [
  { carrier: 'Yamato', kind: 'yamato-12', shape: /^\d{12}$/, check: 'mod7', telling: 0.32 },
  { carrier: 'Sagawa', kind: 'sagawa-12', shape: /^\d{12}$/, check: 'mod7', telling: 0.31 },
  { carrier: 'Japan Post', kind: 'japan-post-12', shape: /^\d{12}$/, check: 'mod7', telling: 0.3 },
  { carrier: 'Japan Post', kind: 'japan-post-11', shape: /^\d{11}$/, check: 'mod7', telling: 0.3 },

  { carrier: 'Korea Post', kind: 'korea-post-13', shape: /^[1-8]\d{12}$/, telling: 0.28 },
  { carrier: 'CJ Logistics', kind: 'cj-12', shape: /^(?:3[68]|5\d|6\d)\d{10}$/, telling: 0.3 },
  { carrier: 'CJ Logistics', kind: 'cj-13', shape: /^384\d{10}$/, telling: 0.4 },
  { carrier: 'CJ Logistics', kind: 'cj-10', shape: /^\d{10}$/, telling: 0.18 },

  { carrier: 'J&T Express', kind: 'jt-asia', shape: /^J[BDOPXZ]\d{10}$/, telling: 0.7 },
  { carrier: 'J&T Express', kind: 'jt-14', shape: /^JT\d{14}$/, telling: 0.9 },
  { carrier: 'J&T Express', kind: 'jt-12', shape: /^(?:63|82|94)\d{10}$/, telling: 0.24 },
  { carrier: 'Ninja Van', kind: 'ninja-van', shape: /^N(?:INJ|IN|V|L)[A-Z]{2,4}[A-Z0-9]{3,12}\d{5}$/, telling: 0.8 },
  { carrier: 'Shopee Express', kind: 'shopee', shape: /^(?:SPX)?(?:BR|ID|MY|PH|SG|TH|VN)\d{12,15}[A-Z0-9]$/, telling: 0.7 },
  { carrier: 'Flash Express', kind: 'flash', shape: /^TH\d{5,13}[A-Z0-9]{2}\d[A-Z0-9]$/, telling: 0.6 },
  { carrier: 'Kerry Express', kind: 'kerry', shape: /^KE[A-Z]{1,2}\d{9,11}$/, telling: 0.75 },
  { carrier: 'Pos Malaysia', kind: 'poslaju', shape: /^[A-Z]{3}\d{9}MY$/, telling: 0.95 },
  { carrier: 'GDEX', kind: 'gdex', shape: /^MY\d{11}$/, telling: 0.7 },
  { carrier: 'Ekart', kind: 'ekart', shape: /^(?:FMP[CP]|SRT[CP]|WSPP|SNAC|NMBP|ITLC)\d{10}$/, telling: 0.9 },
  { carrier: 'Delhivery', kind: 'delhivery', shape: /^(?:1[249]|24|68|80)\d{11,12}$/, telling: 0.2 },
  { carrier: 'DTDC', kind: 'dtdc', shape: /^[A-Z]\d{8}$/, telling: 0.35 },

  { carrier: 'Australia Post', kind: 'australia-post-997', shape: /^99[67]\d{20}$/, telling: 0.8 },
  { carrier: 'Australia Post', kind: 'australia-post-997', shape: /^99[67]\d{15}$/, telling: 0.7 },
  { carrier: 'Australia Post', kind: 'australia-post-33', shape: /^33[A-Z][A-Z0-9]{2,3}\d{6,18}$/, telling: 0.85 },
  { carrier: 'Australia Post', kind: 'australia-post-eparcel', shape: /^[A-Z]{3}\d{15}(?:\d{5})?$/, telling: 0.55 },
  { carrier: 'Australia Post', kind: 'australia-post-consignment', shape: /^[A-Z]{3,5}\d{7}$/, telling: 0.25 },
  { carrier: 'StarTrack', kind: 'startrack', shape: /^[A-Z]{4}\d{8}$/, telling: 0.4 },
  { carrier: 'CouriersPlease', kind: 'couriers-please', shape: /^CP[A-Z]{4,6}\d{9,10}$/, telling: 0.85 },
  { carrier: 'Aramex', kind: 'aramex-au', shape: /^(?:[A-Z]{2}|\d[A-Z])\d{10}$/, telling: 0.35 },
  { carrier: 'New Zealand Post', kind: 'nz-post-20', shape: /^00794\d{15}$/, telling: 0.8 },
];
