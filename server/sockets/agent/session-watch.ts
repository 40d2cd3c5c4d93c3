/** Holds open sockets to their sessions: who signs out or is disabled is out within two seconds, on every node; a new role or name is
 *  taken over at once. */
import type { SessionsEnded } from '../../people/sessions.ts';
import type { Clock } from '../../providers/ports.ts';
import type { AgentRow, Store } from '../../store/port.ts';
import { type AgentNamespace, type AgentSocket, personRoom, type SeatedAgent, sessionRoom } from '../namespaces.ts';
import { type Spread, toAll } from '../spread.ts';
import type { Staff } from '../staff.ts';

export function createSessionWatch(deps: { agents: AgentNamespace; store: Store; staff: Staff; clock: Clock; spread: Spread }) {
  const { agents, store, staff, clock, spread } = deps;

  /** One question for all sockets of this node; with each tick. */
  async function check(): Promise<void> {
    const sockets = [...agents.sockets.values()];
    if (sockets.length === 0) return;
    const sessions = await store.liveSessions([...new Set(sockets.map(({ data }) => data.tokenHash))], clock.now());
    const agentOf = new Map(sessions.map(({ tokenHash, agent }) => [tokenHash, agent]));
    const changed = new Set<string>();
    for (const socket of sockets) {
      const agent = agentOf.get(socket.data.tokenHash);
      if (!agent || agent.disabled) turnOut(socket);
      else if (takeOver(socket, agent)) changed.add(agent.storeId);
    }
    for (const storeId of changed) staff.changed(storeId);
  }

  /** Does not wait for the next check. */
  const ended: SessionsEnded = (what) => {
    const room = 'tokenHash' in what ? sessionRoom(what.tokenHash) : personRoom(what.agentId);
    const spared = 'except' in what && what.except !== undefined ? [sessionRoom(what.except)] : [];
    toAll(agents, spread).to(room).except(spared).emit('signedOut', {});
    toAll(agents, spread).in(room).except(spared).disconnectSockets(true);
  };

  return { check, ended };
}
export type SessionWatch = ReturnType<typeof createSessionWatch>;

export function seated({ id, storeId, name, role, available }: AgentRow): SeatedAgent {
  return { id, storeId, name, role, available };
}

function turnOut(socket: AgentSocket): void {
  socket.emit('signedOut', {});
  socket.disconnect(true);
}

function takeOver(socket: AgentSocket, agent: AgentRow): boolean {
  const before = socket.data.agent;
  if (before.name === agent.name && before.role === agent.role && before.available === agent.available) return false;
  socket.data.agent = seated(agent);
  return true;
}
