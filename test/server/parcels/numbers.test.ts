import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { s10CheckDigit } from '../../../server/parcels/check-digits.ts';
import { findNumbers, normalise, recognise } from '../../../server/parcels/numbers.ts';

const first = (text: string) => recognise(text)[0];

describe('recognise', () => {
  it.each([
    ['RB123456785GB', 'Royal Mail', 's10', 'ok'],
    ['LX123456785FR', 'La Poste', 's10', 'ok'],
    ['RX123456785DE', 'Deutsche Post DHL', 's10', 'ok'],
    ['1Z5R89390357567127', 'UPS', 'ups-1z', 'ok'],
    ['1Z410E7W0392751591', 'UPS', 'ups-1z', 'ok'],
    ['986578788855', 'FedEx', 'fedex-express-12', 'ok'],
    ['5682 8361 0012 734', 'FedEx', 'fedex-ground-15', 'ok'],
    ['9611020987654312345672', 'FedEx', 'fedex-ground-96', 'ok'],
    ['9400 1112 0108 0805 4830 16', 'USPS', 'usps-impb', 'ok'],
    ['420 22153 9101026837331000039521', 'USPS', 'usps-impb', 'ok'],
    ['4201002334249200190132607600833457', 'USPS', 'usps-impb', 'ok'],
    ['92748931507708513018050063', 'USPS', 'usps-impb-26', 'ok'],
    ['0307 1790 0005 2348 3741', 'USPS', 'usps-20', 'ok'],
    ['7196 9010 7560 0307 7385', 'USPS', 'usps-20', 'ok'],
    ['3318810025', 'DHL Express', 'dhl-express', 'ok'],
    ['JJD0099999999', 'DHL Express', 'dhl-express-piece', 'none'],
    ['GM2951173225174494', 'DHL eCommerce', 'dhl-ecommerce', 'none'],
    ['00340434161094042557', 'DHL Paket', 'dhl-paket', 'ok'],
    ['008182709980000020033350276C', 'DPD', 'dpd-28', 'ok'],
    ['TBA502887274000', 'Amazon Logistics', 'amazon-tba', 'none'],
    ['LP00612345678901', 'Cainiao', 'cainiao-lp', 'none'],
    ['YT2229521272164446', 'YunExpress', 'yunexpress', 'none'],
    ['YT8812345678901', 'YTO Express', 'yto', 'none'],
    ['4PX3000123456789CN', '4PX', '4px', 'none'],
    ['UF123456789YP', 'Yanwen', 'yanwen', 'none'],
    ['SF1234567890123', 'SF Express', 'sf', 'none'],
    ['JT1234567890123', 'J&T Express', 'jt-china', 'none'],
    ['JDVA12345678901', 'JD Logistics', 'jd', 'none'],
    ['75312345678901', 'ZTO Express', 'zto', 'none'],
  ])('%s is most likely %s', (number, carrier, kind, checkDigit) => {
    expect(first(number)).toMatchObject({ carrier, kind, checkDigit });
  });

  it.each([
    '1Z5R89390357567128',
    '0307 1790 0005 2348 3742',
    '5682 8361 0012 732',
    '9261292700768711948020',
    '008182709980000020033350276A',
  ])('keeps %s with a failed check digit as a hint', (number) => {
    expect(recognise(number).length).toBeGreaterThan(0);
    expect(recognise(number).every((candidate) => candidate.checkDigit !== 'ok')).toBe(true);
  });

  it('offers both USPS and DHL Paket for twenty digits whose check they share', () => {
    expect(recognise('03071790000523483741').map((candidate) => candidate.carrier)).toEqual(['USPS', 'DHL Paket']);
  });

  it('tells YunExpress from YTO by length alone', () => {
    expect(recognise('YT1234567890123456').map((c) => c.carrier)).toEqual(['YunExpress']);
    expect(recognise('YT1234567890123').map((c) => c.carrier)).toEqual(['YTO Express']);
    expect(recognise('YT12345678901234')).toEqual([]);
  });

  it('names the issuing post, not a place', () => {
    expect(first('LX123456785FR')?.issuer).toBe('FR');
  });

  it('knows the two special remainders of S10', () => {
    const serials = Array.from({ length: 400 }, (_, i) => String(10_000_000 + i));
    const digits = new Set(serials.map(s10CheckDigit));
    expect([...digits].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(s10CheckDigit('47312482')).toBe(9);
  });

  it('answers nothing for what is no tracking number', () => {
    for (const text of ['', '1003', 'hello', 'AB12', '12345', '💥']) expect(recognise(text)).toEqual([]);
  });
});

describe('properties', () => {
  const serial = fc.integer({ min: 0, max: 99_999_999 }).map((n) => String(n).padStart(8, '0'));
  const prefix = fc.constantFrom('RR', 'LX', 'CP', 'EE', 'UA');
  const issuer = fc.constantFrom('CN', 'GB', 'FR', 'US', 'DE', 'ES');

  it('each serial has exactly one S10 check digit', () => {
    fc.assert(
      fc.property(serial, prefix, issuer, (digits, letters, country) => {
        const fitting = Array.from({ length: 10 }, (_, d) => `${letters}${digits}${d}${country}`).filter(
          (n) => first(n)?.checkDigit === 'ok',
        );
        expect(fitting).toEqual([`${letters}${digits}${s10CheckDigit(digits)}${country}`]);
      }),
    );
  });

  it('S10 notices every single wrong digit of the serial but those the standard itself folds together', () => {
    fc.assert(
      fc.property(serial, fc.nat(7), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + shift) % 10) + digits.slice(at + 1);
        // Remainders 0 and 6 both give 5, so one pair in eleven may look alike.
        fc.pre(s10CheckDigit(digits) !== 5 && s10CheckDigit(wrong) !== 5);
        expect(s10CheckDigit(wrong)).not.toBe(s10CheckDigit(digits));
      }),
    );
  });

  it('spaces, dashes, case and full width change nothing', () => {
    const style = fc.array(fc.constantFrom('', ' ', '-', '  ', '\u2011', '.'), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(serial, prefix, issuer, style, fc.boolean(), (digits, letters, country, gaps, lower) => {
        const number = `${letters}${digits}${s10CheckDigit(digits)}${country}`;
        const written = [...number].map((char, i) => char + gaps[i]).join('');
        expect(normalise(lower ? written.toLowerCase() : written)).toBe(number);
        expect(recognise(written)).toEqual(recognise(number));
      }),
    );
  });

  it('never throws, and finds what is put into any sentence', () => {
    fc.assert(
      fc.property(serial, fc.string({ unit: 'grapheme', maxLength: 40 }), (digits, noise) => {
        const number = `LX${digits}${s10CheckDigit(digits)}FR`;
        const sentence = `${noise}\n${number}\n${noise}`;
        expect(findNumbers(sentence).map((found) => found.number)).toContain(number);
      }),
    );
  });

  it('normalise is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('findNumbers', () => {
  const numbers = (text: string) => findNumbers(text).map((found) => found.number);

  it.each([
    ['my number is LX 123 456 785 FR please help', ['LX123456785FR']],
    ['tracking:lx123456785fr.', ['LX123456785FR']],
    ['LX-123-456-785-FR', ['LX123456785FR']],
    ['单号LP00612345678901怎么还没到', ['LP00612345678901']],
    ['رقم التتبع هو RR١٢٣٤٥٦٧٨٥CN', ['RR123456785CN']],
    ['1Z 5R8 939 03 5756 7127 and YT2229521272164446', ['1Z5R89390357567127', 'YT2229521272164446']],
    ['9400 1112 0108 0805 4830 16 it says', ['9400111201080805483016']],
    ['same twice LX123456785FR LX123456785FR', ['LX123456785FR']],
    ['DHL 3318810025', ['3318810025']],
    ['wrong digit LX123456784FR', ['LX123456784FR']],
    ['ＬＸ１２３４５６７８５ＦＲ', ['LX123456785FR']],
  ])('finds them in "%s"', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it.each([
    'call me on 3318810025',
    'order #1003 from 2025-11-03',
    'order 10482, postcode LS1 4AP',
    'at 123456784 in town',
    '+44 7700 900123',
    'I paid 48.20 on 03.11.2025 at 14:12',
    'anna@example.com',
    '',
  ])('leaves "%s" alone', (text) => {
    expect(numbers(text)).toEqual([]);
  });

  it('stays quick on hostile text', () => {
    expect(numbers('1 '.repeat(4000))).toEqual([]);
    expect(numbers('A'.repeat(20_000))).toEqual([]);
  });
});
