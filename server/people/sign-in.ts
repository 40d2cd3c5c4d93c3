/** Signing in by e-mail and password, and changing the password. */
import { Refused } from '../errors.ts';
import type { Clock } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';
import type { Backoff } from './backoff.ts';
import type { Passwords } from './passwords.ts';
import type { NewSession, Sessions, SignedIn } from './sessions.ts';

/** Where a request comes from. `address`: as limits know it. */
export interface Browser {
  address: string;
  cookie: string | undefined;
}

export interface SignIn {
  /** Refuses with `E_SIGN_IN`, in the same time and words, for an unknown address, a wrong password, one who is disabled, and one who has
   *  no password yet; with `E_RATE` after too many misses. */
  signIn(given: { email: string; password: string }, from: Browser): Promise<NewSession>;
  /** Ends all their other sessions. `E_SIGN_IN` where the old one is not right. */
  changePassword(who: SignedIn, given: { old: string; new: string }, from: Browser): Promise<void>;
}

export function createSignIn(deps: { store: Store; sessions: Sessions; passwords: Passwords; backoff: Backoff; clock: Clock }): SignIn {
  const { store, sessions, passwords, backoff, clock } = deps;

  async function checked<T extends { passwordHash: string | null }>(
    account: string,
    address: string,
    password: string,
    read: () => Promise<T | null>,
    mayEnter: (found: T) => boolean,
  ): Promise<{ found: T; outdated: boolean }> {
    const attempt = backoff.begin(account, address);
    if (!attempt.ok) throw new Refused('E_RATE', attempt.retryAfterMs);
    try {
      const found = await read();
      const { ok, outdated } = await passwords.check(password, found?.passwordHash ?? null);
      if (found && ok && mayEnter(found)) {
        attempt.right();
        return { found, outdated };
      }
    } catch (error) {
      attempt.void();
      throw error;
    }
    throw new Refused('E_SIGN_IN');
  }

  return {
    signIn: async ({ email, password }, { address, cookie }) => {
      const account = emailOf(email);
      const { found, outdated } = await checked(
        account,
        address,
        password,
        () => store.agentByEmail(account),
        ({ agent }) => !agent.disabled,
      );
      const { agent } = found;
      if (outdated) await store.savePassword(agent.storeId, agent.id, await passwords.hash(password));
      return sessions.begin(agent, cookie);
    },

    changePassword: async ({ agent, tokenHash }, given, { address }) => {
      await checked(
        `of ${agent.id}`,
        address,
        given.old,
        () => store.agentByEmail(agent.email),
        (found) => found.agent.id === agent.id,
      );
      await store.savePassword(agent.storeId, agent.id, await passwords.hash(given.new));
      await sessions.endAll(agent, tokenHash);
      await store.addAudit(agent.storeId, {
        at: clock.now(),
        actor: agent.id,
        action: 'password.changed',
        detail: { person: agent.id },
      });
    },
  };
}

/** As addresses are kept and compared. */
export function emailOf(typed: string): string {
  return typed.trim().toLowerCase();
}
