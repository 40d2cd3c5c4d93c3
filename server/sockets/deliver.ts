/** Shows a committed turn to everyone who looks at its conversation, each in their language. */
import type { DefaultEventsMap, Namespace } from 'socket.io';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { ShopperClientEvents, ShopperServerEvents } from '../../protocol/shopper-events.ts';
import type { Turn } from '../conversation/conversations.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../providers/ports.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { conversationView, shown } from './view.ts';

export type ShopperNamespace = Namespace<ShopperClientEvents, ShopperServerEvents, DefaultEventsMap, object>;
export type AgentNamespace = Namespace<AgentClientEvents, AgentServerEvents, DefaultEventsMap, object>;

export const shopperRoom = (conversationId: string): string => `c:${conversationId}`;
export const agentRoom = (conversationId: string, locale: string): string => `c:${conversationId}:${locale}`;
/** All agents who look at it, whatever they read. */
export const agentsRoom = (conversationId: string): string => `c:${conversationId}`;

export function createDelivery(deps: {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  wording: Wording;
  clock: Clock;
  log: Log;
  /** Whether other nodes can be reached: then a room that is empty here may have members there. */
  spread: () => boolean;
}) {
  const { shoppers, agents, wording, clock, log, spread } = deps;

  function deliver(turn: Turn): void {
    try {
      const { row } = turn;
      const now = clock.now();
      const wide = spread();
      if (wide || shoppers.adapter.rooms.has(shopperRoom(row.id)))
        // A broadcast waits for the way to the other nodes; while there is none, those who are here shall not.
        (wide ? shoppers : shoppers.local).to(shopperRoom(row.id)).emit('turn', worded(turn, { locale: row.locale, tz: row.tz, now }));
      if (!wide && !agents.adapter.rooms.has(agentsRoom(row.id))) return;
      for (const locale of wording.locales) {
        if (wide || agents.adapter.rooms.has(agentRoom(row.id, locale)))
          (wide ? agents : agents.local).to(agentRoom(row.id, locale)).emit('turn', worded(turn, { locale, tz: row.tz, now }));
      }
    } catch (error) {
      // A push is only a hint: what was not shown now is caught up by `seq`.
      log.error('deliver.failed', { conversation: turn.row.id, error });
    }
  }

  function worded(turn: Turn, viewer: Viewer) {
    return {
      messages: shown(turn.change.messages, wording, viewer),
      conversation: conversationView(turn, wording, viewer, agentHere(turn.row.id)),
    };
  }

  function agentHere(conversationId: string): boolean {
    return spread() || agents.adapter.rooms.has(agentsRoom(conversationId));
  }

  return { deliver, agentHere };
}
export type Delivery = ReturnType<typeof createDelivery>;
