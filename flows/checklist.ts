/** The photos that are asked for: which pieces, in which order, with which slots. */
import type { EvidenceItem } from '../protocol/case.ts';
import { BOX_SIDES } from '../protocol/case.ts';
import type { EvidencePrompt } from '../protocol/prompt.ts';
import type { FlowContext } from './context.ts';

export const CHECKLIST: readonly EvidenceItem[] = ['group', 'packaging', 'label', 'scale'];

export type Slot = EvidencePrompt['slots'][number]['id'];

export const SLOTS: Record<EvidenceItem, readonly Slot[]> = {
  group: ['one', 'two', 'three'],
  packaging: BOX_SIDES,
  label: ['one', 'two'],
  scale: ['one'],
};

/** The next piece that is neither there nor excused; null when all are settled. */
export function nextItem({ evidence }: Pick<FlowContext, 'evidence'>): EvidenceItem | null {
  return CHECKLIST.find((item) => (evidence[item]?.state ?? 'open') === 'open') ?? null;
}
