/** Whether a shopper's panel is open, for those who look at the conversation. */
import type { Log } from '../log.ts';
import { type AgentNamespace, agentsRoom, shopperRoom, type ShopperNamespace } from './namespaces.ts';
import { mayHear, type Spread, toAll } from './spread.ts';

/** A node that does not answer within this is not waited for. */
const ANSWER_MS = 900;

export function createShopperPresence(deps: { shoppers: ShopperNamespace; agents: AgentNamespace; spread: Spread; log: Log }) {
  const { shoppers, agents, spread, log } = deps;

  async function isHere(conversation: string): Promise<boolean> {
    if (shoppers.adapter.rooms.has(shopperRoom(conversation))) return true;
    if (!spread()) return false;
    try {
      return (await shoppers.timeout(ANSWER_MS).in(shopperRoom(conversation)).fetchSockets()).length > 0;
    } catch (error) {
      log.warn('presence.unasked', { error });
      return false;
    }
  }

  function came(conversation: string): void {
    tell(conversation, true);
  }

  /** One of their windows is closed; others may be open, also elsewhere. */
  async function left(conversation: string): Promise<void> {
    if (mayHear(agents, agentsRoom(conversation), spread) && !(await isHere(conversation))) tell(conversation, false);
  }

  function tell(conversation: string, here: boolean): void {
    if (mayHear(agents, agentsRoom(conversation), spread))
      toAll(agents, spread).to(agentsRoom(conversation)).emit('presence', { conversation, here });
  }

  return { isHere, came, left };
}
export type ShopperPresence = ReturnType<typeof createShopperPresence>;
