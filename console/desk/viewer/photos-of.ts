import type { DeskView } from '../../../protocol/desk.ts';

export interface ShownPhoto {
  id: string;
  /** The piece or the side, worded. */
  label: string;
}

/** Every photo of a conversation, in the order in which the side shows them. */
export function photosOf(desk: Pick<DeskView, 'evidence' | 'loose'>): ShownPhoto[] {
  const pieces = desk.evidence.flatMap(({ slots, title }) =>
    slots.flatMap(({ photo, label }) => (photo === null ? [] : [{ id: photo, label: slots.length > 1 ? label : title }])),
  );
  return [...pieces, ...desk.loose.map(({ photo, label }) => ({ id: photo, label }))];
}

/** Agents of the shop may see it by their session's cookie; nobody else. */
export function photoAddress(id: string): string {
  return `/api/console/photos/${encodeURIComponent(id)}`;
}
