/** What a claim is likely to bring. Sums are minor units of the line's currency. */
import type { ClaimExpected, ClaimGoods, ClaimKind, ClaimLine, ClaimNeed } from '../../protocol/claim.ts';
import { LINES } from './lines.ts';

/** China EMS, terms of compensation; in fen. */
export const CHINA_EMS = {
  /** Of the postage, for a delay. */
  delayShare: 0.5,
  /** A piece: letters and documents, and goods that stand on no details sheet. */
  flat: 400_00,
  /** A piece of which a part is lost: at most this, and so much more for each kilogram begun. */
  partBase: 500_00,
  partPerKg: 60_00,
} as const;

/** What forwarders mostly pay, in times the freight. */
export const FORWARDER = { from: 2, to: 3 } as const;

export interface Expectation {
  expected: ClaimExpected;
  /** What it could not be worked out without. */
  needs: ClaimNeed[];
}

/** `signed`: the carrier has a delivery on record. */
export function expectation(line: ClaimLine, kind: ClaimKind, goods: ClaimGoods | null, signed: boolean): Expectation {
  const { compensation } = LINES[line];
  if (compensation === 'terms') return { expected: { state: 'terms' }, needs: [] };
  if (compensation === 'forwarder') return byForwarder(goods);
  if (goods && signed && isWhole(kind, goods)) return { expected: { state: 'none' }, needs: [] };
  return byChinaEms(kind, goods);
}

/** The post's own rounding: 1.2 kg is two. */
export function kilogramsUp(grams: number): number {
  return Math.ceil(grams / 1000);
}

export function mostForPart(grams: number, pieces: number): number {
  return (CHINA_EMS.partBase + CHINA_EMS.partPerKg * kilogramsUp(grams)) * pieces;
}

function isWhole(kind: ClaimKind, { box, scale }: ClaimGoods): boolean {
  return (kind === 'missing' || kind === 'damaged') && box === 'intact' && scale === 'same';
}

function byChinaEms(kind: ClaimKind, goods: ClaimGoods | null): Expectation {
  const postage = goods?.postage ?? null;
  if (kind === 'delay') {
    if (postage === null) return unknown('postage');
    return sum('delay', 0, Math.floor(postage * CHINA_EMS.delayShare));
  }
  if (goods === null) return unknown('postage', ...(kind === 'lost' ? (['declared'] as const) : (['weight', 'loss'] as const)));
  const { pieces, declared, grams, loss } = goods;
  const ask: ClaimNeed[] = postage === null ? ['postage'] : [];
  if (goods.goods !== 'declared') return postage === null ? unknown(...ask) : sum(goods.goods, CHINA_EMS.flat * pieces, postage);
  if (kind === 'lost') {
    if (declared === null || postage === null) return unknown(...ask, ...need(declared, 'declared'));
    return sum('declared', declared, postage);
  }
  if (loss === null || grams === null || postage === null) return unknown(...ask, ...need(grams, 'weight'), ...need(loss, 'loss'));
  const amount = mostForPart(grams, pieces);
  return sum('part', Math.min(loss, amount), postage, { amount, kg: kilogramsUp(grams) });
}

function byForwarder(goods: ClaimGoods | null): Expectation {
  if (!goods || goods.postage === null) return unknown('postage', ...need(goods?.declared ?? null, 'declared'));
  const { postage, declared } = goods;
  return {
    expected: { state: 'range', from: postage * FORWARDER.from, to: postage * FORWARDER.to, declared },
    needs: need(declared, 'declared'),
  };
}

type Sum = Extract<ClaimExpected, { state: 'sum' }>;

function sum(rule: Sum['rule'], goods: number, postage: number, cap: Sum['cap'] = null): Expectation {
  return { expected: { state: 'sum', rule, goods, postage, total: goods + postage, cap }, needs: [] };
}

function unknown(...needs: ClaimNeed[]): Expectation {
  return { expected: { state: 'open' }, needs };
}

function need(value: number | null, name: ClaimNeed): ClaimNeed[] {
  return value === null ? [name] : [];
}
