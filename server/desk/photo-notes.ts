/** What was noticed about a photo, for whoever looks at it. A hint is not a proof, and says so where it might be taken for one. */
import type { FlowContext } from '../../flows/context.ts';
import type { PhotoNote } from '../../protocol/desk.ts';
import type { PhotoFinding } from '../../protocol/photo.ts';
import { t, type Words } from '../../protocol/words.ts';

export type NoteWords = Omit<PhotoNote, 'text'> & { text: Words };

const TONES: Record<PhotoFinding['kind'], PhotoNote['tone']> = {
  dark: 'wait',
  blurred: 'wait',
  small: 'wait',
  noBarcode: 'wait',
  twice: 'wait',
  sameLabel: 'good',
  otherLabel: 'wait',
  anyLabel: 'plain',
  seenBefore: 'wait',
};

export function photoNotes(findings: readonly PhotoFinding[], evidence: FlowContext['evidence']): NoteWords[] {
  return findings.map((finding) => ({
    kind: finding.kind,
    tone: TONES[finding.kind],
    text: textOf(finding, evidence),
    ...(finding.kind === 'seenBefore' && { link: finding.conversationId }),
  }));
}

function textOf(finding: PhotoFinding, evidence: FlowContext['evidence']): Words {
  switch (finding.kind) {
    case 'twice': {
      const place = placeOf(finding.photoId, evidence);
      return place === null ? t('desk:photo.twice') : t('desk:photo.twiceAs', { place });
    }
    case 'sameLabel':
    case 'otherLabel':
    case 'anyLabel':
      return t(`desk:photo.${finding.kind}`, { barcode: { $code: finding.barcode } });
    case 'seenBefore':
      return finding.caseNumber === null ? t('desk:photo.seenTalk') : t('desk:photo.seenCase', { number: { $code: finding.caseNumber } });
    default:
      return t(`desk:photo.${finding.kind}`);
  }
}

/** null: it has been taken out meanwhile. */
function placeOf(photoId: string, evidence: FlowContext['evidence']): Words | null {
  for (const [item, piece] of Object.entries(evidence)) {
    const slot = Object.keys(piece.photos).find((one) => piece.photos[one] === photoId);
    if (slot !== undefined) return item === 'packaging' ? t(`prompt:evidence.slot.${slot}`) : t(`desk:evidence.${item}`);
  }
  return null;
}
