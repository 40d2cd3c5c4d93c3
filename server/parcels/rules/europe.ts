import type { NumberRule } from './rule.ts';

/** Western, northern and central Europe. */
export const EUROPE: readonly NumberRule[] = [
  { carrier: 'DPD', kind: 'dpd-28', shape: /^\d{27}[A-Z0-9]$/, check: 'mod37', telling: 0.6 },
  { carrier: 'DPD', kind: 'dpd-15', shape: /^\d{14}[A-Z]$/, check: 'mod37', telling: 0.6 },
  { carrier: 'DPD', kind: 'dpd-15-digits', shape: /^[01]\d{14}$/, check: 'mod37', telling: 0.3 },
  { carrier: 'DPD', kind: 'dpd-poland', shape: /^\d{13}[A-Z]$/, telling: 0.6 },
  { carrier: 'DPD', kind: 'dpd-14', shape: /^(?:0[1-9]|1[3-79])\d{12}$/, telling: 0.4 },
  { carrier: 'DPD', kind: 'dpd-14', shape: /^[2-9]\d{13}$/, telling: 0.22 },
  { carrier: 'DPD', kind: 'dpd-10', shape: /^\d{10}$/, telling: 0.12 },
  { carrier: 'GLS', kind: 'gls-14', shape: /^(?:97|75)\d{12}$/, telling: 0.4 },
  { carrier: 'GLS', kind: 'gls-11', shape: /^(?:033|058|282|311|333|416|911)\d{8}$/, telling: 0.36 },
  { carrier: 'GLS', kind: 'gls-11', shape: /^\d{11}$/, telling: 0.28 },
  { carrier: 'GLS', kind: 'gls-12', shape: /^\d{12}$/, telling: 0.26 },
  { carrier: 'GLS', kind: 'gls-14', shape: /^[0-689]\d{13}$/, telling: 0.15 },
  { carrier: 'GLS', kind: 'gls-track-id', shape: /^(?:00[A-Z]|ZP[A-Z])[A-Z0-9]{4}\d$/, telling: 0.35 },

  { carrier: 'Evri', kind: 'evri-16', shape: /^[A-Z]\d{2}[A-Z0-9]{3}\d{10}$/, telling: 0.85 },
  { carrier: 'Evri', kind: 'evri-16-letters', shape: /^H[A-Z0-9]{5}A\d{9}$/, telling: 0.8 },
  { carrier: 'Evri', kind: 'evri-16-digits', shape: /^\d{16}$/, telling: 0.2 },
  { carrier: 'Hermes Germany', kind: 'hermes-14', shape: /^(?:09|14)\d{12}$/, check: 'gs1', telling: 0.5 },
  { carrier: 'Hermes Germany', kind: 'hermes-14', shape: /^\d{14}$/, check: 'gs1', telling: 0.3 },
  { carrier: 'Hermes Germany', kind: 'hermes-h', shape: /^H\d{19}$/, telling: 0.9 },
  { carrier: 'Yodel', kind: 'yodel-jjd', shape: /^JJD000\d{13}$/, telling: 0.95 },
  { carrier: 'Yodel', kind: 'yodel', shape: /^JD\d{16}$/, telling: 0.8 },
  { carrier: 'Parcelforce', kind: 'parcelforce-pb', shape: /^PB[A-Z]{2}\d{10}$/, telling: 0.85 },
  { carrier: 'Parcelforce', kind: 'parcelforce-14', shape: /^[A-Z]{4}\d{10}$/, telling: 0.4 },
  { carrier: 'Parcelforce', kind: 'parcelforce-9', shape: /^[A-Z]{2}\d{7}$/, telling: 0.35 },

  { carrier: 'Colissimo', kind: 'colissimo', shape: /^[5-9][A-Z]\d{11}$/, check: 'colissimo', telling: 0.85 },
  { carrier: 'La Poste', kind: 'la-poste-13', shape: /^[0-4][A-Z]\d{11}$/, check: 'colissimo', telling: 0.85 },
  { carrier: 'La Poste', kind: 'la-poste-13', shape: /^[5-9][A-Z]\d{11}$/, check: 'colissimo', telling: 0.6 },
  { carrier: 'Colissimo', kind: 'colissimo', shape: /^[0-4][A-Z]\d{11}$/, check: 'colissimo', telling: 0.6 },
  { carrier: 'Colis Privé', kind: 'colis-prive', shape: /^(?:C800\d{13}|N9\d{15}|1R\d{14})$/, telling: 0.8 },

  { carrier: 'PostNL', kind: 'postnl-3s', shape: /^3S[A-Z]{2}[A-Z0-9]{2,3}\d{6,10}$/, telling: 0.95 },
  { carrier: 'bpost', kind: 'bpost-24', shape: /^32\d{22}$/, telling: 0.8 },
  { carrier: 'InPost', kind: 'inpost-24', shape: /^[56]\d{23}$/, telling: 0.6 },
  { carrier: 'InPost', kind: 'inpost-24', shape: /^[0-47-9]\d{23}$/, telling: 0.25 },

  { carrier: 'Correos', kind: 'correos-23', shape: /^P[A-Z0-9]{5}\d{16}[A-Z]$/, telling: 0.95 },
  { carrier: 'Correos Express', kind: 'correos-express-16', shape: /^(?:32|63|66)\d{14}$/, telling: 0.4 },
  { carrier: 'SEUR', kind: 'seur', shape: /^SEUR[A-Z]{3}\d{13}$/, telling: 0.95 },
  { carrier: 'MRW', kind: 'mrw', shape: /^0\d{4}[A-Z]\d{6}$/, telling: 0.8 },
  { carrier: 'CTT Expresso', kind: 'ctt-express', shape: /^0095\d{18}(?:\d{3})?$/, telling: 0.8 },

  { carrier: 'Poste Italiane', kind: 'poste-13', shape: /^\d[A-Z]\d{4}I\d{6}$/, telling: 0.9 },
  { carrier: 'Poste Italiane', kind: 'poste-uw', shape: /^\dUW[A-Z0-9]{6}\d{4}$/, telling: 0.9 },
  { carrier: 'Poste Italiane', kind: 'poste-5p', shape: /^\dP\d{2}[A-Z]\d{8}$/, telling: 0.85 },
  { carrier: 'Poste Italiane', kind: 'poste-12', shape: /^(?:05|1[2-6]|2\d|6[01])\d{10}$/, telling: 0.2 },
  { carrier: 'SDA', kind: 'sda-13', shape: /^288\d{10}$/, telling: 0.45 },
  { carrier: 'BRT', kind: 'brt-12', shape: /^(?:0\d|1\d)\d{10}$/, telling: 0.16 },

  { carrier: 'PostNord', kind: 'postnord-sscc', shape: /^00[35]7\d{16}$/, check: 'gs1', telling: 0.85 },
  { carrier: 'Bring', kind: 'bring-17', shape: /^7[03]\d{15}$/, check: 'gs1', telling: 0.7 },
  { carrier: 'Bring', kind: 'bring-sscc', shape: /^37\d{16}$/, check: 'gs1', telling: 0.6 },
  { carrier: 'Posti', kind: 'posti-jjfi', shape: /^JJFI\d{17}$/, telling: 0.98 },

  { carrier: 'Österreichische Post', kind: 'austria-22', shape: /^10\d{20}$/, telling: 0.5 },
  { carrier: 'Swiss Post', kind: 'swiss-18', shape: /^99\d{16}$/, telling: 0.75 },
];
