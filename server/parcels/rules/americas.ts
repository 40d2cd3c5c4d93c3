import type { NumberRule } from './rule.ts';

export const AMERICAS: readonly NumberRule[] = [
  // 420 and a ZIP code, of five digits or nine, are printed in front of the number; its check digit does not cover them.
  { carrier: 'USPS', kind: 'usps-impb', shape: /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{20}$/, check: 'usps22', telling: 0.9 },
  { carrier: 'USPS', kind: 'usps-impb-26', shape: /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{24}$/, check: 'usps26', telling: 0.8 },
  { carrier: 'USPS', kind: 'usps-20', shape: /^\d{20}$/, check: 'usps20', telling: 0.4 },
  { carrier: 'USPS', kind: 'usps-20-zip', shape: /^420\d{5}(?:\d{4})?[0127]\d{19}$/, check: 'usps20', telling: 0.5 },
  { carrier: 'USPS', kind: 'usps-10', shape: /^82\d{8}$/, telling: 0.15 },

  { carrier: 'OnTrac', kind: 'ontrac-15', shape: /^[CD]\d{14}$/, check: 'ontrac', telling: 0.9 },
  { carrier: 'LaserShip', kind: 'lasership-1ls', shape: /^1LS\d{12,14}$/, telling: 0.95 },
  { carrier: 'LaserShip', kind: 'lasership-lx', shape: /^L[AEHILNSWX]\d{8}$/, telling: 0.6 },
  { carrier: 'UniUni', kind: 'uniuni', shape: /^UUS[A-Z0-9]{2}\d{11,15}$/, telling: 0.9 },
  { carrier: 'GOFO', kind: 'gofo', shape: /^GFUS\d{14}$/, telling: 0.9 },
  { carrier: 'SpeedX', kind: 'speedx', shape: /^SPX[A-Z]{3}\d{12,15}$/, telling: 0.9 },
  { carrier: 'Spee-Dee', kind: 'spee-dee', shape: /^SP\d{16}(?:\d{2})?$/, telling: 0.85 },
  { carrier: 'GLS US', kind: 'gls-us', shape: /^GS\d{9}$/, telling: 0.6 },

  { carrier: 'Canada Post', kind: 'canada-post-16', shape: /^\d{16}$/, check: 'gs1', telling: 0.35 },
  { carrier: 'Purolator', kind: 'purolator-12', shape: /^[0-5]\d{11}$/, check: 'luhn', telling: 0.3 },
  { carrier: 'Purolator', kind: 'purolator-letters', shape: /^[A-Z]{3}\d{9}$/, telling: 0.4 },
  { carrier: 'Canpar', kind: 'canpar', shape: /^[CDKLSUXZ]\d{21}$/, telling: 0.85 },
  { carrier: 'Loomis Express', kind: 'loomis', shape: /^LSH[A-Z]\d{8}$/, telling: 0.8 },
  { carrier: 'Intelcom', kind: 'intelcom', shape: /^INTL[A-Z]{3}\d{9}$/, telling: 0.95 },

  { carrier: 'Estafeta', kind: 'estafeta', shape: /^[1-9]0[15]\d{19}$/, telling: 0.3 },
];
