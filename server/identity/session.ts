/**
 * An agent's session on the wire. The cookie is `__Host-`: this host's alone, never readable by scripts, never sent from another
 * site. What a page must prove besides is that it could read our answers: the CSRF token follows from the session's own token,
 * so that nothing more has to be kept.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export const SESSION_COOKIE = '__Host-tracewell';

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
