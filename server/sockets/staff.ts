/**
 * The people of each shop who are connected: who takes chats, who looks at what. Those of this node are known at once; those of the
 * others are asked for each second, and not for every event. What changes is told to the sockets of this node; each node tells its own.
 */
import type { Viewing } from '../../protocol/agent-events.ts';
import { faceOf } from '../people/face.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/port.ts';
import { type AgentData, type AgentNamespace, type SeatedAgent, shopRoom } from './namespaces.ts';
import type { Spread } from './spread.ts';

type Seated = Pick<AgentData, 'agent' | 'viewing'>;

export function createStaff(deps: { agents: AgentNamespace; store: Store; spread: Spread; log: Log }) {
  const { agents, store, spread, log } = deps;
  let elsewhere: Seated[] = [];
  const chats = new Map<string, Map<string, number>>();
  /** Asked for with every turn, and so kept until something changes. */
  const freeNames = new Map<string, string | null>();
  /** What the sockets here were told last, by shop. */
  const told = new Map<string, { people: string; views: Map<string, string> }>();

  function here(): Seated[] {
    return [...agents.sockets.values()].map(({ data }) => data);
  }

  function seatsOf(storeId: string): Seated[] {
    return [...here(), ...elsewhere].filter(({ agent }) => agent.storeId === storeId);
  }

  function connected(agentId: string): boolean {
    return [...here(), ...elsewhere].some(({ agent }) => agent.id === agentId);
  }

  /** The name of one who is here, takes chats and has the fewest; null where there is none. */
  function free(storeId: string): string | null {
    const kept = freeNames.get(storeId);
    if (kept !== undefined) return kept;
    const counts = chats.get(storeId);
    const load = ({ id }: SeatedAgent) => counts?.get(id) ?? 0;
    const able = seatsOf(storeId)
      .map(({ agent }) => agent)
      .filter(({ available }) => available)
      .sort((a, b) => load(a) - load(b) || (a.id < b.id ? -1 : 1));
    const name = able[0]?.name ?? null;
    freeNames.set(storeId, name);
    return name;
  }

  function viewing(storeId: string): Viewing[] {
    const viewers = new Map<string, Map<string, SeatedAgent>>();
    for (const { agent, viewing: ids } of seatsOf(storeId)) {
      for (const id of ids) viewers.set(id, (viewers.get(id) ?? new Map<string, SeatedAgent>()).set(agent.id, agent));
    }
    return [...viewers].map(([conversation, people]) => ({
      conversation,
      agents: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(faceOf),
    }));
  }

  /** They say so at one window; it holds for all of theirs. */
  function setAvailable(agentId: string, available: boolean): void {
    for (const { data } of agents.sockets.values()) if (data.agent.id === agentId) data.agent = { ...data.agent, available };
    for (const { agent } of elsewhere) if (agent.id === agentId) agent.available = available;
  }

  /** Somebody of this shop came, went, looked elsewhere or takes chats no longer. */
  function changed(storeId: string): void {
    freeNames.delete(storeId);
    const before = told.get(storeId) ?? { people: '[]', views: new Map<string, string>() };
    const people = JSON.stringify([...new Set(seatsOf(storeId).map(({ agent }) => `${agent.id} ${agent.available} ${agent.name}`))].sort());
    const now = new Map(viewing(storeId).map((one) => [one.conversation, one]));
    const views = new Map([...now].map(([conversation, one]) => [conversation, JSON.stringify(one.agents)]));
    told.set(storeId, { people, views });
    for (const conversation of new Set([...views.keys(), ...before.views.keys()])) {
      if (views.get(conversation) !== before.views.get(conversation))
        agents.local.to(shopRoom(storeId)).emit('viewing', now.get(conversation) ?? { conversation, agents: [] });
    }
    if (people !== before.people) void tellStaff(storeId);
    if (people === '[]') told.delete(storeId);
  }

  async function tellStaff(storeId: string): Promise<void> {
    try {
      await count(storeId);
      const list = await colleagues(storeId);
      agents.local.to(shopRoom(storeId)).emit('staff', { colleagues: list });
    } catch (error) {
      log.warn('staff.untold', { store: storeId, error });
    }
  }

  /** All who may sign in, with what they have. */
  async function colleagues(storeId: string) {
    const [people] = await Promise.all([store.agentsOf(storeId), count(storeId)]);
    const seats = seatsOf(storeId);
    return people
      .filter(({ disabled }) => !disabled)
      .map((person) => {
        const own = seats.filter(({ agent }) => agent.id === person.id);
        return {
          ...faceOf(person),
          here: own.length > 0,
          available: own[0]?.agent.available ?? person.available,
          chats: chats.get(storeId)?.get(person.id) ?? 0,
        };
      });
  }

  async function count(storeId: string): Promise<void> {
    freeNames.delete(storeId);
    chats.set(storeId, new Map((await store.chatsOf(storeId)).map((one) => [one.agentId, one.chats])));
  }

  /** Asks the other nodes who is there, and counts anew; each second. */
  async function refresh(): Promise<void> {
    const before = elsewhere;
    elsewhere = spread() ? await askOthers() : [];
    const shops = new Set([...before, ...elsewhere, ...here()].map(({ agent }) => agent.storeId));
    for (const storeId of shops) {
      await count(storeId);
      changed(storeId);
    }
    for (const storeId of chats.keys()) if (!shops.has(storeId)) chats.delete(storeId);
  }

  async function askOthers(): Promise<Seated[]> {
    try {
      const all = await agents.timeout(ANSWER_MS).fetchSockets();
      return all.filter(({ id }) => !agents.sockets.has(id)).map(({ data }) => data);
    } catch (error) {
      // A node that does not answer is likely gone; what was known last is the better guess for a second.
      log.warn('staff.unasked', { error });
      return elsewhere;
    }
  }

  return { connected, free, viewing, colleagues, setAvailable, changed, refresh };
}
export type Staff = ReturnType<typeof createStaff>;

const ANSWER_MS = 900;
