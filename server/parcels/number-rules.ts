/**
 * What tracking numbers look like, as data. Sources: UPU standard S10; carriers' published label specifications as
 * collected in jkeen/tracking_number_data (MIT); for Chinese domestic and cross-border lines, which publish nothing,
 * the shapes that their numbers show. Checked November 2025.
 */
import type { CheckName } from './check-digits.ts';

export interface NumberRule {
  carrier: string;
  kind: string;
  /** Against the normalised number, whole. */
  shape: RegExp;
  check?: CheckName;
  /** How much the shape alone says, 0 to 1: letters and fixed prefixes much, a run of digits little. */
  telling: number;
}

export const NUMBER_RULES: readonly NumberRule[] = [
  { carrier: 'UPS', kind: 'ups-1z', shape: /^1Z[A-Z0-9]{15}\d$/, check: 'ups', telling: 1 },
  { carrier: 'Amazon Logistics', kind: 'amazon-tba', shape: /^TB[ACM]\d{12}$/, telling: 0.95 },

  { carrier: 'USPS', kind: 'usps-impb', shape: /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{20}$/, check: 'usps', telling: 0.9 },
  { carrier: 'USPS', kind: 'usps-impb-26', shape: /^92\d{24}$/, check: 'usps', telling: 0.8 },
  { carrier: 'USPS', kind: 'usps-20', shape: /^\d{20}$/, check: 'usps', telling: 0.4 },

  { carrier: 'FedEx', kind: 'fedex-ground-96', shape: /^96\d{20}$/, check: 'fedexGround', telling: 0.85 },
  { carrier: 'FedEx', kind: 'fedex-express-12', shape: /^\d{12}$/, check: 'fedex12', telling: 0.5 },
  { carrier: 'FedEx', kind: 'fedex-ground-15', shape: /^\d{15}$/, check: 'fedexGround', telling: 0.45 },

  { carrier: 'DHL Express', kind: 'dhl-express', shape: /^\d{10,11}$/, check: 'dhlExpress', telling: 0.4 },
  { carrier: 'DHL Express', kind: 'dhl-express-piece', shape: /^J(?:JD|VGL)0\d{8,20}$/, telling: 0.9 },
  { carrier: 'DHL Paket', kind: 'dhl-paket', shape: /^00340\d{15}$/, check: 'gs1', telling: 0.85 },
  { carrier: 'DHL Paket', kind: 'dhl-paket-20', shape: /^\d{20}$/, check: 'gs1', telling: 0.35 },
  { carrier: 'DHL Paket', kind: 'dhl-identcode', shape: /^\d{12}$/, check: 'identcode', telling: 0.3 },
  { carrier: 'DHL eCommerce', kind: 'dhl-ecommerce', shape: /^GM\d{14,22}$/, telling: 0.9 },

  { carrier: 'DPD', kind: 'dpd-28', shape: /^\d{27}[A-Z0-9]$/, check: 'dpd', telling: 0.6 },
  { carrier: 'DPD', kind: 'dpd-14', shape: /^0[15]\d{12}$/, telling: 0.25 },
  { carrier: 'Evri', kind: 'evri-16', shape: /^H[A-Z0-9]{5}A\d{9}$/, telling: 0.8 },
  { carrier: 'Yodel', kind: 'yodel', shape: /^JD\d{16}$/, telling: 0.8 },
  { carrier: 'Canada Post', kind: 'canada-post-16', shape: /^\d{16}$/, check: 'gs1', telling: 0.3 },

  { carrier: 'Cainiao', kind: 'cainiao-lp', shape: /^LP\d{14}$/, telling: 0.95 },
  { carrier: 'YunExpress', kind: 'yunexpress', shape: /^YT\d{16}$/, telling: 0.95 },
  { carrier: 'YTO Express', kind: 'yto', shape: /^YT\d{13}$/, telling: 0.95 },
  { carrier: '4PX', kind: '4px', shape: /^4PX\d{13}CN$/, telling: 1 },
  { carrier: 'Yanwen', kind: 'yanwen', shape: /^[A-Z]{2}\d{9}Y[PW]$/, telling: 0.9 },
  { carrier: 'J&T Express', kind: 'jt-china', shape: /^JT\d{13}$/, telling: 0.95 },
  { carrier: 'J&T Express', kind: 'jt-asia', shape: /^J[BDOPXZ]\d{10}$/, telling: 0.7 },
  { carrier: 'SF Express', kind: 'sf', shape: /^SF\d{13}$/, telling: 0.95 },
  { carrier: 'JD Logistics', kind: 'jd', shape: /^JD(?:[A-Z]{2}\d{11}|\d{13})$/, telling: 0.85 },
  { carrier: 'SunYou', kind: 'sunyou', shape: /^SY[A-Z]{2}\d{9,10}$/, telling: 0.85 },
  { carrier: 'GOFO', kind: 'gofo', shape: /^GFUS\d{14}$/, telling: 0.9 },
  { carrier: 'UniUni', kind: 'uniuni', shape: /^UUS[A-Z0-9]{2}\d{11,15}$/, telling: 0.9 },
  { carrier: 'ZTO Express', kind: 'zto', shape: /^7[35-9]\d{12}$/, telling: 0.45 },
  { carrier: 'STO Express', kind: 'sto', shape: /^77[2-7]\d{12}$/, telling: 0.45 },
  { carrier: 'Yunda', kind: 'yunda', shape: /^4[36]\d{13}$/, telling: 0.4 },
  { carrier: 'China Post', kind: 'china-post-13', shape: /^9[6-9]\d{11}$/, telling: 0.35 },
];

