import type { PromiseView } from '../../protocol/desk.ts';
import type { PromiseRow } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';

/** Open ones first, the next to fall due on top; then what became of the others, newest first. */
export function promiseViews(promises: PromiseRow[], wording: Wording, viewer: Viewer): PromiseView[] {
  const open = promises.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt - b.dueAt);
  const settled = promises.filter(({ state }) => state !== 'open').sort((a, b) => b.madeAt - a.madeAt);
  return [...open, ...settled].map(({ id, kind, owner, dueAt, madeAt, state, what }) => ({
    id,
    kind,
    // What an agent wrote stays as written.
    label: what ?? wording.text(viewer, `desk:promise.${kind}`),
    owner,
    dueAt,
    madeAt,
    state,
  }));
}
