/** People of a shop, signed in without a screen. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../protocol/rights.ts';
import { csrfToken, SESSION_COOKIE } from '../../server/identity/session.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import { createPasswords } from '../../server/people/passwords.ts';
import type { AgentRow, Store } from '../../server/store/port.ts';
import { DAY } from './clock.ts';

export interface NewPerson {
  name: string;
  role: Role;
  email?: string;
  disabled?: boolean;
  /** Without one they can't sign in by themselves. */
  password?: string;
}

export interface TestPerson {
  row: AgentRow;
  /** The session's token. */
  session: string;
  /** Goes into the header `cookie`. */
  cookie: string;
  /** Goes into the header `x-csrf-token`, and into a socket's handshake as `auth.csrf`. */
  csrf: string;
}

/** As cheap as can be: a password with these costs is hashed anew when it is used to sign in. */
const passwords = createPasswords({ memory: 8, passes: 1, parallelism: 1 });

/** Makes an agent with a session that is good for a day from `now` on. */
export async function addPerson(store: Store, storeId: string, person: NewPerson, now: number): Promise<TestPerson> {
  const id = randomBytes(12).toString('base64url');
  const row: AgentRow = {
    id,
    storeId,
    name: person.name,
    email: person.email ?? `${person.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${id.toLowerCase()}@example.com`,
    role: person.role,
    disabled: person.disabled ?? false,
    available: true,
    seenAt: null,
    createdAt: now,
  };
  await store.addAgent(row, person.password === undefined ? null : await passwords.hash(person.password));
  return { row, ...(await addSession(store, row, now)) };
}

/** One more session of theirs, as of another browser. */
export async function addSession(store: Store, agent: AgentRow, now: number): Promise<Omit<TestPerson, 'row'>> {
  const session = randomBytes(32).toString('base64url');
  await store.addAgentSession({ tokenHash: hashToken(session), agentId: agent.id, storeId: agent.storeId, expiresAt: now + DAY });
  return { session, cookie: `${SESSION_COOKIE}=${session}`, csrf: csrfToken(session) };
}
