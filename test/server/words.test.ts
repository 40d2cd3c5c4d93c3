import { expect, it } from 'vitest';
import { createFormats } from '../../server/words/formats.ts';

const { amount } = createFormats();

it('an amount is written as its reader does', () => {
  expect(amount('en', 4820, 'GBP')).toBe('£48.20');
  expect(amount('es', 4820, 'EUR')).toBe('48,20\u00a0€');
  expect(amount('en', 4820, 'JPY')).toBe('¥4,820');
});

it('where one reads from the right, the letters and the sign of a currency stay together', () => {
  expect(amount('ar', 4820, 'USD')).toBe('\u200f48.20\u00a0\u2066US$\u2069');
  expect(amount('ar', 4820, 'EUR')).toBe('\u200f48.20\u00a0€');
});
