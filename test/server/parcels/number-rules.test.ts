/** Every rule against numbers that are made from it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFits, s10CheckDigit, type CheckName } from '../../../server/parcels/check-digits.ts';
import { normalise } from '../../../server/parcels/normalise.ts';
import { isSomethingElse } from '../../../server/parcels/not-a-number.ts';
import { recognise } from '../../../server/parcels/numbers.ts';
import { readNumber } from '../../../server/parcels/read-number.ts';
import { NUMBER_RULES } from '../../../server/parcels/rules/rules.ts';
import { S10_POSTS } from '../../../server/parcels/rules/s10-posts.ts';

const CHECKED = NUMBER_RULES.filter((rule) => rule.check !== undefined);
const name = ({ carrier, kind, shape }: (typeof NUMBER_RULES)[number]) => `${carrier} ${kind} ${shape.source}`;

/** Numbers of the shape, and those among them whose check digit fits. */
const ofShape = (shape: RegExp) => fc.stringMatching(shape).filter((number) => !isSomethingElse(number, number, false));
const valid = (shape: RegExp, check: CheckName) =>
  ofShape(shape)
    .map((number) => endings(number).find((one) => shape.test(one) && checkFits(check, one)))
    .filter((number) => number !== undefined);
const endings = (number: string) => [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((char) => number.slice(0, -1) + char);

const checkDigitOf = (number: string, kind: string) => recognise(number).find((candidate) => candidate.kind === kind)?.checkDigit;

describe('each rule', () => {
  it.each(NUMBER_RULES.map((rule) => [name(rule), rule] as const))('%s is recognised among its candidates', (_, rule) => {
    fc.assert(
      fc.property(rule.check ? valid(rule.shape, rule.check) : ofShape(rule.shape), (number) => {
        const found = recognise(number).filter(({ carrier, kind }) => carrier === rule.carrier && kind === rule.kind);
        expect(found.map(({ checkDigit }) => checkDigit)).toContain(rule.check ? 'ok' : 'none');
      }),
      { numRuns: 25 },
    );
  });

  it.each(CHECKED.map((rule) => [name(rule), rule] as const))('%s notices another check digit', (_, { shape, check, kind }) => {
    fc.assert(
      fc.property(valid(shape, check!), (number) => {
        // A Luhn-valid payment card is no number at all, whatever else it is like.
        const others = endings(number).filter((one) => one !== number && shape.test(one) && recognise(one).length > 0);
        // USPS's old label is counted in two ways, so two digits may fit.
        const fitting = others.filter((one) => checkDigitOf(one, kind) !== 'failed');
        expect(fitting.length).toBeLessThanOrEqual(check === 'usps20' ? 1 : 0);
      }),
      { numRuns: 25 },
    );
  });

  it.each(
    CHECKED.filter(({ check }) => check === 'gs1' || check === 'mod37' || check === 'luhn').map((rule) => [name(rule), rule] as const),
  )('%s notices one changed digit anywhere that is counted', (_, { shape, check }) => {
    fc.assert(
      fc.property(valid(shape, check!), fc.nat(40), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        const at = place % (number.length - 1);
        fc.pre(/\d/.test(number[at]!));
        const wrong = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(checkFits(check!, wrong)).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it('needs digits: no word is of any shape', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,34}$/), (word) => {
        expect(NUMBER_RULES.filter(({ shape }) => shape.test(word))).toEqual([]);
      }),
    );
  });
});

describe('however it is written', () => {
  const gap = fc.constantFrom('', '', '', ' ', '-', '.', '\u00a0', '\u2011', '  ', '_');
  const digits = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0);

  it('grouping, case, width and script of the digits change nothing', () => {
    const any = fc.constantFrom(...NUMBER_RULES).chain(({ shape }) => ofShape(shape));
    fc.assert(
      fc.property(any, fc.array(gap, { minLength: 40, maxLength: 40 }), digits, fc.boolean(), (number, gaps, zero, small) => {
        const written = [...number]
          .map((char, i) => (/\d/.test(char) ? String.fromCodePoint(zero + Number(char)) : small ? char.toLowerCase() : char) + gaps[i])
          .join('');
        expect(normalise(written)).toBe(number);
        expect(readNumber(written)).toEqual(readNumber(number));
      }),
      { numRuns: 300 },
    );
  });

  it('a letter O for a nought and an I for a one are read as meant', () => {
    const s10 = fc.tuple(
      fc.constantFrom('RR', 'LX', 'CP', 'EA'),
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom('CN', 'GB', 'FR', 'US'),
    );
    fc.assert(
      fc.property(s10, fc.boolean(), ([letters, n, country], one) => {
        const serial = String(n).padStart(8, '0');
        const number = `${letters}${serial}${s10CheckDigit(serial)}${country}`;
        const written =
          letters +
          number
            .slice(2, 11)
            .replaceAll('0', 'O')
            .replaceAll('1', one ? 'I' : 'l') +
          country;
        expect(readNumber(written)).toEqual(readNumber(number));
      }),
    );
  });
});

describe('S10', () => {
  it('is known for every country there is a post of', () => {
    for (const [country, post] of Object.entries(S10_POSTS)) {
      expect(recognise(`RR123456785${country}`).map(({ carrier, checkDigit }) => `${carrier} ${checkDigit}`)).toContain(`${post} ok`);
      expect(recognise(`RR123456784${country}`).map(({ carrier, checkDigit }) => `${carrier} ${checkDigit}`)).toContain(`${post} failed`);
    }
  });
});

describe('what is no number', () => {
  it('random words have no candidates', () => {
    const word = fc.stringMatching(/^[a-zA-Z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(readNumber(words.join(' ')).candidates).toEqual([]);
      }),
    );
  });

  it('short numbers among words have none', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    fc.assert(
      fc.property(word, fc.nat(99_999), word, (before, n, after) => {
        expect(readNumber(`${before} ${n} ${after}`).candidates).toEqual([]);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9OIL .-]{1,40}$/)),
        (text) => {
          expect(readNumber(text).normalized).toBeTypeOf('string');
        },
      ),
    );
  });
});
