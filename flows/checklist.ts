/** The photos and papers that are asked for: which pieces, in which order, with which slots. */
import type { EvidenceItem } from '../protocol/case.ts';
import { BOX_SIDES } from '../protocol/case.ts';
import type { EvidencePrompt } from '../protocol/prompt.ts';
import type { FlowContext } from './context.ts';

/** What shows the warehouse and the carrier what came. */
export const CHECKLIST: readonly EvidenceItem[] = ['group', 'packaging', 'label', 'scale'];
/** What our claim on the carrier is filed with. */
export const PAPERS: readonly EvidenceItem[] = ['certificate', 'value'];

export type Slot = EvidencePrompt['slots'][number]['id'];

export const SLOTS: Record<EvidenceItem, readonly Slot[]> = {
  group: ['one', 'two', 'three'],
  packaging: BOX_SIDES,
  label: ['one', 'two'],
  scale: ['one'],
  certificate: ['one', 'two', 'three'],
  value: ['one', 'two'],
};

type Given = Pick<FlowContext, 'evidence'>;

/** The next piece that is neither there nor excused; null when all are settled. */
export function nextItem(given: Given): EvidenceItem | null {
  return nextOf(CHECKLIST, given);
}

export function nextPaper(given: Given): EvidenceItem | null {
  return nextOf(PAPERS, given);
}

function nextOf(list: readonly EvidenceItem[], { evidence }: Given): EvidenceItem | null {
  return list.find((item) => (evidence[item]?.state ?? 'open') === 'open') ?? null;
}
