import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runsOf } from '../../../widget/look/typed.tsx';

/** What stands by itself from left to right. */
const apart = (text: string) => runsOf(text).filter((_, i) => i % 2);
const ARABIC = fc.constantFrom('الطلب', 'رقمي', 'وصل', 'وبريدي', 'من', 'שלום', 'اتصل على', 'لم يصل.');

it.each([
  ['ورقمي +44 20 7946 0958 وبريدي anna@example.com والطلب #1003-AB (DHL)', ['+44 20 7946 0958', 'anna@example.com', '#1003-AB (DHL)']],
  ['اتصل على +1 (212) 555-0100.', ['+1 (212) 555-0100']],
  ['اتصل على (212) 555-0100، الآن', ['(212) 555-0100']],
  ['TW-1234 وصل 12.50 EUR', ['TW-1234', '12.50 EUR']],
  ['(الطلب 1003)', ['1003']],
  ['اسمي Anna-Maria O’Brien!', ['Anna-Maria O’Brien']],
  ['خصم 50%؟', ['50%']],
  ['في 26/11/2026 18:00\n1003', ['26/11/2026 18:00', '1003']],
  ['DHL، UPS', ['DHL', 'UPS']],
])('%s', (text, runs) => {
  expect(apart(text)).toEqual(runs);
});

it('leaves text alone that has no letters from right to left', () => {
  expect(runsOf('My order #1003-AB (DHL), +44 20 7946 0958')).toEqual(['My order #1003-AB (DHL), +44 20 7946 0958']);
});

it('whatever is typed: nothing is lost, and nothing that runs from the right is turned', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(ARABIC, fc.string({ unit: 'binary' }), fc.constantFrom('1003', '(', ')', '+44', '\n', ', ')), { maxLength: 12 }),
      (parts) => {
        const text = parts.join(' ');
        expect(runsOf(text).join('')).toBe(text);
        for (const run of apart(text)) expect(run).not.toMatch(/[\u0590-\u08ff\ufb1d-\ufefc\n]/);
      },
    ),
  );
});

it('a number, a code or an address among Arabic words stands apart, whole', () => {
  const code = fc.stringMatching(
    /^[A-Z]{2}\d{4,9}[A-Z]{2}$|^\+\d{2} \d{2} \d{4} \d{4}$|^[a-z]{2,8}@[a-z]{2,8}\.com$|^#?\d{3,6}(-[A-Z]{2})?$|^\d{1,3}\.\d\d (EUR|USD)$/,
  );
  fc.assert(
    fc.property(ARABIC, code, ARABIC, (before, one, after) => {
      expect(apart(`${before} ${one} ${after}`)).toEqual([one]);
    }),
  );
});
