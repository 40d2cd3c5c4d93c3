import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../server/limits/address-key.ts';
import { createLimiter } from '../../../server/limits/limiter.ts';
import { RULES } from '../../../server/limits/rules.ts';
import type { LimitKind, Rules } from '../../../server/limits/rules.ts';
import { DAY, HOUR, testClock } from '../../support/clock.ts';

const rules: Rules = { ...RULES, messageByVisitor: { burst: 3, refillMs: 1000 }, orderByNumber: { burst: 2, refillMs: 60_000 } };
function setUp(maxKeys?: number) {
  const clock = testClock();
  return { clock, limiter: createLimiter({ clock, rules, ...(maxKeys !== undefined && { maxKeys }) }) };
}

describe('a bucket', () => {
  it('gives its burst, then says how long to wait', () => {
    const { clock, limiter } = setUp();
    for (let n = 0; n < 3; n += 1) expect(limiter.take('messageByVisitor', 'ada')).toEqual({ ok: true });
    expect(limiter.take('messageByVisitor', 'ada')).toEqual({ ok: false, retryAfterMs: 1000 });
    clock.advance(400);
    expect(limiter.take('messageByVisitor', 'ada')).toEqual({ ok: false, retryAfterMs: 600 });
    clock.advance(600);
    expect(limiter.take('messageByVisitor', 'ada')).toEqual({ ok: true });
    expect(limiter.take('messageByVisitor', 'ada')).toMatchObject({ ok: false });
  });

  it('fills up to its burst and no further', () => {
    const { clock, limiter } = setUp();
    limiter.take('messageByVisitor', 'ada');
    clock.advance(DAY);
    const taken = Array.from({ length: 5 }, () => limiter.take('messageByVisitor', 'ada').ok);
    expect(taken).toEqual([true, true, true, false, false]);
  });

  it('loses no part of a token to rounding', () => {
    const { clock, limiter } = setUp();
    for (let n = 0; n < 3; n += 1) limiter.take('messageByVisitor', 'ada');
    let got = 0;
    for (let n = 0; n < 1000; n += 1) {
      clock.advance(7);
      if (limiter.take('messageByVisitor', 'ada').ok) got += 1;
    }
    expect(got).toBe(7);
  });

  it('is its owner’s alone', () => {
    const { limiter } = setUp();
    for (let n = 0; n < 4; n += 1) limiter.take('messageByVisitor', 'ada');
    expect(limiter.take('messageByVisitor', 'bob')).toEqual({ ok: true });
    expect(limiter.take('messageByVisitor', '__proto__')).toEqual({ ok: true });
  });

  it('neither gives nor blocks when the clock is set back', () => {
    const { clock, limiter } = setUp();
    for (let n = 0; n < 3; n += 1) limiter.take('messageByVisitor', 'ada');
    clock.advance(-HOUR);
    expect(limiter.take('messageByVisitor', 'ada').ok).toBe(false);
    expect(limiter.take('messageByVisitor', 'bob').ok).toBe(true);
  });
});

describe('several buckets', () => {
  it('give one each or none; the longest wait counts', () => {
    const { limiter } = setUp();
    const both: [LimitKind, string][] = [
      ['messageByVisitor', 'ada'],
      ['orderByNumber', '1001'],
    ];
    expect([limiter.takeAll(both).ok, limiter.takeAll(both).ok]).toEqual([true, true]);
    expect(limiter.takeAll(both)).toEqual({ ok: false, retryAfterMs: 60_000 });
    // The refusal took nothing from the first.
    expect(limiter.take('messageByVisitor', 'ada')).toEqual({ ok: true });
    expect(limiter.take('messageByVisitor', 'ada').ok).toBe(false);
  });
});

describe('memory', () => {
  it('is bounded: made-up keys push out the one unused the longest, not the busy one', () => {
    const { limiter } = setUp(100);
    const take = (key: string) => limiter.take('messageByVisitor', key).ok;
    for (let n = 0; n < 3; n += 1) take('busy');
    take('idle');
    for (let n = 0; n < 99; n += 1) take(`made-up-${n}`);
    // 'busy' was used before 'idle', so it went first; the hundred youngest are still known.
    expect(take('busy')).toBe(true);
    expect([take('made-up-98'), take('made-up-98'), take('made-up-98')]).toEqual([true, true, false]);
  });
});

describe('guessing orders goes nowhere', () => {
  it('1000 numbers from one visitor: a handful is looked at', () => {
    const { limiter } = setUp();
    const looked = Array.from({ length: 1000 }, (_, n) =>
      limiter.takeAll([
        ['orderByVisitor', 'ada'],
        ['orderByAddress', '203.0.113.9'],
        ['orderByNumber', `store-1:${1000 + n}`],
      ]),
    );
    expect(looked.filter((one) => one.ok)).toHaveLength(RULES.orderByVisitor.burst);
  });

  it('a new visitor for each guess: the address stops it', () => {
    const { limiter } = setUp();
    const looked = Array.from({ length: 1000 }, (_, n) =>
      limiter.takeAll([
        ['orderByVisitor', `visitor-${n}`],
        ['orderByAddress', addressKey(`2001:db8::${n.toString(16)}`)],
        ['orderByNumber', `store-1:${1000 + n}`],
      ]),
    );
    expect(looked.filter((one) => one.ok)).toHaveLength(RULES.orderByAddress.burst);
  });

  it('10,000 postcodes for one order from 10,000 addresses over a day: under 160 are looked at', () => {
    const clock = testClock();
    const limiter = createLimiter({ clock, rules: RULES });
    let looked = 0;
    for (let n = 0; n < 10_000; n += 1) {
      if (limiter.take('orderByNumber', 'store-1:1001').ok) looked += 1;
      clock.advance(DAY / 10_000);
    }
    expect(looked).toBeLessThan(160);
  });
});

describe('the key of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['nonsense', 'unknown'],
  ])('%s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
