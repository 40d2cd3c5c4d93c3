/** Holds a photo against what its talk and its shop have. */
import type { FlowContext } from '../../flows/context.ts';
import type { EvidenceItem } from '../../protocol/case.ts';
import type { PhotoFinding, PhotoHint } from '../../protocol/photo.ts';
import type { ConversationRow, PhotoRow, Store } from '../store/port.ts';
import { findingsOf, hintsOf, type Known } from './checks/findings.ts';
import type { Numbers } from './checks/whose-label.ts';
import type { PhotoInput } from './door.ts';

export type Noticing = (input: PhotoInput, row: ConversationRow, context: FlowContext | null) => Promise<PhotoFinding[]>;

/** Pictures of other talks that are worth comparing. */
const MOST_LIKE = 20;

export function createNoticing(store: Pick<Store, 'photosOf' | 'photosLike'>): Noticing {
  return async ({ item, slot, photo, seen }, row, context) => {
    const [own, like] = await Promise.all([
      store.photosOf(row.storeId, row.id),
      seen.print === null ? [] : store.photosLike(row.storeId, seen.print, row.id, MOST_LIKE),
    ]);
    const piece = item === 'loose' ? askedFor(row) : item;
    return findingsOf(seen, photo.sha256, {
      item: piece,
      numbers: numbersOf(context),
      placed: piece === 'loose' ? [] : placedElsewhere(own, item, slot, context),
      earlier: like.map(({ photo: other, caseNumber }) => ({ ...known(other), conversationId: other.conversationId, caseNumber })),
    });
  };
}

/** What the flow is told of it. */
export function toldOf(findings: PhotoFinding[]): { hints?: PhotoHint[]; twin?: string; barcode?: string; seenBefore?: true } {
  const hints = hintsOf(findings);
  const twice = findings.find((finding) => finding.kind === 'twice');
  const label = findings.find((finding) => 'barcode' in finding && finding.kind !== 'anyLabel');
  return {
    ...(hints.length > 0 && { hints }),
    ...(twice && { twin: twice.photoId }),
    ...(label && 'barcode' in label && { barcode: label.barcode }),
    ...(findings.some(({ kind }) => kind === 'seenBefore') && { seenBefore: true as const }),
  };
}

/** The piece that a loose photo is taken for. */
function askedFor({ prompt }: ConversationRow): EvidenceItem | 'loose' {
  return prompt?.prompt.kind === 'evidence' ? prompt.prompt.item : 'loose';
}

/** Only what counts as evidence now: what lay in this very place is replaced, and what was sent into the talk may well be sent again. */
function placedElsewhere(own: PhotoRow[], item: string, slot: string, context: FlowContext | null): Known[] {
  const places = Object.entries(context?.evidence ?? {}).flatMap(([piece, { photos }]) =>
    Object.entries(photos).flatMap(([place, id]) => (piece === item && place === slot ? [] : [id])),
  );
  return own.filter(({ id }) => places.includes(id)).map(known);
}

function known({ id, print, sha256 }: PhotoRow): Known {
  return { photoId: id, print, sha256 };
}

function numbersOf(context: FlowContext | null): Numbers {
  const parcel = context?.parcel;
  const own = parcel ? [parcel.number, ...(parcel.lastMile ? [parcel.lastMile.number] : [])] : [];
  const others = (context?.order?.parcels ?? []).map(({ number }) => number).filter((number) => !own.includes(number));
  return { own, others, whole: parcel?.lastMile !== undefined };
}
