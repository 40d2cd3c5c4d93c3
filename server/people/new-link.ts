import { hashToken, newToken } from '../identity/tokens.ts';
import type { NewId } from '../providers/ports.ts';
import type { LinkRow } from '../store/port.ts';

/** A link as it is kept, and the token that opens it: the token is for its holder alone. */
export function newLink(
  about: Pick<LinkRow, 'kind' | 'storeId' | 'role'> & Partial<Pick<LinkRow, 'agentId' | 'email' | 'name'>>,
  { newId, now, lifeMs }: { newId: NewId; now: number; lifeMs: number },
): { token: string; link: LinkRow } {
  const token = newToken();
  const nobody = { agentId: null, email: null, name: null };
  const link: LinkRow = { ...nobody, ...about, id: newId(), tokenHash: hashToken(token), createdAt: now, expiresAt: now + lifeMs };
  return { token, link };
}

/** `host`: our public address. The token stands in the fragment, which no server and no log ever sees. */
export function linkAddress(host: string, token: string): string {
  return `${host}/console/#join=${token}`;
}
