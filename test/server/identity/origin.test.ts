import { describe, expect, it } from 'vitest';
import { isAllowed, isOurs, normaliseOrigin } from '../../../server/identity/origin.ts';

const own = 'https://shop.example';
const foreign: [string, string | undefined][] = [
  ['another port', 'https://shop.example:8443'],
  ['the standard port spelled out', 'https://shop.example:443'],
  ['another scheme', 'http://shop.example'],
  ['a longer host', 'https://shop.example.evil'],
  ['a host that ends alike', 'https://evilshop.example'],
  ['a subdomain', 'https://www.shop.example'],
  ['a path', 'https://shop.example/'],
  ['a user', 'https://shop.example@evil.example'],
  ['an opaque origin', 'null'],
  ['no origin', undefined],
  ['an empty origin', ''],
  ['another case', 'https://Shop.example'],
  ['space around it', ' https://shop.example'],
  ['two at once', 'https://shop.example, https://evil.example'],
];

it('the very same origin is allowed', () => {
  expect(isAllowed(['https://other.example', own], own)).toBe(true);
  expect(isOurs(own, own, 'whatever.example')).toBe(true);
});

it.each(foreign)('%s is not', (_name, header) => {
  expect(isAllowed([own], header)).toBe(false);
  expect(isOurs(header, own, 'shop.example')).toBe(false);
});

it('an opaque origin is not allowed even where somebody listed it', () => {
  expect(isAllowed(['null', ''], 'null')).toBe(false);
  expect(isAllowed([], undefined)).toBe(false);
});

it('without a configured address, ours is the one that was reached', () => {
  expect(isOurs('http://localhost:3000', null, 'localhost:3000')).toBe(true);
  expect(isOurs('https://help.example', null, 'help.example')).toBe(true);
  expect(isOurs('http://localhost:3001', null, 'localhost:3000')).toBe(false);
  expect(isOurs('https://help.example.evil', null, 'help.example')).toBe(false);
  expect(isOurs(undefined, null, 'help.example')).toBe(false);
  expect(isOurs('null', null, 'help.example')).toBe(false);
  expect(isOurs('https://help.example', null, undefined)).toBe(false);
});

describe('an origin that an owner types', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    [' https://SHOP.example/ ', 'https://shop.example'],
    ['https://shop.example:443', 'https://shop.example'],
    ['https://shop.example:8443', 'https://shop.example:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:3001', 'http://localhost:3001'],
    ['http://127.0.0.1:3001', 'http://127.0.0.1:3001'],
    ['http://demo.localhost', 'http://demo.localhost'],
  ])('%s becomes %s', (typed, origin) => {
    expect(normaliseOrigin(typed)).toEqual({ ok: true, origin });
  });

  it.each([
    ['', 'empty'],
    ['https://*.shop.example', 'wildcard'],
    ['*', 'wildcard'],
    ['shop.example', 'https://'],
    ['http://shop.example', 'https://'],
    ['http://localhost.evil.example', 'https://'],
    ['ftp://shop.example', 'https://'],
    ['javascript://shop.example', 'https://'],
    ['https://shop.example/cart', 'end after the host: https://shop.example'],
    ['https://shop.example?a', 'end after the host'],
    ['https://shop.example#', 'end after the host'],
    ['https://shop.example.', 'not a host name'],
    ['https://shop;script-src', 'not a host name'],
    ['https://shop,evil.example', 'not a host name'],
    ['https://user:secret@shop.example', 'password'],
    ['https://', 'not a web address'],
    ['null', 'https://'],
  ])('%s is refused: %s', (typed, why) => {
    const result = normaliseOrigin(typed);
    expect(result.ok ? '' : result.problem).toContain(why);
  });
});
