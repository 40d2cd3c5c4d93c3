/** What will happen by itself. Timers are rows with the names that the flow gave them. */
import { t } from '../../protocol/words.ts';
import type { Words } from '../../protocol/words.ts';
import type { FlowContext } from '../context.ts';
import { isReceipt } from '../owed.ts';

export interface RunningTimer {
  name: string;
  dueAt: number;
}

export function timerWords(timers: readonly RunningTimer[], context: FlowContext): { at: number; label: Words }[] {
  return timers
    .flatMap(({ name, dueAt }) => {
      const label = labelOf(name, context);
      return label === null ? [] : [{ at: dueAt, label }];
    })
    .sort((a, b) => a.at - b.at);
}

function labelOf(name: string, context: FlowContext): Words | null {
  const { promise, besides, reminded } = context;
  if (name === 'promise' && isReceipt(context)) return t('line:map.timer.receipt');
  if (name === 'promise') return promise === null ? null : t(`line:map.timer.${promise.kind}`);
  if (name.startsWith('beside.')) {
    const kind = besides.find(({ promise: owed }) => name === `beside.${owed?.kind ?? ''}`)?.promise?.kind;
    return kind === undefined ? null : t(`line:map.timer.${kind}`);
  }
  if (name === 'person') return t('line:map.timer.personAnswer');
  if (name === 'protection') return t('line:map.timer.protection');
  if (name === 'agentPromise') return t('line:map.timer.agentPromise');
  if (name.includes('evidenceReminder')) return reminded ? null : t('line:map.timer.reminder');
  if (name.includes('remedyClosing')) return t('line:map.timer.closing');
  return null;
}
