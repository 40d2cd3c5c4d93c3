import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../server/mail/address.ts';
import { order } from '../../flows/facts.ts';

const identity = { sub: 'customer-1', email: 'verified@example.com' };
const ordered = (email: string) => ({ order: { ...order, email } });

describe('the address of a talk', () => {
  it('is that of the proven order, else that of the verified identity, else none', () => {
    expect(addressOf({ identity }, ordered('anna@example.com'))).toBe('anna@example.com');
    expect(addressOf({ identity }, { order: null })).toBe('verified@example.com');
    expect(addressOf({ identity }, null)).toBe('verified@example.com');
    expect(addressOf({ identity: null }, { order: null })).toBeNull();
    expect(addressOf({ identity: { sub: 'x' } }, null)).toBeNull();
  });

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com,b@example.com',
    'a@example.com;b@example.com',
    'a@example.com b@example.com',
    'Anna <a@example.com>',
    '"a b"@example.com',
    'a@b@example.com',
    'a@[127.0.0.1]',
    'a@example',
    'a\u0000@example.com',
    'a\u202e@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    '@example.com',
    '',
  ])('is one address and nothing else: %j', (email) => {
    expect(addressOf({ identity: null }, ordered(email))).toBeNull();
  });

  it.each(['anna+shop@example.co.uk', 'o’neil@example.com', '用户@例子.公司', 'a@xn--fsq.com'])('may be %s', (email) => {
    expect(addressOf({ identity: null }, ordered(` ${email} `))).toBe(email);
  });
});
