import type { NoteView } from '../../protocol/desk.ts';
import { faceOf } from '../people/face.ts';
import type { NoteRow } from '../store/port.ts';

/** A note for agents only; nothing that a shopper receives is made of it. */
export function noteView({ id, at, agent, text, afterSeq }: NoteRow): NoteView {
  return { id, at, agent: faceOf(agent), text, afterSeq };
}
