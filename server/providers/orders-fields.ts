/** The fields of an imported order, from text to what the protocol holds. Each throws `FieldError`, worded for the owner. */
import { normalise } from '../parcels/normalise.ts';
import { minorDigits, toMinor } from '../parcels/money.ts';
import { parseTime } from '../parcels/statuses/times.ts';

export class FieldError extends Error {
  override readonly name = 'FieldError';
}

/** A row's values by column name; what is empty is not there. */
export type Row = ReadonlyMap<string, string>;

export function required(row: Row, column: string, most = 200): string {
  const value = optional(row, column, most);
  if (value === undefined) throw new FieldError(`"${column}" is empty.`);
  return value;
}

export function optional(row: Row, column: string, most = 200): string | undefined {
  const value = row.get(column);
  if (value !== undefined && value.length > most) throw new FieldError(`"${column}" is longer than ${most} characters.`);
  return value;
}

export function email(row: Row): string {
  const value = required(row, 'email', 254);
  if (!/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(value)) throw new FieldError(`"email" has no address in it: ${shown(value)}`);
  return value;
}

export function currency(row: Row): string {
  const value = required(row, 'currency').toUpperCase();
  if (!/^[A-Z]{3}$/.test(value)) throw new FieldError(`"currency" must be three letters such as EUR: ${shown(value)}`);
  return value;
}

/** A decimal amount with a dot, such as 48.20, to minor units. */
export function money(value: string, column: string, unit: string): number {
  const minor = toMinor(value, unit);
  if (minor !== null) return minor;
  const example = ['48', '48.2', '48.20', '48.200'][minorDigits(unit)] ?? '48.20';
  throw new FieldError(`"${column}" must be an amount in ${unit} such as ${example}, with a dot: ${shown(value)}`);
}

/** ISO 8601 with or without a time; without a zone it is UTC. */
export function time(value: string, column: string): number {
  const moment = parseTime(value);
  if (moment === null) throw new FieldError(`"${column}" must be a date such as 2025-11-03 or 2025-11-03T14:12:00Z: ${shown(value)}`);
  return moment;
}

export function quantity(value: string | undefined): number {
  if (value === undefined) return 1;
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new FieldError(`"item_quantity" must be a whole number from 1 to 9999: ${shown(value)}`);
  return Number(value);
}

export function country(value: string): string {
  if (!/^[A-Za-z]{2}$/.test(value)) throw new FieldError(`"address_country" must be two letters such as GB: ${shown(value)}`);
  return value.toUpperCase();
}

/** Several numbers may stand in one field, parted by `|`. */
export function trackingNumbers(value: string | undefined): string[] {
  const numbers = (value ?? '')
    .split('|')
    .map(normalise)
    .filter((number) => number !== '');
  const bad = numbers.find((number) => !/^[A-Z0-9]{5,40}$/.test(number));
  if (bad !== undefined) throw new FieldError(`"tracking_number" must be 5 to 40 letters and digits: ${shown(bad)}`);
  return [...new Set(numbers)];
}

function shown(value: string): string {
  return JSON.stringify(value.slice(0, 40));
}
