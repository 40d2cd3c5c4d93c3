/** Signs of life to the shopper, while one has the chat: that somebody types, and how far they have read. */
import { AgentSeen, AgentTyping } from '../../../protocol/agent-events.ts';
import type { Conversations } from '../../conversation/conversations.ts';
import type { Hints } from '../hints.ts';
import { type AgentNamespace, agentsRoom, shopperRoom, type ShopperNamespace } from '../namespaces.ts';
import { type Spread, toAll } from '../spread.ts';
import { Refused } from '../../errors.ts';
import { served, type Table } from './served.ts';
import { unlessMine } from './standing.ts';

export function signs(deps: {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  conversations: Conversations;
  hints: Hints;
  spread: Spread;
}): Table<'typing' | 'seen'> {
  const { shoppers, agents, conversations, hints, spread } = deps;
  return {
    typing: served(AgentTyping, async (seat, { conversation, on }) => {
      const { row } = await seat.look(conversation);
      const refused = unlessMine(row, seat.agent);
      if (refused) throw new Refused(refused.refuse, undefined, refused.because);
      toAll(shoppers, spread).to(shopperRoom(conversation)).emit('typing', { name: seat.agent.name, on });
      return {};
    }),

    seen: served(AgentSeen, async (seat, { conversation, seq }) => {
      const { row } = await seat.look(conversation);
      await conversations.seen(seat.ref(conversation), 'agent', seq);
      const upTo = Math.min(seq, row.lastSeq);
      toAll(shoppers, spread).to(shopperRoom(conversation)).emit('seen', { by: 'agent', seq: upTo });
      toAll(agents, spread).to(agentsRoom(conversation)).emit('seen', { conversation, by: 'agent', seq: upTo });
      if (upTo > row.seenAgent) hints.changed(row.storeId, row.id);
      return {};
    }),
  };
}
