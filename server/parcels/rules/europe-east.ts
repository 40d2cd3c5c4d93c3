import type { NumberRule } from './rule.ts';

/** From Poland to the Urals, and Turkey. */
export const EUROPE_EAST: readonly NumberRule[] = [
  { carrier: 'Poczta Polska', kind: 'poczta-polska-20', shape: /^00\d590\d{14}$/, check: 'gs1', telling: 0.9 },
  { carrier: 'Pocztex', kind: 'pocztex', shape: /^PX\d{10}$/, telling: 0.9 },
  { carrier: 'Allegro One', kind: 'allegro', shape: /^A\d{3}[A-Z0-9]{5}\d$/, telling: 0.4 },
  { carrier: 'Packeta', kind: 'packeta', shape: /^Z\d{10}$/, telling: 0.85 },
  { carrier: 'Česká pošta', kind: 'czech-post-13', shape: /^[A-Z]{2}\d{10}[A-Z]$/, telling: 0.5 },
  { carrier: 'PPL', kind: 'ppl', shape: /^[2-4]\d{10}$/, telling: 0.18 },
  { carrier: 'Venipak', kind: 'venipak', shape: /^V\d{5}E\d{7}$/, telling: 0.95 },

  { carrier: 'Nova Poshta', kind: 'nova-poshta-14', shape: /^(?:20|51|59)\d{12}$/, telling: 0.7 },
  { carrier: 'Nova Poshta', kind: 'nova-post-global', shape: /^NP\d{12,16}NPG$/, telling: 0.98 },
  { carrier: 'Ukrposhta', kind: 'ukrposhta-13', shape: /^0\d{12}$/, telling: 0.3 },
  { carrier: 'Meest', kind: 'meest-zz', shape: /^[A-Z]{2}\d{9}ZZ$/, telling: 0.6 },
  { carrier: 'Meest', kind: 'meest-10', shape: /^71\d{8}$/, telling: 0.2 },

  { carrier: 'Russian Post', kind: 'russian-post-14', shape: /^[1-9]\d{13}$/, check: 'gs1', telling: 0.45 },
  { carrier: 'CDEK', kind: 'cdek-10', shape: /^1\d{9}$/, telling: 0.3 },
  { carrier: 'CDEK', kind: 'cdek-11', shape: /^1\d{10}$/, telling: 0.2 },

  { carrier: 'PTT', kind: 'ptt-13', shape: /^2[78]\d{11}$/, telling: 0.4 },
  { carrier: 'PTT', kind: 'ptt-kp', shape: /^KP\d{11}$/, telling: 0.85 },
  { carrier: 'Yurtiçi Kargo', kind: 'yurtici-12', shape: /^(?:10|11|40|90)\d{10}$/, telling: 0.3 },
  { carrier: 'Yurtiçi Kargo', kind: 'yurtici-12', shape: /^[2-35-8]\d{11}$/, telling: 0.14 },
  { carrier: 'Aras Kargo', kind: 'aras-13', shape: /^[1-9]\d{12}$/, telling: 0.22 },
  { carrier: 'Trendyol Express', kind: 'trendyol', shape: /^7[23]\d{14}$/, telling: 0.3 },
];
