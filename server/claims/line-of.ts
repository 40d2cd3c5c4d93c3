/** Which line a parcel went by, from its carrier's name and the shape of its number. A guess: agents know, and may choose another. */
import { CLAIM_LINES, type ClaimLine } from '../../protocol/claim.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { normalise, recognise } from '../parcels/numbers.ts';

type Clues = Pick<Parcel, 'number' | 'carrier' | 'origin' | 'destination'>;

/** The likeliest, or null where nothing tells. */
export function lineOf(parcel: Clues | null): ClaimLine | null {
  return parcel && (linesOf(parcel)[0] ?? null);
}

/** Every line there is, those that fit the parcel first. */
export function linesToChoose(parcel: Clues | null): ClaimLine[] {
  return [...new Set([...(parcel ? linesOf(parcel) : []), ...CLAIM_LINES])];
}

/** Whoever took the parcel in is claimed on; its last mile never is, since it owes nothing to the sender. */
function linesOf(parcel: Clues): ClaimLine[] {
  const named = parcel.carrier === undefined ? [] : byName(parcel.carrier, parcel);
  const guessed = recognise(parcel.number).flatMap(({ carrier }) => byName(carrier, parcel));
  return [...new Set([...named, ...guessed])];
}

function byName(carrier: string, parcel: Clues): ClaimLine[] {
  const line = NAMES.find(([name]) => name.test(carrier))?.[1];
  return line === undefined ? [] : typeof line === 'string' ? [line] : line(parcel);
}

const NAMES: readonly (readonly [RegExp, ClaimLine | ((parcel: Clues) => ClaimLine[])])[] = [
  [/cainiao|aliexpress/i, 'platform'],
  [/\b4px\b/i, 'ems4px'],
  [/china (?:post|ems)|\bems\b/i, 'chinaEms'],
  [/usps|united states postal/i, usps],
  [/royal mail/i, (parcel) => (within(parcel, 'GB') ? ['royalMailUk'] : [])],
  [/dhl express/i, 'dhlExpress'],
  [/\bups\b/i, 'upsInternational'],
  [/fedex/i, 'fedexInternational'],
  [/yanwen|yunexpress|sunyou|gofo|uniuni|yto|sto express|zto|yunda|sf express|j&t/i, 'offline'],
];

function usps(parcel: Clues): ClaimLine[] {
  if (within(parcel, 'US')) return ['uspsDomestic'];
  if (isFrom(parcel, 'US')) return [isExpress(parcel) ? 'uspsInternationalExpress' : 'uspsInternational'];
  return [];
}

/** As far as is known: a number that another post gave out tells against it. */
function isFrom({ number, origin }: Clues, country: string): boolean {
  const issuer = recognise(number).find(({ issuer: known }) => known !== undefined)?.issuer;
  return (origin?.country ?? issuer ?? country) === country;
}

function within(parcel: Clues, country: string): boolean {
  return isFrom(parcel, country) && parcel.destination?.country === country;
}

function isExpress({ number }: Clues): boolean {
  return /^E[A-Z]\d{9}[A-Z]{2}$/.test(normalise(number));
}
