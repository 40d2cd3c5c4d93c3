/** What happened, day by day, when a case is closed. */
import type { RecapCard } from '../../protocol/card.ts';
import { t } from '../../protocol/words.ts';
import type { FlowContext } from '../context.ts';
import { daysBetween } from '../dates.ts';

export function recapCard(number: string, log: FlowContext['log'], outcome: 'solved' | 'unsolved', tz: string, at: number): RecapCard {
  const days = daysBetween(log[0]?.at ?? at, at, tz);
  return {
    kind: 'recap',
    number: { $code: number },
    label: t('card:case.label'),
    title: t(`card:recap.${outcome}In`, { count: days }),
    tag: outcome === 'solved' ? { tone: 'good', text: t('card:case.closed') } : { tone: 'wait', text: t('card:case.closed') },
    lines: [...log, { at, what: 'closed' as const }].map(({ at: when, what }) => ({
      at: { $date: when, as: 'short' },
      text: t(`card:recap.${what}`),
    })),
  };
}
