/** The photos by piece and place, as the desk lays them out. */
import { CHECKLIST, PAPERS, SLOTS } from '../../flows/checklist.ts';
import type { FlowContext } from '../../flows/context.ts';
import type { DeskView } from '../../protocol/desk.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { PhotoRow } from '../store/port.ts';
import { photoNotes, type NoteWords } from './photo-notes.ts';

type Piece = DeskView['evidence'][number];
type Worded<T> = Omit<T, 'label' | 'findings'> & { label: Words; findings: NoteWords[] };
interface Laid {
  evidence: (Omit<Piece, 'title' | 'slots'> & { title: Words; slots: Worded<Piece['slots'][number]>[] })[];
  loose: Worded<DeskView['loose'][number]>[];
}

/** The checklist once it has been begun, or as soon as something is missing. A photo whose days are over leaves its place empty. */
export function layOut({ evidence, problem, case: opened, log }: FlowContext, photos: PhotoRow[]): Laid {
  const there = new Map(photos.map((photo) => [photo.id, photo]));
  const begun = problem === 'missing' || opened?.problem === 'missing' || Object.keys(evidence).length > 0;
  // The papers are wanted once the parcel is known to have left complete.
  const papers = log.some(({ what }) => what === 'packed') || PAPERS.some((item) => evidence[item] !== undefined);
  const pieces = [...CHECKLIST, ...(papers ? PAPERS : [])];
  const placed = new Set(Object.values(evidence).flatMap((piece) => Object.values(piece.photos)));
  return {
    evidence: (begun ? pieces : []).map((item) => {
      const piece = evidence[item] ?? { photos: {}, state: 'open' as const };
      return {
        item,
        title: t(`desk:evidence.${item}`),
        state: piece.state,
        reason: piece.reason ?? null,
        slots: SLOTS[item].map((slot) => {
          const photo = there.get(piece.photos[slot] ?? '');
          const findings = photoNotes(photo?.findings ?? [], evidence);
          return { slot, label: t(`prompt:evidence.slot.${slot}`), photo: photo?.id ?? null, findings };
        }),
      };
    }),
    loose: photos
      .filter(({ id }) => !placed.has(id))
      .map(({ id, findings }) => ({ photo: id, label: t('prompt:loosePhoto'), findings: photoNotes(findings, evidence) })),
  };
}
