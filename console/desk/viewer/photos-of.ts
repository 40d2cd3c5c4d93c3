import type { DeskView, PhotoNote } from '../../../protocol/desk.ts';

export interface ShownPhoto {
  id: string;
  /** The piece or the side, worded. */
  label: string;
  findings: PhotoNote[];
}

/** Every photo of a conversation, in the order in which the side shows them. */
export function photosOf(desk: Pick<DeskView, 'evidence' | 'loose'>): ShownPhoto[] {
  const pieces = desk.evidence.flatMap(({ slots, title }) =>
    slots.flatMap(({ photo, label, findings }) =>
      photo === null ? [] : [{ id: photo, label: slots.length > 1 ? label : title, findings }],
    ),
  );
  return [...pieces, ...desk.loose.map(({ photo, label, findings }) => ({ id: photo, label, findings }))];
}

/** Agents of the shop may see it by their session's cookie; nobody else. */
export function photoAddress(id: string): string {
  return `/api/console/photos/${encodeURIComponent(id)}`;
}
