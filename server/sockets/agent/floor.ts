/** Who has the floor: taking, giving back to the bot, handing on, letting go. Each is decided on the row that the commit is checked
 *  against, so that of two who act at once one wins, and the bot falls silent or speaks in the very same commit. */
import { GiveBack, OfConversation, Take, Transfer } from '../../../protocol/agent-events.ts';
import { may } from '../../../protocol/rights.ts';
import { stepsFor } from '../../../flows/steps.ts';
import { Refused } from '../../errors.ts';
import type { Store } from '../../store/port.ts';
import { served, type Table } from './served.ts';
import { CLOSED, has, heldBy, unlessMine, unlessMineOrLead } from './standing.ts';

export function floor({ store }: { store: Store }): Table<'take' | 'giveBack' | 'transfer' | 'release'> {
  return {
    take: served(Take, (seat, { conversation, from }) =>
      seat.act(conversation, (row) => {
        if (from !== undefined && !may(seat.agent.role, 'lead')) return { refuse: 'E_NOT_ALLOWED' };
        if (has(row, seat.agent)) return { done: true };
        if (row.status === 'closed') return CLOSED;
        // Given on in the meantime: whoever has it now was not asked about.
        if (row.agent && row.agent.id !== from) return { refuse: 'E_TAKEN', because: heldBy(row.agent) };
        return {
          event: { type: 'agent.took', agent: seat.me },
          audit: seat.did('agent.took', row.agent ? { from: row.agent.id } : {}),
        };
      }),
    ),

    giveBack: served(GiveBack, (seat, { conversation, step }) =>
      seat.act(conversation, (row, flow) => {
        const refused = unlessMine(row, seat.agent);
        if (refused) return refused;
        if (!flow || !stepsFor(flow).some(({ id }) => id === step)) return { refuse: 'E_WRONG_STEP' };
        return { event: { type: 'agent.gaveBack', step, agent: seat.me }, audit: seat.did('agent.gaveBack', { step }) };
      }),
    ),

    transfer: served(Transfer, async (seat, { conversation, to }) => {
      await seat.look(conversation);
      const person = await store.agent(seat.agent.storeId, to);
      if (!person || person.disabled) throw new Refused('E_NOT_FOUND', undefined, { key: 'desk:why.noColleague' });
      return seat.act(conversation, (row) => {
        if (has(row, person)) return { done: true };
        const refused = unlessMineOrLead(row, seat.agent);
        if (refused) return refused;
        return {
          event: { type: 'agent.transferred', agent: seat.me, to: { id: person.id, name: person.name } },
          audit: seat.did('agent.transferred', { from: row.agent?.id ?? null, to: person.id }),
        };
      });
    }),

    release: served(OfConversation, (seat, { conversation }) =>
      seat.act(conversation, (row) => {
        if (row.agent === null && row.status === 'waiting') return { done: true };
        const refused = unlessMineOrLead(row, seat.agent);
        if (refused) return refused;
        return { event: { type: 'agent.released', agent: seat.me }, audit: seat.did('agent.released', { from: row.agent?.id ?? null }) };
      }),
    ),
  };
}
