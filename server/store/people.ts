/** Agents, sessions, one-time links, and the record of what was done. */
import type { Database, Step, Value } from './database.ts';
import { peopleRead, peopleWrite } from './people-statements.ts';
import type { AgentRow, AuditRow, LinkRow, Store } from './port.ts';
import { queriesOf, step } from './queries.ts';
import { toAccount, toAgent, toAudit, toLink, toLiveSession } from './people-rows.ts';
import { change, write } from './statements.ts';

type PeopleMethods = Pick<
  Store,
  | 'addAgent'
  | 'agent'
  | 'agentsOf'
  | 'agentByEmail'
  | 'saveAgent'
  | 'setAvailable'
  | 'savePassword'
  | 'markAgentsHere'
  | 'addAgentSession'
  | 'agentBySession'
  | 'liveSessions'
  | 'endSession'
  | 'endSessionsOf'
  | 'sweepSessions'
  | 'addLink'
  | 'link'
  | 'invitesOf'
  | 'removeInvite'
  | 'takeLink'
  | 'addAudit'
  | 'auditOf'
>;
type Made = Parameters<Store['takeLink']>[2];

export function peopleMethods(database: Database): PeopleMethods {
  const { one, many, manyOf, run, touched } = queriesOf(database);

  return {
    async addAgent(agent, passwordHash) {
      return (await database.transact([addAgent(agent, passwordHash)])) === null;
    },
    agent: (storeId, id) => one(toAgent, peopleRead.agent, storeId, id),
    agentsOf: (storeId) => many(toAgent, peopleRead.agentsOf, storeId),
    agentByEmail: (email) => one(toAccount, peopleRead.agentByEmail, asKept(email)),
    saveAgent: (a) =>
      run(step(peopleWrite.saveAgent, a.id, a.storeId, a.name, asKept(a.email), a.role, Number(a.disabled), Number(a.available))),
    setAvailable: (storeId, id, available) => run(step(peopleWrite.setAvailable, id, storeId, Number(available))),
    savePassword: (storeId, id, hash) => run(step(peopleWrite.savePassword, id, storeId, hash)),
    async markAgentsHere(ids, at) {
      // Each by itself: group commit makes one transaction of them, which takes the rows in everybody's order.
      await Promise.all(ids.map((id) => run(step(peopleWrite.markHere, id, at))));
    },

    addAgentSession: (s) => run(step(peopleWrite.addSession, s.tokenHash, s.agentId, s.storeId, s.expiresAt)),
    agentBySession: (hash, now) => one(toAgent, peopleRead.agentBySession, hash, now),
    liveSessions: (hashes, now) => manyOf(toLiveSession, peopleRead.liveSessions, [now], hashes),
    endSession: (hash) => run(step(peopleWrite.endSession, hash)),
    endSessionsOf: (storeId, agentId, except = '') => run(step(peopleWrite.endSessionsOf, agentId, storeId, except)),
    sweepSessions: (now) => run(step(peopleWrite.sweepSessions, now), step(peopleWrite.sweepLinks, now)),

    addLink: (l) => run(step(peopleWrite.addLink, ...linkValues(l))),
    link: (hash, now) => one(toLink, peopleRead.link, hash, now),
    invitesOf: (storeId, now) => many(toLink, peopleRead.invitesOf, storeId, now),
    removeInvite: (storeId, id) => touched(peopleWrite.removeInvite, storeId, id),
    async takeLink(hash, now, made) {
      // What a link says never changes; that it is still there is checked by the step that takes it away.
      const link = await one(toLink, peopleRead.link, hash, now);
      if (link === null) return { ok: false, reason: 'used' };
      assertFits(link, made);
      const reason = await database.transact([
        { sql: peopleWrite.useLink, values: [hash, now], otherwise: 'used' as const },
        ...(link.kind === 'password' ? newPassword(made) : newAccount(made)),
        audit(made.agent.storeId, made.audit),
      ]);
      return reason === null ? { ok: true } : { ok: false, reason };
    },

    addAudit: (storeId, row, conversationId) => run(audit(storeId, row, conversationId)),
    auditOf: (storeId, before, limit) => many(toAudit, peopleRead.audit, storeId, before ?? Number.MAX_SAFE_INTEGER, limit),
  };
}

/** One row of the record; '' stands for no conversation. */
export function audit(storeId: string, row: AuditRow, conversationId = ''): Step<never> {
  return step(change.insertAudit, storeId, conversationId, row.at, row.actor, row.action, JSON.stringify(row.detail));
}

function addAgent(a: AgentRow, passwordHash: string | null): Step<'exists'> {
  const may: Value[] = [a.role, Number(a.disabled), Number(a.available)];
  const values = [a.id, a.storeId, a.name, asKept(a.email), ...may, a.seenAt, a.createdAt, passwordHash];
  return { sql: peopleWrite.addAgent, values, otherwise: 'exists' };
}

function newAccount({ shop, agent, passwordHash }: Made): Step<'exists'>[] {
  const account = addAgent(agent, passwordHash);
  if (shop === undefined) return [account];
  const { id, key, settings, identitySecret, createdAt, updatedAt } = shop;
  return [step(write.addShop, id, key, JSON.stringify(settings), identitySecret, createdAt, updatedAt), account];
}

/** Whoever was signed in by the old one is so no more. */
function newPassword({ agent, passwordHash }: Made): Step<'used'>[] {
  return [
    { sql: peopleWrite.savePassword, values: [agent.id, agent.storeId, passwordHash], otherwise: 'used' },
    step(peopleWrite.endSessionsOf, agent.id, agent.storeId, ''),
  ];
}

/** A link opens one shop, and one of a password one account: anything else is a bug of the caller. */
function assertFits(link: LinkRow, { agent, shop }: Made): void {
  if (agent.storeId !== (link.storeId ?? shop?.id)) throw new Error('a link makes an account of its own shop');
  if (link.storeId !== null && shop !== undefined) throw new Error('a link of a shop makes no other');
  if (link.kind === 'password' && agent.id !== link.agentId) throw new Error('a link changes the password of its own account');
  if (link.kind !== 'password' && agent.role !== link.role) throw new Error('a link makes an account of its own role');
}

function linkValues(l: LinkRow): Value[] {
  const email = l.email === null ? null : asKept(l.email);
  return [l.id, l.tokenHash, l.storeId, l.kind, l.agentId, email, l.name, l.role, l.createdAt, l.expiresAt];
}

function asKept(email: string): string {
  return email.toLowerCase();
}
