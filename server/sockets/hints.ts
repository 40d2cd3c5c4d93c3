/** Tells the agents of a shop which conversations changed their place or their look in the list; gathered, so that a busy shop is not
 *  told once per turn. */
import type { Turn } from '../conversation/conversations.ts';
import { type AgentNamespace, shopRoom } from './namespaces.ts';
import { mayHear, type Spread, toAll } from './spread.ts';

const GATHER_MS = 250;
/** Above this, asking for the page anew is less than asking for each. */
const MOST = 100;

export function createHints({ agents, spread }: { agents: AgentNamespace; spread: Spread }) {
  const gathered = new Map<string, Set<string>>();

  function changed(storeId: string, conversationId: string): void {
    if (!mayHear(agents, shopRoom(storeId), spread)) return;
    const ids = gathered.get(storeId);
    if (ids) {
      if (ids.size <= MOST) ids.add(conversationId);
      return;
    }
    gathered.set(storeId, new Set([conversationId]));
    setTimeout(() => tell(storeId), GATHER_MS).unref();
  }

  /** What a turn did to the list; most turns of the bot alone do nothing to it. */
  function turned({ change, row, inbox }: Turn): void {
    if (inbox === null) return;
    if (change.inbox !== undefined || change.messages.some(({ from }) => from !== 'bot')) changed(row.storeId, row.id);
  }

  function tell(storeId: string): void {
    const ids = [...(gathered.get(storeId) ?? [])];
    gathered.delete(storeId);
    const hint = ids.length > MOST ? { ids: [], all: true as const } : { ids };
    toAll(agents, spread).to(shopRoom(storeId)).emit('inboxChanged', hint);
  }

  return { changed, turned };
}
export type Hints = ReturnType<typeof createHints>;
