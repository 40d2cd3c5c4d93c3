/** What this device keeps of an agent's writing, for the moment at which they leave it. */
import type { Notes } from '../shared/notes.ts';

/** Replies and notes that the server has not acknowledged. */
export function unsentOf(me: string, notes: Notes): number {
  try {
    const kept: unknown = JSON.parse(notes.get(`outbox:${me}`) || '[]');
    return Array.isArray(kept) ? kept.length : 0;
  } catch {
    return 0;
  }
}

/** They signed out: the next person at this device reads none of it. */
export function forgetWriting(me: string, notes: Notes): void {
  notes.forget(`outbox:${me}`);
  notes.forget(`draft:${me}:`);
}
