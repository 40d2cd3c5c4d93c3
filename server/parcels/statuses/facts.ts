/** Facts that carriers write into an event's text and nowhere else: amounts due, deadlines, who signed, where it waits. */
import type { Parcel } from '../../../protocol/parcel.ts';
import { minorDigits, toMinor } from '../money.ts';

/** Duty, fee and deadline named in the text; undefined where it names none. Minor units. */
export function dueIn(text: string, saidAt: number): Parcel['due'] {
  const due: NonNullable<Parcel['due']> = {};
  const amounts = [...text.matchAll(AMOUNT)];
  amounts.forEach((match, i) => {
    const currency = currencyOf(match[1] ?? match[4] ?? '');
    const value = currency === null ? null : minorOf(match[2] ?? match[3] ?? '', currency);
    if (currency === null || value === null) return;
    const from = i === 0 ? 0 : (amounts[i - 1]?.index ?? 0) + (amounts[i - 1]?.[0].length ?? 0);
    const isFee = FEE.test(text.slice(from, match.index)) || FEE_AFTER.test(text.slice(match.index + match[0].length));
    if (isFee && due.fee === undefined) due.fee = value;
    else if (due.amount === undefined) due.amount = value;
    due.currency ??= currency;
  });
  const until = dateIn(text, saidAt);
  if (until !== null) due.until = until;
  return Object.keys(due).length > 0 ? due : undefined;
}

/** Who signed and where it was left, in the carrier's own words. */
export function proofIn(text: string): NonNullable<Parcel['proof']> {
  const signed =
    /\b(?:signed (?:for )?by|firmado por|signé par)[: ]+([\p{L}][\p{L}.' -]{0,40}?)(?=[,;(]|(?<=\p{L}{2})\.(?: |$)|$| (?:at|on|in)\b)/iu.exec(
      text,
    );
  const place = PLACE_LEFT.exec(text);
  return {
    ...(signed?.[1] !== undefined && { signedBy: signed[1].trim() }),
    ...(place && { place: place[0].toLowerCase() }),
  };
}

/** Where and until when a parcel waits. `fallback` is the event's place, used when the text names no shop. */
export function pickupIn(text: string, saidAt: number, fallback: string | null): Parcel['pickup'] {
  const name =
    /\b(?:at|from|to|in|into) (?:the |your |an? )?(?:retail outlet )*((?:\S+ ){0,5}?(?:post office|parcel ?shop|parcel ?locker|locker|pick-?up point|service point|collection point|station|shop|store|depot|packstation)(?: (?!(?:until|till|by|before|from|for|since|as|and|code|pin)\b)[^\s,.;]+){0,5})/iu.exec(
      text,
    )?.[1] ?? fallback;
  if (name === null || name === undefined) return undefined;
  const until = dateIn(text, saidAt);
  const code = /\b(?:pick-?up|collection|access)? ?(?:code|pin)[: ]+([A-Z0-9]{4,10})\b/i.exec(text)?.[1];
  return { name, ...(until !== null && { until }), ...(code !== undefined && /\d/.test(code) && { code }) };
}

/** A deadline: "by 28 Nov", "until 2025-11-28", "within 10 days". The end of that day, UTC; null where none is named. */
export function dateIn(text: string, saidAt: number): number | null {
  const span = /\b(?:within|in|for|after) (?:the next )?(\d{1,2}) (?:calendar |working |business )?days?\b|(\d{1,2}) ?天(?:内|之内)/i.exec(
    text,
  );
  if (span) return endOfDay(saidAt + Number(span[1] ?? span[2]) * DAY);
  const iso =
    /(?:\b(?:by|before|until|till|to|on|bis|avant le|jusqu'au|antes del|hasta el)\b|截止|前)?[ :]*\b(20\d{2})-(\d{2})-(\d{2})\b/i.exec(
      text,
    );
  if (iso) return valid(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const named =
    /\b(?:by|before|until|till|on|through) (?:\w{3,9},? )?(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?),?(?: (20\d{2}))?/i.exec(
      text,
    );
  if (!named) return null;
  const month = MONTHS.indexOf((named[2] ?? named[3] ?? '').slice(0, 3).toLowerCase());
  const day = Number(named[1] ?? named[4]);
  const year = named[5] === undefined ? new Date(saidAt).getUTCFullYear() : Number(named[5]);
  const at = valid(year, month, day);
  // Without a year the next such day is meant: "by 4 Jan" said in December.
  return at !== null && named[5] === undefined && at < saidAt - 60 * DAY ? valid(year + 1, month, day) : at;
}

const DAY = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function valid(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month, day);
  return new Date(at).getUTCDate() === day && new Date(at).getUTCMonth() === month ? endOfDay(at) : null;
}

function endOfDay(at: number): number {
  return Math.floor(at / DAY) * DAY + DAY - 1000;
}

const NUMBER = "\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,3})?";
const CURRENCY =
  '€|£|\\$|US\\$|¥|₩|₹|zł|EUR|GBP|USD|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|JPY|CNY|KRW|INR|MXN|BRL|SAR|AED|KWD|JOD|EGP|ILS|TRY';
const AMOUNT = new RegExp(`(${CURRENCY}) ?(${NUMBER})|(${NUMBER}) ?(${CURRENCY})(?![A-Za-z])`, 'g');
const FEE =
  /\b(?:fee|handling|processing|admin\w*|advance(?:ment)?|disbursement|service charge|frais de (?:gestion|dossier)|gestión|servicepauschale|手续费)\b[^\d€£$]{0,25}$/i;
const FEE_AFTER = /^ ?(?:(?:handling|processing|admin\w*|service|clearance) (?:fee|charge)|fee\b|手续费|de frais)/i;
const PLACE_LEFT =
  /\b(?:front door|back door|side door|porch|mail ?box|letter ?box|mail ?room|neighbou?r|reception(?:ist)?|front desk|concierge|safe place|garage|garden|shed|locker|parcel box|security desk|po box)\b/i;

function currencyOf(sign: string): string | null {
  const named: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD', '₩': 'KRW', '₹': 'INR', zł: 'PLN' };
  // The yen sign stands for two currencies: better no amount than a wrong one.
  return named[sign] ?? (/^[A-Z]{3}$/.test(sign) ? sign : null);
}

function minorOf(written: string, currency: string): number | null {
  const bare = written.replace(/[ ']/g, '');
  const decimal = /[.,](\d{1,2})$/.exec(bare) ?? (minorDigits(currency) === 3 ? /[.,](\d{3})$/.exec(bare) : null);
  const whole = (decimal ? bare.slice(0, decimal.index) : bare).replace(/[.,]/g, '');
  return toMinor(decimal ? `${whole}.${decimal[1] ?? ''}` : whole, currency);
}
