/** Whose label it is, by what its barcodes say. */
import { normalise } from '../../parcels/normalise.ts';
import { recognise } from '../../parcels/numbers.ts';
import type { Barcode } from './barcodes.ts';

export interface Numbers {
  /** The parcel's, and the one it has on its last mile. */
  own: readonly string[];
  /** Of other parcels of the same order. */
  others: readonly string[];
  /** The last mile's number is among `own`: then a label has no number that is not known. */
  whole: boolean;
}

export type Label =
  /** `barcode`: the number that was read. */
  | { whose: 'same' | 'other'; barcode: string }
  /** There is a barcode, and it may be anything: a sorting code, a last mile's number that nobody told us. */
  | { whose: 'unknown'; barcode: string };

/** Shorter ones would be found in anything. */
const SHORTEST = 8;

/** null: there is no barcode. One match is a match, whatever else stands on the label. */
export function whoseLabel(barcodes: readonly Barcode[], { own, others, whole }: Numbers): Label | null {
  const [first] = barcodes;
  if (first === undefined) return null;
  const same = own.find((number) => barcodes.some((barcode) => says(barcode, number)));
  if (same !== undefined) return { whose: 'same', barcode: normalise(same) };
  const sister = others.find((number) => barcodes.some((barcode) => says(barcode, number)));
  if (sister !== undefined) return { whose: 'other', barcode: normalise(sister) };
  const kinds = new Set(own.flatMap((number) => kindsOf(number)));
  const foreign = barcodes.map(numberOf).find((number) => number !== null && (whole || kindsOf(number).some((kind) => kinds.has(kind))));
  if (foreign != null && own.length > 0) return { whose: 'other', barcode: foreign };
  return { whose: 'unknown', barcode: numberOf(first) ?? first.text.slice(0, 60) };
}

/** The number alone, in a web address, or after what carriers put before it: 420 and a postcode, a GS1 identifier. */
function says({ text }: Barcode, number: string): boolean {
  const wanted = bare(normalise(number));
  return wanted.length >= SHORTEST && normalise(text).includes(wanted);
}

/**
 * A tracking number for sure: of a shape that says so, with a digit that fits. Interleaved 2 of 5 read askew gives a part of itself, and a
 * product's code is no parcel's, so neither is ever another's number.
 */
function numberOf({ format, text }: Barcode): string | null {
  if (format.startsWith('ITF') || format.startsWith('EAN') || format.startsWith('UPC')) return null;
  const number = bare(normalise(text));
  const [likeliest] = recognise(number);
  const isSure = likeliest?.checkDigit === 'ok' || (likeliest?.checkDigit === 'none' && /^[A-Z]/.test(number));
  return isSure && number.length >= SHORTEST ? number : null;
}

function kindsOf(number: string): string[] {
  const [likeliest] = recognise(bare(normalise(number)));
  return likeliest ? [likeliest.kind] : [];
}

/** USPS writes the postcode before the number, with or without it is the same parcel. */
function bare(number: string): string {
  return /^420\d{5}(?:\d{4})?(9[1-5]\d{20}|92\d{24})$/.exec(number)?.[1] ?? number;
}
