/** What is noticed about a photo once it is held against its talk and its shop. A hint or a note, never a refusal. */
import type { EvidenceItem } from '../../../protocol/case.ts';
import { PHOTO_HINTS, type PhotoFinding, type PhotoHint } from '../../../protocol/photo.ts';
import type { Seen } from './look.ts';
import { isSamePicture, readPrint } from './print.ts';
import { whoseLabel, type Numbers } from './whose-label.ts';

export interface Known {
  photoId: string;
  print: string | null;
  sha256: string;
}

export interface Against {
  /** The piece that it is for. */
  item: EvidenceItem | 'loose';
  numbers: Numbers;
  /** Photos in other places of this talk. */
  placed: readonly Known[];
  /** Photos of other talks of the shop that may be the same. */
  earlier: readonly (Known & { conversationId: string; caseNumber: string | null })[];
}

export function findingsOf(seen: Seen, sha256: string, { item, numbers, placed, earlier }: Against): PhotoFinding[] {
  const findings: PhotoFinding[] = [];
  // A dark photo has no edges, and one says it all.
  if (seen.dark) findings.push({ kind: 'dark' });
  else if (seen.blurred) findings.push({ kind: 'blurred' });
  if (seen.small) findings.push({ kind: 'small' });
  const twin = placed.find((photo) => isSame(photo, seen, sha256));
  if (twin) findings.push({ kind: 'twice', photoId: twin.photoId });
  const label = labelOf(seen, item, numbers);
  if (label) findings.push(label);
  const before = earlier.find((photo) => isSame(photo, seen, sha256));
  if (before) findings.push({ kind: 'seenBefore', conversationId: before.conversationId, caseNumber: before.caseNumber });
  return findings;
}

/** What of it the shopper is told. */
export function hintsOf(findings: readonly PhotoFinding[]): PhotoHint[] {
  return PHOTO_HINTS.filter((hint) => findings.some(({ kind }) => kind === hint));
}

/** A dark or blurred label has one thing to be told: take it again. Other pieces may carry any barcode. */
function labelOf(seen: Seen, item: Against['item'], numbers: Numbers): PhotoFinding | null {
  if (seen.barcodes === null || (item !== 'label' && item !== 'loose')) return null;
  const label = whoseLabel(seen.barcodes, numbers);
  if (label?.whose === 'same') return { kind: 'sameLabel', barcode: label.barcode };
  if (item !== 'label') return null;
  if (label === null) return seen.dark || seen.blurred ? null : { kind: 'noBarcode' };
  return { kind: label.whose === 'other' ? 'otherLabel' : 'anyLabel', barcode: label.barcode };
}

function isSame(other: Known, seen: Seen, sha256: string): boolean {
  if (other.sha256 === sha256) return true;
  return other.print !== null && seen.print !== null && isSamePicture(readPrint(other.print), readPrint(seen.print));
}
