/**
 * An agent's session on the wire. The cookie is `__Host-`: this host's alone, never readable by scripts, never sent from another
 * site. What a page must prove besides is that it could read our answers: the CSRF token follows from the session's own token,
 * so that nothing more has to be kept.
 *
 * Browsers take a `__Host-` cookie over https only, and from this machine itself: Chromium (tried) and Firefox hold `http://localhost` and
 * `http://127.0.0.1` to be as safe. There is no second, weaker cookie for anything else: over plain http from another machine
 * nobody can sign in, and shall not.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = '__Host-tracewell';

/** `Set-Cookie` that hands the browser this session. */
export function sessionCookie(token: string, lifeMs: number): string {
  return `${SESSION_COOKIE}=${token}; Max-Age=${Math.floor(lifeMs / 1000)}; ${ATTRIBUTES}`;
}

/** `Set-Cookie` that takes it away. */
export function noSessionCookie(): string {
  return `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;
}

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** The token in a `Cookie` header, or null. */
export function sessionToken(cookieHeader: string | undefined): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === SESSION_COOKIE && value) return value;
  }
  return null;
}

export function csrfToken(token: string): string {
  return createHash('sha256').update(`csrf:${token}`).digest('base64url');
}

export function isCsrfToken(given: unknown, token: string): boolean {
  if (typeof given !== 'string') return false;
  const wanted = Buffer.from(csrfToken(token));
  const sent = Buffer.from(given);
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
