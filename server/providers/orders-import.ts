/**
 * Orders from a file of the owner's.
 *
 * CSV: a header, then one line for each item; lines with one `order_number` make one order, and what concerns the whole
 * order may stand on its first line only. JSON: an array of orders (or `{ "orders": [...] }`) with the same names,
 * where an order's `items` is a list of `{ id, name, variant, quantity, price }` and `tracking_number` may be a list.
 *
 * | column | |
 * |---|---|
 * | order_number, email, currency, total, placed_at | needed on an order's first line |
 * | postcode, customer_name, shipped_at, protected_until | |
 * | address_line, address_city, address_postcode, address_country | all four or none; the country has two letters |
 * | item_name, item_id, item_variant, item_quantity, item_price | an order needs one item; the quantity is 1 if left out |
 * | tracking_number, carrier | several numbers are parted by a bar; given for every item they tell how the order was split |
 *
 * Amounts are decimals with a dot, times ISO 8601 (UTC where no zone stands).
 */
import type { Order, OrderItem } from '../../protocol/order.ts';
import { asList, asObject } from '../parcels/statuses/json.ts';
import { parseCsv } from './csv.ts';
import {
  country,
  currency,
  email,
  FieldError,
  money,
  optional,
  quantity,
  required,
  time,
  trackingNumbers,
  type Row,
} from './orders-fields.ts';
import { orderNumber } from './orders-store.ts';

export interface ImportProblem {
  /** CSV: the line in the file. JSON: which order of the list. Both counted from 1. */
  line: number;
  text: string;
}

const COLUMNS = [
  'order_number',
  'email',
  'postcode',
  'customer_name',
  'placed_at',
  'currency',
  'total',
  'shipped_at',
  'protected_until',
  'address_line',
  'address_city',
  'address_postcode',
  'address_country',
  'item_id',
  'item_name',
  'item_variant',
  'item_quantity',
  'item_price',
  'tracking_number',
  'carrier',
] as const;
const NEEDED = ['order_number', 'email', 'placed_at', 'currency', 'total', 'item_name'] as const;

/** Bad lines are named, good ones kept: nothing of the file is left out unsaid. */
export function importOrders(text: string, format: 'csv' | 'json'): { orders: Order[]; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const rows = format === 'csv' ? csvRows(text, problems) : jsonRows(text, problems);
  const drafts = new Map<string, Draft>();
  for (const { line, row } of rows) {
    try {
      takeIn(drafts, line, row);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      problems.push({ line, text: error.message });
    }
  }
  const orders = [...drafts.values()].flatMap((draft) => finished(draft, problems));
  return { orders, problems: problems.sort((a, b) => a.line - b.line) };
}

interface LineOfRow {
  line: number;
  row: Row;
}

/** `order` is null where its first line could not be read, so that its other lines are not taken for a new order. */
interface Draft {
  line: number;
  order: Order | null;
}

function takeIn(drafts: Map<string, Draft>, line: number, row: Row): void {
  const number = orderNumber(required(row, 'order_number', 40));
  let draft = drafts.get(number);
  if (!draft) {
    draft = { line, order: null };
    drafts.set(number, draft);
    draft.order = newOrder(number, row);
  }
  const { order } = draft;
  if (!order) throw new FieldError(`Order ${number} was left out because of its line ${draft.line}.`);
  if (row.has('email') && row.get('email') !== order.email)
    throw new FieldError(`"email" differs from line ${draft.line} of order ${number}.`);

  // Everything is read before anything is kept, so that a bad line leaves no half of itself behind.
  const item = row.has('item_name') ? itemOf(row, order) : null;
  const numbers = trackingNumbers(row.get('tracking_number'));
  const carrier = optional(row, 'carrier', 80);
  if (item) order.items.push(item);
  for (const tracking of numbers) addParcel(order, tracking, carrier, item);
}

function finished({ line, order }: Draft, problems: ImportProblem[]): Order[] {
  if (!order) return [];
  if (order.items.length === 0) {
    problems.push({ line, text: `Order ${order.number} was left out: it has no item that could be read.` });
    return [];
  }
  // A number on the first line alone is the whole order's; only where every item has one do they tell the split.
  const packed = new Set(order.parcels.flatMap((parcel) => parcel.itemIds ?? []));
  if (packed.size < order.items.length) for (const parcel of order.parcels) delete parcel.itemIds;
  return [order];
}