export const S10_SHAPE = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** The post that issues S10 numbers with a country's suffix. It tells who issued the number, not where the parcel is. */
export const S10_POSTS: Readonly<Record<string, string>> = {
  AE: 'Emirates Post',
  AR: 'Correo Argentino',
  AT: 'Österreichische Post',
  AU: 'Australia Post',
  BE: 'bpost',
  BG: 'Bulgarian Posts',
  BR: 'Correios',
  CA: 'Canada Post',
  CH: 'Swiss Post',
  CL: 'Correos de Chile',
  CN: 'China Post',
  CO: '4-72',
  CY: 'Cyprus Post',
  CZ: 'Česká pošta',
  DE: 'Deutsche Post DHL',
  DK: 'PostNord Danmark',
  EE: 'Omniva',
  EG: 'Egypt Post',
  ES: 'Correos',
  FI: 'Posti',
  FR: 'La Poste',
  GB: 'Royal Mail',
  GR: 'Hellenic Post',
  HK: 'Hongkong Post',
  HR: 'Hrvatska pošta',
  HU: 'Magyar Posta',
  ID: 'Pos Indonesia',
  IE: 'An Post',
  IL: 'Israel Post',
  IN: 'India Post',
  IS: 'Íslandspóstur',
  IT: 'Poste Italiane',
  JO: 'Jordan Post',
  JP: 'Japan Post',
  KR: 'Korea Post',
  KW: 'Kuwait Post',
  KZ: 'Kazpost',
  LT: 'Lietuvos paštas',
  LU: 'POST Luxembourg',
  LV: 'Latvijas Pasts',
  MA: 'Poste Maroc',
  MO: 'CTT Macau',
  MT: 'MaltaPost',
  MX: 'Correos de México',
  MY: 'Pos Malaysia',
  NL: 'PostNL',
  NO: 'Posten',
  NZ: 'New Zealand Post',
  PE: 'Serpost',
  PH: 'PHLPost',
  PK: 'Pakistan Post',
  PL: 'Poczta Polska',
  PT: 'CTT',
  QA: 'Qatar Post',
  RO: 'Poșta Română',
  RS: 'Pošta Srbije',
  RU: 'Russian Post',
  SA: 'Saudi Post',
  SE: 'PostNord Sverige',
  SG: 'Singapore Post',
  SI: 'Pošta Slovenije',
  SK: 'Slovenská pošta',
  TH: 'Thailand Post',
  TR: 'PTT',
  TW: 'Chunghwa Post',
  UA: 'Ukrposhta',
  US: 'USPS',
  UZ: 'Uzbekistan Post',
  VN: 'Vietnam Post',
  ZA: 'South African Post Office',
};
