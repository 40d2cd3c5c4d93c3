import { type InboxItem, RANKS } from '../../protocol/inbox.ts';
import { faceOf } from '../people/face.ts';
import type { InboxEntry } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { chipAt } from './rank.ts';

/** Of a long message the list shows the beginning. */
const PREVIEW_LENGTH = 160;

/** A row of the list, worded for whoever reads it. */
export function inboxItem(entry: InboxEntry, wording: Wording, viewer: Viewer): InboxItem {
  const { facts } = entry;
  return {
    id: entry.conversationId,
    rank: rankOf(entry.rank),
    rankAt: entry.rankAt,
    chipAt: chipAt(entry),
    name: facts.name,
    locale: entry.locale,
    language: wording.language(viewer, entry.locale),
    status: entry.status,
    problem: entry.problem,
    parcel: facts.parcel,
    photos: facts.photos,
    preview: previewOf(entry, wording, viewer),
    unread: entry.unread,
    agent: entry.agent && faceOf(entry.agent),
    caseNumber: entry.caseNumber,
    orderNumber: facts.orderNumber,
    lastAt: entry.updatedAt,
  };
}

function rankOf(rank: number): InboxItem['rank'] {
  return Object.values(RANKS).find((one) => one === rank) ?? RANKS.quiet;
}

function previewOf({ preview }: InboxEntry, wording: Wording, viewer: Viewer): InboxItem['preview'] {
  if (!preview) return null;
  const { body, from } = wording.word(preview, viewer);
  const text = body.kind === 'photo' ? body.alt : body.kind === 'card' ? '' : body.text;
  const letters = [...text];
  return { from, text: letters.length > PREVIEW_LENGTH ? `${letters.slice(0, PREVIEW_LENGTH).join('')}…` : text };
}