function newOrder(number: string, row: Row): Order {
  const unit = currency(row);
  const order: Order = {
    number,
    email: email(row),
    placedAt: time(required(row, 'placed_at'), 'placed_at'),
    currency: unit,
    total: money(required(row, 'total'), 'total', unit),
    items: [],
    parcels: [],
  };
  const address = addressOf(row);
  const postcode = optional(row, 'postcode', 20) ?? address?.postcode;
  const customerName = optional(row, 'customer_name', 120);
  const [shippedAt, protectedUntil] = [optional(row, 'shipped_at'), optional(row, 'protected_until')];
  if (address) order.address = address;
  if (postcode !== undefined) order.postcode = postcode;
  if (customerName !== undefined) order.customerName = customerName;
  if (shippedAt !== undefined) order.shippedAt = time(shippedAt, 'shipped_at');
  if (protectedUntil !== undefined) order.protectedUntil = time(protectedUntil, 'protected_until');
  return order;
}

function addressOf(row: Row): Order['address'] {
  const columns = ['address_line', 'address_city', 'address_postcode', 'address_country'] as const;
  if (!columns.some((column) => row.has(column))) return undefined;
  const [line, city, postcode, land] = columns.map((column) => required(row, column)) as [string, string, string, string];
  return { line, city, postcode, country: country(land) };
}

function itemOf(row: Row, order: Order): OrderItem {
  const price = optional(row, 'item_price');
  const variant = optional(row, 'item_variant');
  const id = optional(row, 'item_id', 40) ?? String(order.items.length + 1);
  if (order.items.some((item) => item.id === id))
    throw new FieldError(`"item_id" ${JSON.stringify(id)} stands twice in order ${order.number}.`);
  return {
    id,
    name: required(row, 'item_name'),
    quantity: quantity(row.get('item_quantity')),
    ...(variant !== undefined && { variant }),
    ...(price !== undefined && { price: money(price, 'item_price', order.currency) }),
  };
}

function addParcel(order: Order, number: string, carrier: string | undefined, item: OrderItem | null): void {
  let parcel = order.parcels.find((one) => one.number === number);
  if (!parcel) order.parcels.push((parcel = { number, ...(carrier !== undefined && { carrier }) }));
  if (item) parcel.itemIds = [...(parcel.itemIds ?? []), item.id];
}

function csvRows(text: string, problems: ImportProblem[]): LineOfRow[] {
  const { records, problems: broken } = parseCsv(text);
  problems.push(...broken);
  const [header, ...rest] = records;
  if (!header) {
    problems.push({ line: 1, text: 'The file is empty. Its first line must name the columns.' });
    return [];
  }
  const names = header.fields.map((name) => name.trim().toLowerCase().replace(/[ -]+/g, '_'));
  const missing = NEEDED.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    problems.push({ line: header.line, text: `Columns are missing: ${missing.join(', ')}. Known columns: ${COLUMNS.join(', ')}.` });
    return [];
  }
  const strange = names.filter((name) => name !== '' && !COLUMNS.includes(name as (typeof COLUMNS)[number]));
  if (strange.length > 0)
    problems.push({ line: header.line, text: `These columns are not known and were left out: ${strange.join(', ')}.` });
  return rest.flatMap(({ line, fields }) => {
    if (fields.length > names.length) {
      problems.push({
        line,
        text: `The line has ${fields.length} fields, the header ${names.length}. Put quotes around a field that holds the separator.`,
      });
      return [];
    }
    return [{ line, row: rowOf(names.map((name, i) => [name, fields[i]])) }];
  });
}

function jsonRows(text: string, problems: ImportProblem[]): LineOfRow[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    problems.push({ line: 1, text: `The file is no JSON: ${error instanceof Error ? error.message : 'unreadable'}` });
    return [];
  }
  const list = Array.isArray(data) ? data : asObject(data)?.orders;
  if (!Array.isArray(list))
    problems.push({ line: 1, text: 'The file must hold a list of orders, or an object with such a list as "orders".' });
  return asList(list).flatMap((entry, index) => {
    const line = index + 1;
    const order = asObject(entry);
    if (!order) {
      problems.push({ line, text: 'This entry is no order.' });
      return [];
    }
    const items = asList(order.items).map((item) => rowOf([['order_number', order.order_number], ...itemColumns(item)]));
    // As in CSV: one line for the order, one for each item.
    return [rowOf(Object.entries(order)), ...items].map((row) => ({ line, row }));
  });
}

function itemColumns(item: unknown): [string, unknown][] {
  const ofParcel = ['tracking_number', 'carrier'];
  return Object.entries(asObject(item) ?? {}).map(([key, value]) => [ofParcel.includes(key) ? key : `item_${key}`, value]);
}

function rowOf(entries: [string, unknown][]): Row {
  const filled = entries.flatMap(([name, value]) => {
    const plain = Array.isArray(value) ? value.join('|') : value;
    const text = typeof plain === 'string' ? plain.trim() : typeof plain === 'number' ? String(plain) : '';
    return text === '' ? [] : [[name, text] as const];
  });
  return new Map(filled);
}
