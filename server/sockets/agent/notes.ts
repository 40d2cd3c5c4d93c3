/** Notes between agents. They stand beside the conversation and not in it, so no road leads from them to a shopper. */
import { Note, RemoveNote } from '../../../protocol/agent-events.ts';
import { noteView } from '../../desk/note.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import { type AgentNamespace, agentsRoom } from '../namespaces.ts';
import { type Spread, toAll } from '../spread.ts';
import { served, type Table } from './served.ts';

export function notes(deps: { store: Store; agents: AgentNamespace; clock: Clock; spread: Spread }): Table<'note' | 'removeNote'> {
  const { store, agents, clock, spread } = deps;
  return {
    note: served(Note, async (seat, { conversation, id, text }) => {
      const { row } = await seat.look(conversation);
      await store.addNote({
        id,
        storeId: row.storeId,
        conversationId: row.id,
        at: clock.now(),
        agent: seat.me,
        text,
        afterSeq: row.lastSeq,
      });
      // As it was written first, where this is a second try.
      const kept = (await store.notesOf(row.storeId, row.id)).find((one) => one.id === id);
      if (!kept) throw new Refused('E_STORAGE');
      const note = noteView(kept);
      toAll(agents, spread).to(agentsRoom(conversation)).emit('note', { conversation, note });
      return { note };
    }),

    removeNote: served(RemoveNote, async (seat, { conversation, id }) => {
      const { row } = await seat.look(conversation);
      if (!(await store.removeNote(row.storeId, row.id, seat.agent.id, id))) throw new Refused('E_NOT_FOUND');
      toAll(agents, spread).to(agentsRoom(conversation)).emit('noteRemoved', { conversation, id });
      return {};
    }),
  };
}
