/** Notes between agents. They stand beside the conversation and not in it, so no road leads from them to a shopper. */
import type { NoteView } from '../../../protocol/desk.ts';
import { noteView } from '../../desk/note.ts';
import { Refused } from '../../errors.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import { type AgentNamespace, agentsRoom } from '../namespaces.ts';
import { type Spread, toAll } from '../spread.ts';
import type { Seat } from './seat.ts';

export function createNotebook(deps: { store: Store; agents: AgentNamespace; clock: Clock; spread: Spread }) {
  const { store, agents, clock, spread } = deps;

  /** A second one under the same id is the first. */
  async function write(seat: Seat, conversation: string, { id, text }: { id: string; text: string }): Promise<NoteView> {
    const { row } = await seat.look(conversation);
    const known = await find(row.storeId, row.id, id);
    if (known) return noteView(known);
    const at = clock.now();
    await store.addNote({ id, storeId: row.storeId, conversationId: row.id, at, agent: seat.me, text, afterSeq: row.lastSeq });
    const kept = await find(row.storeId, row.id, id);
    if (!kept) throw new Refused('E_STORAGE');
    await store.addAudit(row.storeId, { at, ...seat.did('note.written', { note: id }) }, row.id);
    const note = noteView(kept);
    toAll(agents, spread).to(agentsRoom(conversation)).emit('note', { conversation, note });
    return note;
  }

  /** One's own. */
  async function remove(seat: Seat, conversation: string, id: string): Promise<void> {
    const { row } = await seat.look(conversation);
    if (!(await store.removeNote(row.storeId, row.id, seat.agent.id, id))) throw new Refused('E_NOT_FOUND');
    await store.addAudit(row.storeId, { at: clock.now(), ...seat.did('note.removed', { note: id }) }, row.id);
    toAll(agents, spread).to(agentsRoom(conversation)).emit('noteRemoved', { conversation, id });
  }

  async function find(storeId: string, conversationId: string, id: string) {
    return (await store.notesOf(storeId, conversationId)).find((one) => one.id === id);
  }

  return { write, remove };
}
export type Notebook = ReturnType<typeof createNotebook>;
