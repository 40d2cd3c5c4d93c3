import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../server/providers/csv.ts';
import { importOrders } from '../../../server/providers/orders-import.ts';

const HEADER = 'order_number,email,placed_at,currency,total,item_name,item_quantity,item_price,tracking_number,carrier';
const csv = (...lines: string[]) => importOrders([HEADER, ...lines].join('\n'), 'csv');

describe('CSV', () => {
  it('makes one order of the lines with one number', () => {
    const { orders, problems } = csv(
      '#2001,ana@example.com,2025-11-03T09:00:00Z,EUR,48.20,"Mug, blue",2,9.50,LX 123 456 785 FR,La Poste',
      '2001,,,,,"Tea ""Assam""",1,29.20,RB123456785GB,Royal Mail',
    );
    expect(problems).toEqual([]);
    expect(orders).toEqual([
      {
        number: '2001',
        email: 'ana@example.com',
        placedAt: Date.parse('2025-11-03T09:00:00Z'),
        currency: 'EUR',
        total: 4820,
        items: [
          { id: '1', name: 'Mug, blue', quantity: 2, price: 950 },
          { id: '2', name: 'Tea "Assam"', quantity: 1, price: 2920 },
        ],
        parcels: [
          { number: 'LX123456785FR', carrier: 'La Poste', itemIds: ['1'] },
          { number: 'RB123456785GB', carrier: 'Royal Mail', itemIds: ['2'] },
        ],
      },
    ]);
  });

  it('takes a number on the first line alone for the whole order', () => {
    const { orders } = csv('2001,a@example.com,2025-11-03,EUR,10,Mug,1,,LX123456785FR,', '2001,,,,,Tea,1,,,');
    expect(orders[0]?.parcels).toEqual([{ number: 'LX123456785FR' }]);
  });

  it('names bad lines and keeps the good ones', () => {
    const { orders, problems } = csv(
      '2001,a@example.com,2025-11-03,EUR,10.00,Mug,1,,,',
      '2002,no address,2025-11-03,EUR,10.00,Mug,1,,,',
      '2002,,,,,Tea,1,,,',
      '2003,c@example.com,yesterday,EUR,10.00,Mug,1,,,',
      '2004,d@example.com,2025-11-03,EUR,"10,00",Mug,1,,,',
      '2005,e@example.com,2025-11-03,EUR,10.00,Mug,0,,,',
      ',f@example.com,2025-11-03,EUR,10.00,Mug,1,,,',
      '2001,,,,,Tea,two,,,',
      '2001,,,,,Plate,1,,,',
      '2006,g@example.com,2025-11-03,EUR,10.00,Mug,1,,,,one,two',
    );
    expect(orders.map((order) => [order.number, order.items.map((item) => item.name)])).toEqual([['2001', ['Mug', 'Plate']]]);
    expect(problems.map((problem) => problem.line)).toEqual([3, 4, 5, 6, 7, 7, 8, 9, 11]);
    expect(problems[0]?.text).toContain('no address');
    expect(problems[3]?.text).toContain('48.20');
  });

  it('says which columns are missing, and which it does not know', () => {
    expect(importOrders('order_number,email\n1,a@example.com', 'csv').problems[0]?.text).toContain('placed_at, currency, total, item_name');
    expect(importOrders(`${HEADER},colour of hat\n`, 'csv').problems[0]?.text).toContain('colour_of_hat');
    expect(importOrders('', 'csv').problems).toHaveLength(1);
  });

  it('reads what spreadsheets write: BOM, CRLF, semicolons, breaks inside quotes, blank lines', () => {
    const text = `\ufeff${HEADER.replaceAll(',', ';')}\r\n\r\n2001;a@example.com;2025-11-03;EUR;10.00;"Mug\r\nwith handle";1;;;\r\n2002;bad;2025-11-03;EUR;10.00;Mug;1;;;\r\n`;
    const { orders, problems } = importOrders(text, 'csv');
    expect(orders[0]?.items[0]?.name).toBe('Mug\r\nwith handle');
    expect(problems.map((problem) => problem.line)).toEqual([5]);
  });

  it('counts money in the currency of the order', () => {
    const total = (amount: string, unit: string) => csv(`2001,a@example.com,2025-11-03,${unit},${amount},Mug,1,,,`).orders[0]?.total;
    expect(total('48.2', 'EUR')).toBe(4820);
    expect(total('4800', 'JPY')).toBe(4800);
    expect(total('48.205', 'KWD')).toBe(48_205);
    expect(total('48.205', 'EUR')).toBeUndefined();
    expect(total('-1', 'EUR')).toBeUndefined();
    expect(total('1e3', 'EUR')).toBeUndefined();
  });

  it('wants an address whole', () => {
    const header = `${HEADER},address_line,address_city,address_postcode,address_country`;
    const { orders } = importOrders(`${header}\n1,a@example.com,2025-11-03,EUR,1,Mug,1,,,,12 Mill Lane,Leeds,LS1 4AP,gb`, 'csv');
    expect(orders[0]).toMatchObject({ postcode: 'LS1 4AP', address: { line: '12 Mill Lane', city: 'Leeds', country: 'GB' } });
    expect(importOrders(`${header}\n1,a@example.com,2025-11-03,EUR,1,Mug,1,,,,12 Mill Lane,Leeds,,gb`, 'csv').problems[0]?.text).toContain(
      'address_postcode',
    );
  });

  it('keeps all before a quote that is never closed', () => {
    const { orders, problems } = csv('2001,a@example.com,2025-11-03,EUR,1,Mug,1,,,', '2002,b@example.com,2025-11-03,EUR,1,"Mug,1,,,');
    expect(orders).toHaveLength(1);
    expect(problems).toMatchObject([{ line: 3 }]);
  });
});

