import { describe, expect, it } from 'vitest';
import type { Barcode } from '../../../../server/evidence/checks/barcodes.ts';
import { whoseLabel } from '../../../../server/evidence/checks/whose-label.ts';

const code = (text: string, format = 'Code128'): Barcode => ({ text, format });
const known = (own: string[], others: string[] = [], whole = false) => ({ own, others, whole });
const POST = 'RB123456785GB';

describe('the parcel’s own', () => {
  it.each([
    ['as it is', code(POST), POST],
    ['in small letters and blocks', code('rb 123 456 785 gb'), POST],
    ['in a web address', code(`https://track.example/?n=${POST}&x=1`, 'QRCode'), POST],
    ['after 420 and the postcode', code('4209021092612990100000000001'), '92612990100000000001'],
    ['after a GS1 identifier', code('(420)90210(92)612990100000000001'), '92612990100000000001'],
    ['with a separator of GS1', code('42090210\u001d92612990100000000001'), '92612990100000000001'],
    ['kept with the postcode, read without', code('9261299999999999999998'), '420902109261299999999999999998'],
    ['inside a routing code', code('%0087654209445440040600123276', 'Code128'), '09445440040600'],
  ])('%s', (_name, barcode, own) => {
    expect(whoseLabel([barcode], known([own]))).toMatchObject({ whose: 'same' });
  });

  it('of the last mile', () => {
    expect(whoseLabel([code('H1234AA123456789')], known(['LP00123456789012', 'H1234AA123456789'], [], true))?.whose).toBe('same');
  });

  it('beside any other barcode', () => {
    expect(whoseLabel([code('SORT-77-LHR'), code('RR987654324CN'), code(POST)], known([POST]))).toEqual({ whose: 'same', barcode: POST });
  });
});

describe('another parcel’s', () => {
  it('is a sound number of the same kind', () => {
    expect(whoseLabel([code('RR473124829CN')], known([POST]))).toEqual({ whose: 'other', barcode: 'RR473124829CN' });
  });

  it('is another of the same order', () => {
    expect(whoseLabel([code('LP00123456789013')], known(['LP00123456789012'], ['LP00123456789013']))).toMatchObject({ whose: 'other' });
  });

  it('is a number of another kind only where all numbers of the parcel are known', () => {
    expect(whoseLabel([code('RR473124829CN')], known(['LP00123456789012', 'H1234AA123456789'], [], true))?.whose).toBe('other');
    expect(whoseLabel([code('RR473124829CN')], known(['LP00123456789012']))).toEqual({ whose: 'unknown', barcode: 'RR473124829CN' });
  });
});

describe('nobody’s in particular', () => {
  it.each([
    ['a sorting code', code('SORT-77-LHR')],
    ['a product’s code', code('5901234123457', 'EAN13')],
    ['a part of the parcel’s number, read askew', code('1234567890', 'ITF')],
    ['a number whose digit does not fit', code('RR473124820CN')],
  ])('%s', (_name, barcode) => {
    expect(whoseLabel([barcode], known([POST]))?.whose).toBe('unknown');
  });

  it('is anything, where no parcel is known', () => {
    expect(whoseLabel([code('RR473124829CN')], known([]))?.whose).toBe('unknown');
  });

  it('is nothing at all, without a barcode', () => {
    expect(whoseLabel([], known([POST]))).toBeNull();
  });
});
