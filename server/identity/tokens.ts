/** Secrets that open something: 256 random bits as base64url, stored only as their SHA-256. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type RandomBytes = (size: number) => Buffer;

/** 43 characters. Shown once to its holder; never stored, logged or put in a URL. */
export function newToken(random: RandomBytes = randomBytes): string {
  return random(32).toString('base64url');
}

/** Hex. A plain hash is enough: there is nothing to guess in 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** In a time that tells nothing of where they differ, nor of their lengths. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a, 'utf8').digest(), createHash('sha256').update(b, 'utf8').digest());
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9_-]{40,64})$/i.exec(header ?? '')?.[1] ?? null;
}
