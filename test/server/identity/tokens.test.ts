import { expect, it } from 'vitest';
import { addressOf } from '../../../server/identity/address.ts';
import { createIds } from '../../../server/identity/ids.ts';
import { bearerToken, hashToken, isSameSecret, newToken } from '../../../server/identity/tokens.ts';

it('a token has 256 random bits and only its hash is kept', () => {
  const token = newToken((size) => Buffer.alloc(size, 0xfb));
  expect(Buffer.from(token, 'base64url')).toEqual(Buffer.alloc(32, 0xfb));
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(Array.from({ length: 100 }, () => newToken())).size).toBe(100);
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('one changed character, also one that decodes alike, makes another token', () => {
  const token = newToken(() => Buffer.alloc(32));
  const alike = `${token.slice(0, -1)}B`;
  expect(Buffer.from(alike, 'base64url')).toEqual(Buffer.from(token, 'base64url'));
  expect(hashToken(alike)).not.toBe(hashToken(token));
});

it('secrets are compared whole', () => {
  expect(isSameSecret('secret', 'secret')).toBe(true);
  expect(isSameSecret('secret', 'secreT')).toBe(false);
  expect(isSameSecret('secret', 'secret ')).toBe(false);
  expect(isSameSecret('', 'secret')).toBe(false);
});

it('a bearer token is read from its header alone', () => {
  const token = newToken();
  expect(bearerToken(`Bearer ${token}`)).toBe(token);
  for (const header of [
    undefined,
    '',
    token,
    `Basic ${token}`,
    `Bearer ${token} x`,
    `Bearer  ${token}`,
    'Bearer short',
    `Bearer ${'a'.repeat(65)}`,
  ]) {
    expect(bearerToken(header)).toBeNull();
  }
});

it('ids are long and case numbers easy to read out', () => {
  const ids = createIds();
  expect(ids.newId()).toMatch(/^[A-Za-z0-9_-]{22}$/);
  const numbers = Array.from({ length: 2000 }, () => ids.newCaseNumber());
  for (const number of numbers) expect(number).toMatch(/^TW-[2-9BCDFGHJKLMNPQRSTVWXZ]{5}$/);
  const letters = new Map<string, number>();
  for (const letter of numbers.join('').replaceAll('TW-', '')) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  // 10,000 letters, 28 kinds, about 357 of each; one that were twice as likely would be far outside.
  expect(Math.min(...letters.values())).toBeGreaterThan(250);
  expect(Math.max(...letters.values())).toBeLessThan(470);
});

it('an address is the connection’s own, or what the trusted proxy in front wrote last', () => {
  const spoofed = { address: '10.0.0.1', headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' } };
  expect(addressOf(spoofed, false)).toBe('10.0.0.1');
  expect(addressOf(spoofed, true)).toBe('203.0.113.9');
  expect(addressOf({ address: '10.0.0.1', headers: { 'x-forwarded-for': '6.6.6.6, nonsense' } }, true)).toBe('10.0.0.1');
  expect(addressOf({ address: '10.0.0.1', headers: {} }, true)).toBe('10.0.0.1');
});
