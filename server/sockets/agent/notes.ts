import { Note, RemoveNote } from '../../../protocol/agent-events.ts';
import type { Notebook } from './notebook.ts';
import { served, type Table } from './served.ts';

export function notes({ notebook }: { notebook: Notebook }): Table<'note' | 'removeNote'> {
  return {
    note: served(Note, async (seat, { conversation, id, text }) => ({ note: await notebook.write(seat, conversation, { id, text }) })),
    removeNote: served(RemoveNote, async (seat, { conversation, id }) => {
      await notebook.remove(seat, conversation, id);
      return {};
    }),
  };
}
