/** What happened, oldest first: the carrier's events, the case, promises, photos. */
import { eventWords, placeWords } from '../../flows/cards/event-words.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { Folder } from './folder.ts';

export interface Happening {
  at: number;
  who: 'carrier' | 'case' | 'promise' | 'photo';
  what: Words | string;
  place: Words | null;
  /** The carrier's own words, as they came. */
  raw: string;
}

export function timelineOf({ context, promises, photos, case: opened }: Folder): Happening[] {
  const plain = { place: null, raw: '' };
  const happenings: Happening[] = [
    ...(context?.parcel?.events ?? []).map((event) => ({
      at: event.at,
      who: 'carrier' as const,
      what: eventWords(event),
      place: placeWords(event.place),
      raw: event.text,
    })),
    ...(opened ? [{ ...plain, at: opened.openedAt, who: 'case' as const, what: t('letters:pack.opened') }] : []),
    ...(opened?.closedAt != null ? [{ ...plain, at: opened.closedAt, who: 'case' as const, what: t('letters:pack.closed') }] : []),
    ...promises.map(({ kind, madeAt, dueAt }) => ({
      ...plain,
      at: madeAt,
      who: 'promise' as const,
      what: t('letters:pack.promised', { what: t(`desk:promise.${kind}`), by: { $date: dueAt, as: 'dateTime' } }),
    })),
    ...photos.map(({ createdAt, item }) => ({ ...plain, at: createdAt, who: 'photo' as const, what: photoWords(item) })),
  ];
  return happenings.sort((a, b) => a.at - b.at);
}

const PIECES: readonly string[] = ['group', 'packaging', 'label', 'scale', 'certificate', 'value'];

export function photoWords(item: string): Words {
  return t(`letters:pack.piece.${PIECES.includes(item) ? item : 'loose'}`);
}
