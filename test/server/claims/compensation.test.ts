import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimGoods, ClaimKind } from '../../../protocol/claim.ts';
import { expectation, kilogramsUp, mostForPart } from '../../../server/claims/compensation.ts';

const goods = (about: Partial<ClaimGoods> = {}): ClaimGoods => ({
  goods: 'declared',
  pieces: 1,
  grams: 1_200,
  postage: 90_00,
  declared: 800_00,
  loss: null,
  box: 'unknown',
  scale: 'unknown',
  certificate: false,
  ...about,
});
const ems = (kind: ClaimKind, about: Partial<ClaimGoods> = {}, signed = true) =>
  expectation('chinaEms', kind, goods(about), signed).expected;

describe('China EMS pays', () => {
  it('half the postage for a delay', () => {
    expect(ems('delay')).toMatchObject({ state: 'sum', rule: 'delay', goods: 0, postage: 45_00, total: 45_00 });
    expect(ems('delay', { postage: 45_01 })).toMatchObject({ total: 22_50 });
  });

  it.each(['lost', 'missing', 'damaged'] as const)('400 yuan a piece and the postage for letters and documents: %s', (kind) => {
    expect(ems(kind, { goods: 'documents', pieces: 2 })).toMatchObject({ rule: 'documents', goods: 800_00, postage: 90_00, total: 890_00 });
  });

  it('400 yuan a piece and the postage for what stands on no details sheet, whatever it was worth', () => {
    expect(ems('lost', { goods: 'undeclared', declared: 5_000_00 })).toMatchObject({ rule: 'undeclared', goods: 400_00, total: 490_00 });
  });

  it('the declared value and the postage for the loss of what was declared', () => {
    expect(ems('lost')).toMatchObject({ rule: 'declared', goods: 800_00, postage: 90_00, total: 890_00, cap: null });
  });

  it('the actual loss of a part, to 500 yuan and 60 for each kilogram begun', () => {
    expect(mostForPart(1_200, 1)).toBe(620_00);
    expect(ems('missing', { loss: 300_00 })).toMatchObject({ rule: 'part', goods: 300_00, total: 390_00, cap: { amount: 620_00, kg: 2 } });
    expect(ems('damaged', { loss: 700_00 })).toMatchObject({ goods: 620_00, total: 710_00 });
  });

  it('nothing for what was signed for with the packaging intact and the weight unchanged', () => {
    expect(ems('missing', { loss: 300_00, box: 'intact', scale: 'same' })).toEqual({ state: 'none' });
    expect(ems('missing', { box: 'intact', scale: 'same' })).toEqual({ state: 'none' });
    expect(ems('missing', { loss: 300_00, box: 'opened', scale: 'same' })).toMatchObject({ state: 'sum' });
    expect(ems('missing', { loss: 300_00, box: 'intact', scale: 'lighter' })).toMatchObject({ state: 'sum' });
    expect(ems('missing', { loss: 300_00, box: 'intact', scale: 'same' }, false)).toMatchObject({ state: 'sum' });
    // What never arrived was not signed for by whoever it was meant for.
    expect(ems('lost', { box: 'intact', scale: 'same' })).toMatchObject({ state: 'sum' });
  });

  it('by rules that EMS through 4PX shares', () => {
    expect(expectation('ems4px', 'lost', goods(), false)).toEqual(expectation('chinaEms', 'lost', goods(), false));
  });
});

describe('what is not known yet', () => {
  it.each<[ClaimKind, Partial<ClaimGoods>, string[]]>([
    ['delay', { postage: null }, ['postage']],
    ['lost', { goods: 'documents', postage: null }, ['postage']],
    ['lost', { declared: null }, ['declared']],
    ['missing', { grams: null, postage: null }, ['postage', 'weight', 'loss']],
    ['damaged', {}, ['loss']],
  ])('is named: %s, %o', (kind, about, needs) => {
    expect(expectation('chinaEms', kind, goods(about), true)).toEqual({ expected: { state: 'open' }, needs });
  });

  it('is everything before anything was entered', () => {
    expect(expectation('chinaEms', 'missing', null, true).needs).toEqual(['postage', 'weight', 'loss']);
    expect(expectation('offline', 'lost', null, true).needs).toEqual(['postage', 'declared']);
  });
});

it('a forwarder pays two to three times the freight, or the declared value', () => {
  expect(expectation('offline', 'lost', goods(), false)).toEqual({
    expected: { state: 'range', from: 180_00, to: 270_00, declared: 800_00 },
    needs: [],
  });
  expect(expectation('offline', 'lost', goods({ declared: null }), false)).toMatchObject({
    expected: { declared: null },
    needs: ['declared'],
  });
});

it('of the others their own terms decide', () => {
  for (const line of ['platform', 'uspsDomestic', 'royalMailUk', 'dhlExpress', 'upsInternational', 'fedexInternational'] as const)
    expect(expectation(line, 'lost', goods(), true)).toEqual({ expected: { state: 'terms' }, needs: [] });
});

describe('whatever the figures', () => {
  const money = fc.nat(1_000_000_00);
  const grams = fc.integer({ min: 1, max: 100_000 });

  it('a kilogram begun counts whole, and never more than that', () => {
    fc.assert(
      fc.property(grams, (weight) => {
        expect(kilogramsUp(weight) * 1000).toBeGreaterThanOrEqual(weight);
        expect((kilogramsUp(weight) - 1) * 1000).toBeLessThan(weight);
      }),
    );
    expect([1, 999, 1_000, 1_001, 2_000].map(kilogramsUp)).toEqual([1, 1, 1, 2, 2]);
  });

  it('a part brings neither more than was lost nor more than the most that is paid, and its postage', () => {
    fc.assert(
      fc.property(money, money, grams, fc.integer({ min: 1, max: 99 }), (loss, postage, weight, pieces) => {
        const sum = ems('missing', { loss, postage, grams: weight, pieces });
        if (sum.state !== 'sum') throw new Error('no sum');
        expect(sum.goods).toBe(Math.min(loss, mostForPart(weight, pieces)));
        expect(sum.total).toBe(sum.goods + postage);
      }),
    );
  });

  it('more weight, more pieces, more loss and more postage never bring less', () => {
    const total = (about: Partial<ClaimGoods>) => {
      const sum = ems('damaged', about);
      return sum.state === 'sum' ? sum.total : 0;
    };
    fc.assert(
      fc.property(money, money, grams, fc.nat(50_000), fc.nat(5_000_00), (loss, postage, weight, more, money) => {
        const base = { loss, postage, grams: weight };
        for (const about of [{ grams: weight + more }, { pieces: 2 }, { loss: loss + money }, { postage: postage + money }])
          expect(total({ ...base, ...about })).toBeGreaterThanOrEqual(total(base));
      }),
    );
  });

  it('sums are whole minor units', () => {
    fc.assert(
      fc.property(money, (postage) => {
        expect(ems('delay', { postage })).toMatchObject({ total: Math.floor(postage / 2) });
      }),
    );
  });
});
