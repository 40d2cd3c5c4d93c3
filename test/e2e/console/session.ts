import type { BrowserContext } from 'playwright-core';
import { SESSION_COOKIE } from '../../../server/identity/session.ts';

/** The session in the browser, as it is after signing in. */
export function keepSession(context: BrowserContext, url: string, session: string): Promise<void> {
  // A cookie of this name must be secure. A browser takes it from this machine without TLS; by this door it wants to see `https`.
  const secure = url.replace(/^http:/, 'https:');
  return context.addCookies([{ name: SESSION_COOKIE, value: session, url: secure, httpOnly: true, secure: true, sameSite: 'Strict' }]);
}
