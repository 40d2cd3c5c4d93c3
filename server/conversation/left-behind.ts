/** A chat does not stay with an agent whose connection has been gone for too long: it goes back to the queue, first in line. */
import type { Log } from '../log.ts';
import type { Clock } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { Store } from '../store/port.ts';
import type { Conversations } from './conversations.ts';

const MINUTE_MS = 60_000;
/** The least that a policy may say. */
const SHORTEST_MS = 1 * MINUTE_MS;
const BATCH = 500;

type Left = Awaited<ReturnType<Store['leftBehind']>>[number];

export function createLeftBehind(deps: {
  store: Store;
  shops: Shops;
  conversations: Conversations;
  /** On whichever node. */
  connected: (agentId: string) => boolean;
  clock: Clock;
  log: Log;
}) {
  const { store, shops, conversations, connected, clock, log } = deps;
  // While no server ran nobody could be connected: for those who come back with it, the time counts from now.
  const since = clock.now();

  /** With each tick. */
  async function giveBack(): Promise<void> {
    const now = clock.now();
    if (now - since < SHORTEST_MS) return;
    const left = await store.leftBehind(now - SHORTEST_MS, BATCH);
    await Promise.all(left.map((one) => release(one)));
  }

  async function release({ storeId, conversationId, agent }: Left): Promise<void> {
    const shop = await shops.byId(storeId);
    if (!shop) return;
    const awayMs = shop.settings.policy.agentAwayMinutes * MINUTE_MS;
    const outcome = await conversations.handle({ storeId, conversationId }, async (row) => {
      if (row.agent?.id !== agent.id || connected(agent.id)) return { done: true };
      // Read anew: a node that we can't ask has marked them meanwhile.
      const seenAt = (await store.agent(storeId, agent.id))?.seenAt ?? 0;
      if (clock.now() - Math.max(seenAt, since) < awayMs) return { done: true };
      return {
        event: { type: 'agent.timedOut', agent },
        audit: { actor: 'server', action: 'agent.timedOut', detail: { agent: agent.id } },
      };
    });
    if (!outcome.ok) log.warn('chat.unreturned', { conversation: conversationId, code: outcome.code });
  }

  return { giveBack };
}
