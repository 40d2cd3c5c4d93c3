/** Agents come and go: their shoppers see it, and the store knows when each was last connected, on whichever node. */
import type { Log } from '../../log.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import { type AgentNamespace, type SeatedAgent, shopperRoom, type ShopperNamespace } from '../namespaces.ts';
import { type Spread, toAll } from '../spread.ts';
import type { Staff } from '../staff.ts';

const MARK_EVERY_MS = 15_000;
/** Nobody talks with more people at once. */
const MOST_CHATS = 100;

export function createAttendance(deps: {
  agents: AgentNamespace;
  shoppers: ShopperNamespace;
  store: Store;
  staff: Staff;
  clock: Clock;
  spread: Spread;
  log: Log;
}) {
  const { agents, shoppers, store, staff, clock, spread, log } = deps;
  let markedAt = 0;

  async function came(agent: SeatedAgent): Promise<void> {
    staff.changed(agent.storeId);
    await noted(agent, true);
  }

  async function left(agent: SeatedAgent): Promise<void> {
    staff.changed(agent.storeId);
    // Another window of theirs is open.
    if (!staff.connected(agent.id)) await noted(agent, false);
  }

  async function noted(agent: SeatedAgent, here: boolean): Promise<void> {
    try {
      await store.markAgentsHere([agent.id], clock.now());
      const chats = await store.inboxPage(agent.storeId, { filter: 'mine', agentId: agent.id, after: null, limit: MOST_CHATS });
      for (const { conversationId } of chats) toAll(shoppers, spread).to(shopperRoom(conversationId)).emit('presence', { here });
    } catch (error) {
      // A hint for the shoppers, and the next mark follows within seconds.
      log.warn('attendance.unnoted', { agent: agent.id, error });
    }
  }

  /** Marks all who are connected here; with each tick, and done each fifteen seconds. */
  async function mark(): Promise<void> {
    const now = clock.now();
    if (now - markedAt < MARK_EVERY_MS) return;
    const ids = new Set([...agents.sockets.values()].map(({ data }) => data.agent.id));
    if (ids.size > 0) await store.markAgentsHere([...ids], now);
    markedAt = now;
  }

  return { came, left, mark };
}
export type Attendance = ReturnType<typeof createAttendance>;
