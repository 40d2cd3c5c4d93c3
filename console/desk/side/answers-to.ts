import type { Finding } from '../../../protocol/case.ts';
import type { PromiseView } from '../../../protocol/desk.ts';

/** What a promise of this kind waits for; of others nothing is entered. `unclear` fits each, so it tells none from another. */
const ANSWERS: { [kind: string]: readonly Finding[] } = {
  warehouseAnswer: ['notPacked', 'packed'],
  carrierAnswer: ['lost', 'found'],
  traceAnswer: ['lost', 'found'],
  customsUpdate: ['lost', 'found'],
  remedyDone: ['sent'],
};

/** The answers to this promise among those that may be entered now. */
export function answersTo({ kind, state }: PromiseView, findings: readonly Finding[]): Finding[] {
  return state === 'open' ? findings.filter((finding) => ANSWERS[kind]?.includes(finding)) : [];
}
