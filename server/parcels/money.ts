/** "48.20" in EUR -> 4820. Null for what is no amount, or has more decimals than the currency. */
export function toMinor(decimal: string, currency: string): number | null {
  if (!/^\d{1,12}(?:\.\d{1,4})?$/.test(decimal)) return null;
  const digits = minorDigits(currency);
  const [whole = '0', part = ''] = decimal.split('.');
  // 48.200 is 48.20, but 48.205 EUR is a mistake that rounding would hide.
  if (/[1-9]/.test(part.slice(digits))) return null;
  return Number(whole + part.slice(0, digits).padEnd(digits, '0'));
}

/** Decimals of an ISO 4217 currency: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  if (NONE.has(currency)) return 0;
  return THREE.has(currency) ? 3 : 2;
}

const NONE = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']);
const THREE = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
