/** Shows a committed turn to everyone who looks at its conversation, each in their language. */
import type { Turn } from '../conversation/conversations.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../providers/ports.ts';
import { greetingOf } from '../shops/greeting.ts';
import type { ConversationRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { agentRoom, type AgentNamespace, agentsRoom, shopperRoom, type ShopperNamespace } from './namespaces.ts';
import { mayHear, type Spread, toAll } from './spread.ts';
import { conversationView, shown } from './view.ts';

export function createDelivery(deps: {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  wording: Wording;
  clock: Clock;
  log: Log;
  spread: Spread;
  /** Whether this agent is connected, on whichever node. */
  connected: (agentId: string) => boolean;
}) {
  const { shoppers, agents, wording, clock, log, spread, connected } = deps;

  function deliver(turn: Turn): void {
    try {
      const { row } = turn;
      const now = clock.now();
      if (mayHear(shoppers, shopperRoom(row.id), spread))
        toAll(shoppers, spread)
          .to(shopperRoom(row.id))
          .emit('turn', worded(turn, { locale: row.locale, tz: row.tz, now }));
      if (!mayHear(agents, agentsRoom(row.id), spread)) return;
      for (const locale of wording.locales) {
        if (mayHear(agents, agentRoom(row.id, locale), spread))
          toAll(agents, spread)
            .to(agentRoom(row.id, locale))
            .emit('turn', worded(turn, { locale, tz: row.tz, now }));
      }
    } catch (error) {
      // A push is only a hint: what was not shown now is caught up by `seq`.
      log.error('deliver.failed', { conversation: turn.row.id, error });
    }
  }

  function worded(turn: Turn, viewer: Viewer) {
    return {
      messages: shown(turn.change.messages, wording, viewer),
      conversation: conversationView(turn, wording, viewer, agentHere(turn.row), greetingOf(turn.shop.settings, viewer.locale)),
    };
  }

  /** The agent who has this chat is connected. */
  function agentHere({ agent }: Pick<ConversationRow, 'agent'>): boolean {
    return agent !== null && connected(agent.id);
  }

  return { deliver, agentHere };
}
export type Delivery = ReturnType<typeof createDelivery>;
