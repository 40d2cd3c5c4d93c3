/** What an agent may do in a conversation as it stands: whose it is decides, never what the client says. */
import type { Refused } from '../../conversation/incoming.ts';
import type { ConversationRow } from '../../store/port.ts';
import { may } from '../../../protocol/rights.ts';
import type { SeatedAgent } from '../namespaces.ts';

type Held = Pick<ConversationRow, 'agent' | 'status'>;

export const CLOSED: Refused = { refuse: 'E_NOT_ALLOWED', because: { key: 'desk:why.closed' } };
export const NO_ADDRESS: Refused = { refuse: 'E_NOT_ALLOWED', because: { key: 'desk:why.noAddress' } };
export const NOT_NOW: Refused = { refuse: 'E_NOT_ALLOWED', because: { key: 'desk:why.notNow' } };

export function has(row: Held, agent: { id: string }): boolean {
  return row.agent?.id === agent.id;
}

/** Refused unless they have the chat themselves. */
export function unlessMine(row: Held, agent: SeatedAgent): Refused | null {
  if (has(row, agent)) return null;
  if (row.status === 'closed') return CLOSED;
  return { refuse: 'E_NOT_ALLOWED', because: row.agent ? heldBy(row.agent) : { key: 'desk:why.takeFirst' } };
}

/** A lead may lay hands on what another agent has. */
export function unlessMineOrLead(row: Held, agent: SeatedAgent): Refused | null {
  return row.agent && may(agent.role, 'lead') ? null : unlessMine(row, agent);
}

/** For what helps the case without taking the word: also while nobody has it, or after the talk has ended. */
export function unlessOthers(row: Held, agent: SeatedAgent): Refused | null {
  return row.agent ? unlessMine(row, agent) : null;
}

/** The same, where the shopper is asked for something. */
export function unlessFreeOrMine(row: Held, agent: SeatedAgent): Refused | null {
  if (row.status === 'closed') return CLOSED;
  return unlessOthers(row, agent);
}

export function heldBy({ name }: { name: string }) {
  return { key: 'desk:why.heldBy', p: { name } };
}
