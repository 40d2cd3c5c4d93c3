/** What people write where a tracking number is asked for, and what is another thing whatever carriers' shapes it fits. */
import { luhnFits } from './check-digits.ts';

/** `isSure`: its check digit fits, so that only what can't be a number at all speaks against it. */
export function isSomethingElse(text: string, number: string, isSure: boolean): boolean {
  if (IMPOSSIBLE.some((shape) => shape.test(text)) || ONE_DIGIT.test(number) || isAddress(text) || isAccount(number)) return true;
  return !isSure && (isPhone(text) || isCard(number) || isDay(number) || NAMED.test(number));
}

const IMPOSSIBLE = [
  // An e-mail address, a price, a time of day, a phone number with its country.
  /@/,
  /\p{Sc}/u,
  /\d:\d\d/,
  /^\s*(?:tel\.?:?\s*)?\+\s?\d/i,
];
const ONE_DIGIT = /^(\d)\1*$/;

/** An IBAN: its own check digits say so. */
function isAccount(number: string): boolean {
  if (
    !/^(?:A[DELTZ]|B[AEGHRY]|C[HRYZ]|D[EKO]|E[EGS]|F[IOR]|G[BEILRT]|H[RU]|I[ELQST]|JO|K[WZ]|L[BCITUV]|M[CDEKRTU]|N[LO]|P[KLST]|QA|R[OS]|S[AEIKMV]|T[LNR]|UA|V[AG]|XK)\d{2}[A-Z0-9]{11,30}$/.test(
      number,
    )
  ) {
    return false;
  }
  const digits = [...(number.slice(4) + number.slice(0, 4))].map((char) => Number.parseInt(char, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

// (555) 123-4567 and 555-123-4567: no label groups its digits like that.
function isPhone(text: string): boolean {
  return /^\s*(?:1[ .-]?)?(?:\(\d{3,5}\)\s?\d{3,4}[ .-]?\d{3,4}|\d{3}-\d{3}-\d{4})\s*$/.test(text);
}

/** Of a computer. */
function isAddress(text: string): boolean {
  const parts = /^\s*(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\s*$/.exec(text)?.slice(1);
  return parts?.every((part) => Number(part) < 256) ?? false;
}

/** Of a bank: the shopper should not have sent it, and nobody should look it up. */
function isCard(number: string): boolean {
  return CARD.test(number) && luhnFits(number);
}

// Visa, Mastercard, American Express, Discover.
const CARD = /^(?:4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12})$/;

/** A day, written in one. */
function isDay(number: string): boolean {
  return /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/.test(number);
}

/** "Invoice 1234567": the word says what it is. */
const NAMED =
  /^(?:ACC|BOOK|CASE|CODE|CUST|DATE|FAX|HTTP|ID|IMEI|INV|INVOICE|ISBN|ITEM|NO|NR|ORD|ORDER|PART|PIN|PO|REF|RMA|SKU|SO|TEL|TEST|TKT|TW|USER|VAT)\d{1,9}$/;
