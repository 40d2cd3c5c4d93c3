/** An agent at one window of the desk: who they are now, what they read, and how they act on conversations. */
import type { Conversations, Loaded, Ref } from '../../conversation/conversations.ts';
import type { Decide } from '../../conversation/incoming.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../providers/ports.ts';
import type { AuditRow, ConversationRow } from '../../store/port.ts';
import type { Viewer } from '../../words/words.ts';
import type { AgentSocket, SeatedAgent } from '../namespaces.ts';

export interface Seat {
  readonly socket: AgentSocket;
  /** As of this moment: role and name follow the owner's changes. */
  readonly agent: SeatedAgent;
  /** The language they read. */
  readonly locale: string;
  /** How flow and messages speak of them. */
  readonly me: { id: string; name: string };
  ref(conversation: string): Ref;
  /** Dates of a conversation are in its shopper's zone. */
  viewer(row?: Pick<ConversationRow, 'tz'>): Viewer;
  /** The conversation as it is now; refused where it is not there or another shop's. */
  look(conversation: string): Promise<Loaded>;
  act(conversation: string, decide: Decide, messageId?: string): Promise<{ seq: number; at: number }>;
  /** What they did, for the commit in which they do it. */
  did(action: string, detail?: AuditRow['detail']): Omit<AuditRow, 'at'>;
}

export function seatAt(socket: AgentSocket, locale: string, deps: { conversations: Conversations; clock: Clock }): Seat {
  const { conversations, clock } = deps;
  const ref = (conversationId: string): Ref => ({ storeId: socket.data.agent.storeId, conversationId });

  return {
    socket,
    locale,
    get agent() {
      return socket.data.agent;
    },
    get me() {
      const { id, name } = socket.data.agent;
      return { id, name };
    },
    ref,
    viewer: (row) => ({ locale, tz: row?.tz ?? 'UTC', now: clock.now() }),
    look: async (conversation) => {
      const loaded = await conversations.view(ref(conversation));
      if (!loaded) throw new Refused('E_NOT_FOUND');
      return loaded;
    },
    act: async (conversation, decide, messageId) => {
      const outcome = await conversations.handle(ref(conversation), decide, messageId);
      if (!outcome.ok) throw new Refused(outcome.code, undefined, outcome.because);
      return { seq: outcome.seq, at: outcome.at };
    },
    did: (action, detail = {}) => ({ actor: socket.data.agent.id, action, detail }),
  };
}
