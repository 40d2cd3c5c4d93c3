import type { EvidencePrompt } from '../../../protocol/prompt.ts';
import { useChat } from './chat.ts';
import type { PendingPhoto } from './entries.ts';

export type SlotView = EvidencePrompt<string>['slots'][number] & { pending: PendingPhoto | undefined };

/** The places of a piece of evidence, with what is on its way to them. */
export function useSlots({ item, slots, enough }: EvidencePrompt<string>) {
  const { state, actions } = useChat();
  const coming = state.outbox.filter((p): p is PendingPhoto => p.kind === 'photo' && p.item === item);
  const views: SlotView[] = slots.map(({ hints, ...slot }) => {
    const pending = coming.filter((p) => p.slot === slot.id).at(-1);
    return { ...slot, pending, ...(hints && !pending && !isKept(slot.photoId) && { hints }) };
  });
  /** Used anyway, though the server has yet to hear of it. */
  function isKept(photoId: string | undefined): boolean {
    return state.outbox.some((p) => p.kind === 'said' && p.state !== 'failed' && p.said.kind === 'keepPhoto' && p.said.photoId === photoId);
  }
  const isFree = (slot: SlotView) => !slot.photoId && !slot.pending;

  /** Several files at once fill this place and then the free ones; what finds no place goes into the talk, not away. */
  const add = (first: SlotView['id'], files: File[]) => {
    const places = [first, ...views.filter((slot) => slot.id !== first && isFree(slot)).map((slot) => slot.id)];
    files.slice(0, places.length).forEach((file, i) => actions.addPhotos(item, places[i] ?? first, [file]));
    const rest = files.slice(places.length);
    if (rest.length) actions.addPhotos('loose', 'one', rest);
  };
  const rising = coming.filter((p) => p.state !== 'failed').length;
  return {
    slots: views,
    add,
    filled: views.filter((slot) => !isFree(slot)).length,
    /** Photos still going up, where one can't go on without them. */
    waiting: !enough || !views.some(isFree) ? rising : 0,
  };
}
