import { language } from './words.ts';

/** Minor units in words: 62000 in CNY is `CN¥620.00`. */
export function money(minor: number, currency: string): string {
  return new Intl.NumberFormat(language.value, { style: 'currency', currency }).format(minor / 100);
}

/** What a field of an amount holds: `620`, `620.5`; null where it is no amount. */
export function minorOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}
