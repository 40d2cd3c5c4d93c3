import type { NumberRule } from './rule.ts';

export const MIDDLE_EAST: readonly NumberRule[] = [
  { carrier: 'SMSA Express', kind: 'smsa-12', shape: /^2[0-9]\d{10}$/, telling: 0.4 },
  { carrier: 'SMSA Express', kind: 'smsa-12', shape: /^1\d{11}$/, telling: 0.12 },
  { carrier: 'Aramex', kind: 'aramex-11', shape: /^[34]\d{10}$/, telling: 0.34 },
  { carrier: 'Aramex', kind: 'aramex-10', shape: /^\d{10}$/, telling: 0.2 },
  { carrier: 'Aramex', kind: 'aramex-12', shape: /^\d{12}$/, telling: 0.2 },
  { carrier: 'Naqel', kind: 'naqel-8', shape: /^(?:11[01]|132|533)\d{5}$/, telling: 0.25 },
  { carrier: 'Naqel', kind: 'naqel-8', shape: /^[2-9]\d{7}$/, telling: 0.1 },
  { carrier: 'Naqel', kind: 'naqel-9', shape: /^[1-9]\d{8}$/, telling: 0.1 },
  { carrier: 'Emirates Post', kind: 'emirates-post-13', shape: /^10000\d{8}$/, telling: 0.45 },
];
