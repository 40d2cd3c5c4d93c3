import { Join, ReadLink } from '../../../protocol/people.ts';
import { Refused } from '../../errors.ts';
import { sessionCookie } from '../../identity/session.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { Links } from '../../people/links.ts';
import { SESSION_MS } from '../../people/sessions.ts';
import type { Shops } from '../../shops/shops.ts';
import type { Gate } from './gate.ts';
import { meOf } from './session-routes.ts';

export function linkRoutes(gate: Gate, deps: { links: Links; limiter: Limiter; shops: Shops; locales: string[] }): void {
  const { links, limiter } = deps;

  gate.serve('POST /api/console/link', ReadLink, async ({ body, from }) => {
    allow(from.address);
    return links.read(body.token);
  });

  gate.serve('POST /api/console/join', Join, async ({ body, from, reply }) => {
    allow(from.address);
    const session = await links.join(body, from);
    reply.header('set-cookie', sessionCookie(session.token, SESSION_MS));
    return meOf(session, deps);
  });

  function allow(address: string): void {
    const taken = limiter.take('linkByAddress', address);
    if (!taken.ok) throw new Refused('E_RATE', taken.retryAfterMs);
  }
}
