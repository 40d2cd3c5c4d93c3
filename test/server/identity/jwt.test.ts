import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { verifyIdentity } from '../../../server/identity/jwt.ts';
import { MINUTE, testClock } from '../../support/clock.ts';

const clock = testClock();
const now = Math.floor(clock.now() / 1000);
const shop = { key: 'shop-key-1', identitySecret: randomBytes(32).toString('base64url') };
const claims = { sub: 'customer-7', email: 'ada@example.com', order: '1001', aud: shop.key, iat: now, exp: now + 3600 };

const sign = (payload: Record<string, unknown>, secret = shop.identitySecret, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
const verify = (jwt: string, at = clock) => verifyIdentity(jwt, shop, at);
const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a signed identity', () => {
  it('says who they are', async () => {
    expect(await verify(await sign(claims))).toEqual({
      ok: true,
      identity: { sub: 'customer-7', email: 'ada@example.com', order: '1001' },
    });
  });

  it('needs no more than sub, aud and exp', async () => {
    const { sub, aud, exp } = claims;
    expect(await verify(await sign({ sub, aud, exp }))).toEqual({ ok: true, identity: { sub: 'customer-7' } });
  });
});

describe('is refused', () => {
  const refused: [string, () => Promise<string>][] = [
    ['alg none, without a signature', async () => `${segment({ alg: 'none' })}.${segment(claims)}.`],
    ['alg none, with the signature of another', async () => (await sign(claims)).replace(/^[^.]+/, segment({ alg: 'none' }))],
    ['signed with another key', () => sign(claims, randomBytes(32).toString('base64url'))],
    ['signed with the public key of the shop', () => sign(claims, shop.key.padEnd(32, '0'))],
    ['for another shop', () => sign({ ...claims, aud: 'shop-key-2' })],
    ['for several shops', () => sign({ ...claims, aud: [shop.key, 'shop-key-2'] })],
    ['for no shop', () => sign({ ...claims, aud: undefined })],
    ['expired', () => sign({ ...claims, iat: now - 3600, exp: now - 31 })],
    ['without an end', () => sign({ ...claims, exp: undefined })],
    ['ending in more than an hour', () => sign({ ...claims, iat: undefined, exp: now + 3600 + 31 })],
    ['lasting more than an hour', () => sign({ ...claims, iat: now - 1800, exp: now + 1801 })],
    ['from the future', () => sign({ ...claims, iat: now + 31 })],
    ['not yet good', () => sign({ ...claims, nbf: now + 31 })],
    ['of nobody', () => sign({ ...claims, sub: '' })],
    ['of an object', () => sign({ ...claims, sub: { toString: 'x' } })],
    ['with an object for an e-mail', () => sign({ ...claims, email: { $ne: null } })],
    ['with a line break in the e-mail', () => sign({ ...claims, email: 'a@b.example\r\nBcc: c@d.example' })],
    ['with a stronger algorithm than agreed', () => sign(claims, shop.identitySecret, 'HS512')],
    ['not a JWT', async () => 'abc'],
    ['empty', async () => ''],
    ['very long', async () => `${await sign(claims)}${'A'.repeat(5000)}`],
  ];
  it.each(refused)('%s', async (_name, make) => {
    expect(await verify(await make())).toMatchObject({ ok: false, code: 'E_IDENTITY' });
  });

  it('signed with RSA, whatever its header says', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const rs = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect(await verify(rs)).toMatchObject({ ok: false });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await verify(await sign(claims, pem))).toMatchObject({ ok: false });
  });

  it('with any single bit changed', async () => {
    const jwt = Buffer.from(await sign(claims));
    for (let bit = 0; bit < jwt.length * 8; bit += 1) {
      const changed = Buffer.from(jwt);
      const byte = Math.floor(bit / 8);
      changed.writeUInt8(changed.readUInt8(byte) ^ (1 << (bit % 8)), byte);
      const result = await verify(changed.toString('latin1'));
      if (result.ok) expect.fail(`bit ${bit} was overlooked`);
    }
  });

  it('with another last character that decodes to the same signature', async () => {
    const jwt = await sign(claims);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const good = [...letters].filter((letter) => letter !== jwt.at(-1)).map((letter) => verify(jwt.slice(0, -1) + letter));
    expect((await Promise.all(good)).some((one) => one.ok)).toBe(false);
  });

  it('an hour later', async () => {
    const later = testClock();
    const jwt = await sign(claims);
    later.advance(60 * MINUTE + 29_000);
    expect(await verify(jwt, later)).toMatchObject({ ok: true });
    later.advance(2_000);
    expect(await verify(jwt, later)).toMatchObject({ ok: false });
  });
});
