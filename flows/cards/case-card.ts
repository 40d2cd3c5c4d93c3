/** A stub to keep: number, where it stands, who does what, by when. */
import type { CaseCard } from '../../protocol/card.ts';
import type { CaseStage, Problem } from '../../protocol/case.ts';
import type { Policy } from '../../protocol/settings.ts';
import { t } from '../../protocol/words.ts';
import type { PromiseKind } from '../effects.ts';
import { dayAndMonth } from '../dates.ts';
import { guardOf } from './guard.ts';

export interface CaseFacts {
  case: { number: string; problem: Problem; stage: CaseStage };
  promise: { kind: PromiseKind; dueAt: number } | null;
  /** Epoch ms, or null while the order is not known. */
  protection: number | null;
  tz: string;
}

export function caseCard({ case: opened, promise, protection, tz }: CaseFacts, policy: Policy, at: number): CaseCard {
  const card: CaseCard = {
    kind: 'case',
    number: { $code: opened.number },
    label: t('card:case.label'),
    tag: { tone: 'wait', text: t('card:case.open') },
    steps: stepsOf(opened.problem, opened.stage),
    guard: guardOf(protection, policy, at),
  };
  if (promise !== null) {
    const { day, month } = dayAndMonth(promise.dueAt, tz);
    card.promise = {
      label: t('card:case.hearBy'),
      date: { $date: promise.dueAt, as: 'dayTime' },
      note: t('card:case.newsOrNot'),
      leaf: { month: t(`card:month.${month}`), day: { $code: String(day) } },
    };
    const asksShop = opened.stage === 'reported' && promise.kind === 'traceAnswer';
    card.doing = asksShop ? t('card:doing.asksShop') : t(`card:doing.${promise.kind}`);
  }
  if (opened.problem === 'missing') card.keep = t('card:case.keep');
  return card;
}

function stepsOf(problem: Problem, stage: CaseStage): CaseCard['steps'] {
  const row = rowOf(problem, stage);
  const now = row.indexOf(stage);
  return row.map((step, i) => ({ label: t(`card:stage.${step}`), state: i < now ? 'done' : i === now ? 'now' : 'next' }));
}

// The usual way, so that five names fit a phone. A stage beside it (a choice, a second parcel) is shown when it is there.
function rowOf(problem: Problem, stage: CaseStage): readonly CaseStage[] {
  const row = ROWS[problem];
  if (stage === 'underWay') return [...row.filter((step) => step !== 'answer' && step !== 'settled'), stage, 'settled'];
  return row.includes(stage) ? row : [...row.slice(0, -1), stage, 'settled'];
}

const ROWS: Record<Problem, readonly CaseStage[]> = {
  delivered: ['reported', 'carrier', 'answer', 'settled'],
  in_transit: ['reported', 'carrier', 'answer', 'settled'],
  customs: ['reported', 'customs', 'answer', 'settled'],
  lost: ['reported', 'choice', 'moving', 'settled'],
  missing: ['reported', 'photos', 'warehouse', 'carrier', 'settled'],
  returned: ['reported', 'choice', 'moving', 'settled'],
  other: ['reported', 'answer', 'settled'],
};
