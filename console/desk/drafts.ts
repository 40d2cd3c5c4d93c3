/** What an agent has begun to write, kept on the device for each conversation and each way of writing. */
import type { Notes } from '../shared/notes.ts';

export type Mode = 'reply' | 'note';

export interface Drafts {
  get(conversation: string, mode: Mode): string;
  /** '' forgets. */
  set(conversation: string, mode: Mode, text: string): void;
}

export function createDrafts(notes: Notes, me: string): Drafts {
  const place = (conversation: string, mode: Mode) => `draft:${me}:${conversation}:${mode}`;
  return {
    get: (conversation, mode) => notes.get(place(conversation, mode)),
    set: (conversation, mode, text) => notes.set(place(conversation, mode), text),
  };
}
