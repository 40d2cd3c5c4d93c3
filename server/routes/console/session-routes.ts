import type { Me } from '../../../protocol/people.ts';
import { ChangePassword, SignIn } from '../../../protocol/people.ts';
import { csrfToken, noSessionCookie, sessionCookie, sessionToken } from '../../identity/session.ts';
import { Refused } from '../../errors.ts';
import { initialsOf } from '../../people/face.ts';
import { SESSION_MS, type NewSession, type Sessions } from '../../people/sessions.ts';
import type { SignIn as SigningIn } from '../../people/sign-in.ts';
import type { Shops } from '../../shops/shops.ts';
import type { AgentRow } from '../../store/port.ts';
import type { Gate } from './gate.ts';

export interface SessionRoutesDeps {
  signIn: SigningIn;
  sessions: Sessions;
  shops: Shops;
  locales: string[];
}

export function sessionRoutes(gate: Gate, deps: SessionRoutesDeps): void {
  const { signIn, sessions } = deps;

  gate.serve('POST /api/console/sign-in', SignIn, async ({ body, from, reply }) => {
    const session = await signIn.signIn(body, from);
    reply.header('set-cookie', sessionCookie(session.token, SESSION_MS));
    return meOf(session, deps);
  });

  gate.serve('POST /api/console/sign-out', null, async ({ who, reply }) => {
    await sessions.end(who.tokenHash);
    reply.header('set-cookie', noSessionCookie());
    return {};
  });

  gate.serve('GET /api/console/me', null, ({ who, from }) =>
    meOf({ agent: who.agent, csrf: csrfToken(sessionToken(from.cookie) ?? '') }, deps),
  );

  gate.serve('POST /api/console/password', ChangePassword, async ({ who, body, from }) => {
    await signIn.changePassword(who, body, from);
    return {};
  });
}

export async function meOf(
  { agent, csrf }: Pick<NewSession, 'csrf'> & { agent: AgentRow },
  { shops, locales }: { shops: Shops; locales: string[] },
): Promise<Me> {
  const shop = await shops.byId(agent.storeId);
  if (!shop) throw new Refused('E_SIGNED_OUT');
  const { id, name, email, role, available } = agent;
  return {
    agent: { id, name, email, initials: initialsOf(name), role, available },
    store: { key: shop.key, name: shop.settings.name, color: shop.settings.color },
    csrf,
    locales,
  };
}
