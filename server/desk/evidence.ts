/** The photos by piece and place, as the desk lays them out. */
import { CHECKLIST, PAPERS, SLOTS } from '../../flows/checklist.ts';
import type { FlowContext } from '../../flows/context.ts';
import type { DeskView } from '../../protocol/desk.ts';
import { t, type Words } from '../../protocol/words.ts';
import type { PhotoRow } from '../store/port.ts';

type Piece = DeskView['evidence'][number];
type Worded<T, K extends keyof T> = Omit<T, K> & Record<K, Words>;
interface Laid {
  evidence: (Omit<Worded<Piece, 'title'>, 'slots'> & { slots: Worded<Piece['slots'][number], 'label'>[] })[];
  loose: Worded<DeskView['loose'][number], 'label'>[];
}

/** The checklist once it has been begun, or as soon as something is missing. A photo whose days are over leaves its place empty. */
export function layOut({ evidence, problem, case: opened, log }: FlowContext, photos: PhotoRow[]): Laid {
  const there = new Set(photos.map(({ id }) => id));
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
          const photo = piece.photos[slot];
          return { slot, label: t(`prompt:evidence.slot.${slot}`), photo: photo !== undefined && there.has(photo) ? photo : null };
        }),
      };
    }),
    loose: photos.filter(({ id }) => !placed.has(id)).map(({ id }) => ({ photo: id, label: t('prompt:loosePhoto') })),
  };
}
