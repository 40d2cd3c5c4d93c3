import { describe, expect, it } from 'vitest';
import { createBackoff, type Backoff } from '../../../server/people/backoff.ts';
import { HOUR, MINUTE, testClock } from '../../support/clock.ts';

/** Misses; the wait in ms where it was refused. */
function miss(backoff: Backoff, account: string, address: string): number {
  const attempt = backoff.begin(account, address);
  return attempt.ok ? 0 : attempt.retryAfterMs;
}

describe('misses', () => {
  it('wait from the sixth try on, twice as long each time', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    const waits = Array.from({ length: 9 }, () => {
      const wait = miss(backoff, 'ida', '203.0.113.1');
      clock.advance(wait);
      if (wait > 0) expect(miss(backoff, 'ida', '203.0.113.1')).toBe(0);
      return wait;
    });
    expect(waits).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000]);
  });

  it('a try that is refused is not counted: who keeps knocking waits no longer', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    for (let n = 0; n < 5; n += 1) miss(backoff, 'ida', '203.0.113.1');
    for (let n = 0; n < 50; n += 1) expect(miss(backoff, 'ida', '203.0.113.1')).toBe(1_000);
    clock.advance(1_000);
    expect(miss(backoff, 'ida', '203.0.113.1')).toBe(0);
  });

  it('are forgotten after half an hour without one', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    for (let n = 0; n < 5; n += 1) miss(backoff, 'ida', '203.0.113.1');
    clock.advance(HOUR / 2);
    for (let n = 0; n < 5; n += 1) expect(miss(backoff, 'ida', '203.0.113.1')).toBe(0);
  });

  it('that were none are taken back, as if they had never been', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    for (let n = 0; n < 50; n += 1) {
      const attempt = backoff.begin('ida', '203.0.113.1');
      if (!attempt.ok) return expect.fail('refused');
      attempt.void();
    }
    expect(miss(backoff, 'ida', '203.0.113.1')).toBe(0);
  });

  it('of others stay when one gets it right: an attacker’s own account frees nothing', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    for (let n = 0; n < 19; n += 1) expect(miss(backoff, `victim-${n}`, '203.0.113.1')).toBe(0);
    const own = backoff.begin('attacker', '203.0.113.1');
    if (own.ok) own.right();
    expect(own.ok).toBe(true);
    expect(miss(backoff, 'victim-19', '203.0.113.1')).toBe(0);
    expect(miss(backoff, 'victim-20', '203.0.113.1')).toBe(1_000);
  });

  it('of the whole world hold an account up for seconds, not for minutes', () => {
    const clock = testClock();
    const backoff = createBackoff({ clock });
    for (let n = 0; n < 200; n += 1) clock.advance(miss(backoff, 'ida', `198.51.100.${n}`));
    expect(miss(backoff, 'ida', '192.0.2.1')).toBeLessThanOrEqual(15_000);
    backoff.trust('ida', '192.0.2.2');
    expect(miss(backoff, 'ida', '192.0.2.2')).toBe(0);
  });
});

it('made-up names can’t fill the memory: the one touched least recently is forgotten', () => {
  const clock = testClock();
  const backoff = createBackoff({ clock, maxKeys: 100 });
  for (let n = 0; n < 5; n += 1) miss(backoff, 'ida', 'first');
  expect(miss(backoff, 'ida', 'first')).toBe(1_000);
  for (let n = 0; n < 100; n += 1) miss(backoff, `made-up-${n}`, `address-${n}`);
  expect(miss(backoff, 'ida', 'first')).toBe(0);
});

it('waits never grow past five minutes, however long it goes on', () => {
  const clock = testClock();
  const backoff = createBackoff({ clock });
  let longest = 0;
  for (let n = 0; n < 2_000; n += 1) {
    const wait = miss(backoff, 'ida', '203.0.113.1');
    longest = Math.max(longest, wait);
    clock.advance(wait);
  }
  expect(longest).toBe(5 * MINUTE);
});
