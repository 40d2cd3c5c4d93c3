/**
 * Signed identity: the shop's own server says who its visitor is, in a short-lived JWT signed with the shop's secret.
 * HS256 and nothing else; `aud` is the shop's key; `exp` at most an hour ahead.
 */
import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Clock } from '../providers/ports.ts';

export interface VerifiedIdentity {
  /** The shop's own id of the person. */
  sub: string;
  email?: string;
  /** The order they came from. */
  order?: string;
}

export type Verified =
  | { ok: true; identity: VerifiedIdentity }
  /** `reason` is for the log and the shop's developer; shoppers are told the code alone. */
  | { ok: false; code: 'E_IDENTITY'; reason: string };

const MAX_AHEAD_S = 60 * 60;
/** Clocks of two machines differ. */
const TOLERANCE_S = 30;
const MAX_LENGTH = 4096;

export async function verifyIdentity(jwt: string, shop: { key: string; identitySecret: string }, clock: Clock): Promise<Verified> {
  if (jwt.length > MAX_LENGTH) return refuse('too long');
  if (!isCanonical(jwt)) return refuse('not a compact JWT');
  const now = clock.now();
  try {
    const { payload } = await jwtVerify(jwt, new TextEncoder().encode(shop.identitySecret), {
      algorithms: ['HS256'],
      audience: shop.key,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(now),
    });
    return accept(payload, shop.key, Math.floor(now / 1000));
  } catch (error) {
    if (error instanceof errors.JOSEError) return refuse(error.code);
    throw error;
  }
}

function accept(payload: JWTPayload, storeKey: string, now: number): Verified {
  const { exp, iat, sub, aud } = payload;
  if (exp === undefined || exp > now + MAX_AHEAD_S + TOLERANCE_S) return refuse('exp more than an hour ahead');
  if (iat !== undefined && (iat > now + TOLERANCE_S || iat > exp)) return refuse('iat in the future');
  if (iat !== undefined && exp - iat > MAX_AHEAD_S) return refuse('valid for more than an hour');
  // A list would make one token good for several shops.
  if (aud !== storeKey) return refuse('aud is not this shop alone');
  if (!isText(sub, 200)) return refuse('sub is not a text');
  const { email, order } = payload;
  if (email !== undefined && !(isText(email, 254) && /^[^\s@]+@[^\s@]+$/.test(email))) return refuse('email is not an address');
  if (order !== undefined && !isText(order, 40)) return refuse('order is not a text');
  return { ok: true, identity: { sub, ...(email !== undefined && { email }), ...(order !== undefined && { order }) } };
}

// The last character of a segment has bits that decoding drops; with them flipped the token would still verify.
function isCanonical(jwt: string): boolean {
  const segments = jwt.split('.');
  return segments.length === 3 && segments.every((one) => one !== '' && Buffer.from(one, 'base64url').toString('base64url') === one);
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength && !/\p{Cc}/u.test(value);
}

function refuse(reason: string): Verified {
  return { ok: false, code: 'E_IDENTITY', reason };
}
