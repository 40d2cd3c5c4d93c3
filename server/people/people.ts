/** The people of a shop, as its owner sees and changes them. Each change stands in the audit, people by their ids. */
import type { Static } from 'typebox';
import type { ChangePerson, Invite, PeopleView, PersonView } from '../../protocol/people.ts';
import { Refused } from '../errors.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import type { AgentRow, LinkRow, Store } from '../store/port.ts';
import { initialsOf } from './face.ts';
import { newLink } from './new-link.ts';
import type { Sessions } from './sessions.ts';
import { emailOf } from './sign-in.ts';

/** Whose deed it is, for the audit, and in which shop. */
export type Doer = Pick<AgentRow, 'id' | 'storeId'>;

export interface People {
  list(storeId: string): Promise<PeopleView>;
  /** An earlier invitation of the same address is void. */
  invite(by: Doer, given: Static<typeof Invite>): Promise<OneTimeToken>;
  removeInvite(by: Doer, inviteId: string): Promise<void>;
  /** Another role or being disabled ends their sessions, one's own too. */
  change(by: Doer, personId: string, given: Static<typeof ChangePerson>): Promise<PersonView>;
  /** A link with which they set a new password; the old one is good until then. */
  resetLink(by: Doer, personId: string): Promise<OneTimeToken>;
}

export interface OneTimeToken {
  token: string;
  expiresAt: number;
}

const DAY_MS = 24 * 60 * 60_000;
export const INVITE_MS = 7 * DAY_MS;
export const RESET_MS = 1 * DAY_MS;
/** Marked every 15 seconds while connected. */
const HERE_MS = 45_000;

export function createPeople(deps: { store: Store; sessions: Sessions; clock: Clock; newId: NewId }): People {
  const { store, sessions, clock, newId } = deps;

  async function find(storeId: string, personId: string): Promise<AgentRow> {
    const person = await store.agent(storeId, personId);
    if (!person) throw new Refused('E_NOT_FOUND');
    return person;
  }

  async function write(by: Doer, action: string, detail: Record<string, string | boolean>): Promise<void> {
    await store.addAudit(by.storeId, { at: clock.now(), actor: by.id, action, detail });
  }

  async function keep(by: Doer, { token, link }: { token: string; link: LinkRow }): Promise<OneTimeToken> {
    await store.addLink(link);
    const about = link.agentId === null ? { invite: link.id, role: link.role } : { person: link.agentId, link: link.id };
    await write(by, link.kind === 'invite' ? 'person.invited' : 'password.linkMade', about);
    return { token, expiresAt: link.expiresAt };
  }

  /** An owner who may sign in, other than the one named. */
  async function hasOwner(storeId: string, besides?: string): Promise<boolean> {
    for (const { id, email, role, disabled } of await store.agentsOf(storeId)) {
      if (id !== besides && role === 'owner' && !disabled && (await store.agentByEmail(email))?.passwordHash) return true;
    }
    return false;
  }

  return {
    list: async (storeId) => {
      const now = clock.now();
      const [people, invites] = await Promise.all([store.agentsOf(storeId), store.invitesOf(storeId, now)]);
      return {
        people: people.map((person) => personView(person, now)),
        invites: invites.map(({ id, email, name, role, expiresAt }) => ({ id, email: email ?? '', name, role, expiresAt })),
      };
    },

    invite: async (by, given) => {
      const email = emailOf(given.email);
      if (await store.agentByEmail(email)) throw new Refused('E_EXISTS');
      const earlier = (await store.invitesOf(by.storeId, clock.now())).filter((invite) => invite.email === email);
      for (const { id } of earlier) await store.removeInvite(by.storeId, id);
      const about = { kind: 'invite', storeId: by.storeId, email, name: given.name?.trim() ?? null, role: given.role } as const;
      return keep(by, newLink(about, { newId, now: clock.now(), lifeMs: INVITE_MS }));
    },

    removeInvite: async (by, inviteId) => {
      if (!(await store.removeInvite(by.storeId, inviteId))) throw new Refused('E_NOT_FOUND');
      await write(by, 'person.uninvited', { invite: inviteId });
    },

    change: async (by, personId, given) => {
      const before = await find(by.storeId, personId);
      const { name = before.name, role = before.role, disabled = before.disabled } = given;
      const after: AgentRow = { ...before, name: name.trim(), role, disabled };
      const steppedDown = before.role === 'owner' && !before.disabled && (role !== 'owner' || disabled);
      if (steppedDown && !(await hasOwner(by.storeId, personId))) throw new Refused('E_LAST_OWNER');
      await store.saveAgent(after);
      // Asked again after it is written: of two owners who step down at the same moment, on whichever nodes, neither is missed.
      if (steppedDown && !(await hasOwner(by.storeId))) {
        await store.saveAgent(before);
        throw new Refused('E_LAST_OWNER');
      }
      if (role !== before.role || (disabled && !before.disabled)) await sessions.endAll(after);
      if (after.name !== before.name) await write(by, 'person.renamed', { person: personId });
      if (role !== before.role) await write(by, 'person.role', { person: personId, from: before.role, to: role });
      if (disabled !== before.disabled) await write(by, disabled ? 'person.disabled' : 'person.enabled', { person: personId });
      return personView(after, clock.now());
    },

    resetLink: async (by, personId) => {
      const { id, storeId, role } = await find(by.storeId, personId);
      const about = { kind: 'password', storeId, agentId: id, role } as const;
      return keep(by, newLink(about, { newId, now: clock.now(), lifeMs: RESET_MS }));
    },
  };
}

function personView({ id, name, email, role, disabled, seenAt }: AgentRow, now: number): PersonView {
  const here = !disabled && seenAt !== null && now - seenAt < HERE_MS;
  return { id, name, email, initials: initialsOf(name), role, disabled, here, seenAt };
}
