/**
 * What the law and the ways of paying give a shopper beside the platform's protection, by the country the parcel goes to.
 * Told in one sentence, and never instead of the dispute. Facts, with where they stand and when they were written down.
 */
import type { FlowContext } from './context.ts';

export interface Rights {
  /** Key of its sentence. */
  text: string;
  countries: readonly string[];
  source: string;
  /** ISO date. */
  notedOn: string;
}

const EU = [
  ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE'],
  ...['IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
];

export const RIGHTS: readonly Rights[] = [
  {
    text: 'bot:rights.uk',
    countries: ['GB'],
    source: 'Consumer Rights Act 2015, sections 28 and 29',
    notedOn: '2026-11-27',
  },
  {
    text: 'bot:rights.eu',
    countries: EU,
    source: 'Directive 2011/83/EU, articles 18 and 20',
    notedOn: '2026-11-27',
  },
  {
    text: 'bot:rights.us',
    countries: ['US'],
    source: 'Fair Credit Billing Act, 15 U.S.C. 1666 (60 days from the statement); PayPal user agreement (180 days from the payment)',
    notedOn: '2026-11-27',
  },
];

/** Where no law of the country is on file: the card issuer, and PayPal's own time. */
export const ELSEWHERE: Rights = {
  text: 'bot:rights.other',
  countries: [],
  source: 'PayPal user agreement (180 days from the payment); card issuers set their own time',
  notedOn: '2026-11-27',
};

/** Whoever picked the carrier themselves bears the risk from the hand-over to it on, in the UK and the EU alike. */
const OWN_CARRIER = 'bot:rights.ownCarrier';

/** Key of the sentence for this order. */
export function rightsFor({ order, parcel, policy }: Pick<FlowContext, 'order' | 'parcel' | 'policy'>): string {
  if (policy.shopperChoseCarrier) return OWN_CARRIER;
  const country = order?.address?.country ?? parcel?.destination?.country;
  return (RIGHTS.find(({ countries }) => country !== undefined && countries.includes(country)) ?? ELSEWHERE).text;
}
