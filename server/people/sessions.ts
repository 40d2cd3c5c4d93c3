/** Who is signed in. A session is a random token in a cookie; we keep its hash, and it ends at a fixed time however much it is used. */
import { csrfToken, isCsrfToken, sessionToken } from '../identity/session.ts';
import { hashToken, newToken } from '../identity/tokens.ts';
import type { Clock } from '../providers/ports.ts';
import type { AgentRow, Store } from '../store/port.ts';

/** Sockets of these sessions are to be closed now. `except`: the token hash of a session that goes on. */
export interface SessionsEnded {
  (what: { tokenHash: string } | { agentId: string; except?: string }): void;
}

export interface SignedIn {
  agent: AgentRow;
  /** Names the session; the token itself is nobody's but the browser's. */
  tokenHash: string;
}

export interface NewSession {
  token: string;
  csrf: string;
  agent: AgentRow;
}

export interface Sessions {
  /** For a request or a handshake: the session of its cookie, or null for none, an unknown, an expired or a disabled one's. */
  ofCookie(cookieHeader: string | undefined): Promise<(SignedIn & { token: string }) | null>;
  /** The same for what must prove besides that it comes from our own page: `csrf` as the client sent it. */
  signedIn(cookieHeader: string | undefined, csrf: unknown): Promise<SignedIn | null>;
  /** Always a new one. The session that this browser had before, of whomever, ends with it. */
  begin(agent: AgentRow, cookieHeader: string | undefined): Promise<NewSession>;
  end(tokenHash: string): Promise<void>;
  /** All of this person's, but the one named. */
  endAll(agent: Pick<AgentRow, 'id' | 'storeId'>, except?: string): Promise<void>;
}

export const SESSION_MS = 14 * 24 * 60 * 60_000;

export function createSessions(deps: { store: Store; clock: Clock; ended: SessionsEnded }): Sessions {
  const { store, clock, ended } = deps;

  async function ofCookie(cookieHeader: string | undefined): Promise<(SignedIn & { token: string }) | null> {
    const token = sessionToken(cookieHeader);
    if (token === null) return null;
    const tokenHash = hashToken(token);
    const agent = await store.agentBySession(tokenHash, clock.now());
    return agent && !agent.disabled ? { agent, tokenHash, token } : null;
  }

  async function end(tokenHash: string): Promise<void> {
    await store.endSession(tokenHash);
    ended({ tokenHash });
  }

  return {
    ofCookie,
    end,
    signedIn: async (cookieHeader, csrf) => {
      const token = sessionToken(cookieHeader);
      if (token === null || !isCsrfToken(csrf, token)) return null;
      const found = await ofCookie(cookieHeader);
      return found && { agent: found.agent, tokenHash: found.tokenHash };
    },
    begin: async (agent, cookieHeader) => {
      const before = sessionToken(cookieHeader);
      if (before !== null) await end(hashToken(before));
      const token = newToken();
      const expiresAt = clock.now() + SESSION_MS;
      await store.addAgentSession({ tokenHash: hashToken(token), agentId: agent.id, storeId: agent.storeId, expiresAt });
      return { token, csrf: csrfToken(token), agent };
    },
    endAll: async ({ id, storeId }, except) => {
      await store.endSessionsOf(storeId, id, except);
      ended({ agentId: id, ...(except !== undefined && { except }) });
    },
  };
}