describe('JSON', () => {
  const order = {
    order_number: 2001,
    email: 'a@example.com',
    placed_at: '2025-11-03',
    currency: 'EUR',
    total: 48.2,
    tracking_number: ['LX123456785FR', 'RB123456785GB'],
    items: [
      { name: 'Mug', price: '9.50', quantity: 2 },
      { id: 'tea', name: 'Tea' },
    ],
  };

  it('reads a list, or an object with one', () => {
    const expected = [
      {
        number: '2001',
        email: 'a@example.com',
        placedAt: Date.parse('2025-11-03'),
        currency: 'EUR',
        total: 4820,
        items: [
          { id: '1', name: 'Mug', quantity: 2, price: 950 },
          { id: 'tea', name: 'Tea', quantity: 1 },
        ],
        parcels: [{ number: 'LX123456785FR' }, { number: 'RB123456785GB' }],
      },
    ];
    expect(importOrders(JSON.stringify([order]), 'json')).toEqual({ orders: expected, problems: [] });
    expect(importOrders(JSON.stringify({ orders: [order] }), 'json').orders).toEqual(expected);
  });

  it('names the entry that is wrong', () => {
    const { orders, problems } = importOrders(JSON.stringify([order, 7, { ...order, order_number: 'X', items: [] }]), 'json');
    expect(orders).toHaveLength(1);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3]);
    expect(importOrders('{', 'json').problems[0]?.text).toContain('no JSON');
    expect(importOrders('{"a":1}', 'json').problems).toHaveLength(1);
  });

  it('is not led astray by names such as __proto__', () => {
    const { orders } = importOrders(
      '[{"__proto__":{"email":"x@example.com"},"order_number":"1","email":"a@example.com","placed_at":"2025-11-03","currency":"EUR","total":"1","items":[{"name":"Mug","__proto__":{"quantity":9}}]}]',
      'json',
    );
    expect(orders[0]?.items[0]?.quantity).toBe(1);
    expect(orders[0]?.email).toBe('a@example.com');
  });
});

describe('RFC 4180', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', ';', '汉'), maxLength: 8 });

  it('reads back whatever was written by the rules', () => {
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const filled = rows.filter((row) => row.some((value) => value.trim() !== ''));
        const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const text = ['a,b,c', ...rows.map((row) => row.map(quote).join(','))].join('\r\n');
        expect(
          parseCsv(text)
            .records.slice(1)
            .map((record) => record.fields),
        ).toEqual(filled);
      }),
    );
  });

  it('never throws and never hangs', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';') }), (text) => {
        importOrders(text, 'csv');
        importOrders(text, 'json');
      }),
    );
  });
});
