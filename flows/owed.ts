/** What is owed to the shopper at this moment. */
import { t } from '../protocol/words.ts';
import type { Words } from '../protocol/words.ts';
import type { FlowContext } from './context.ts';
import type { PromiseKind } from './effects.ts';

/** When the shopper hears from us next; null while no word is owed. */
export function nextWordAt({ promise, agentPromise, personBy }: FlowContext): number | null {
  const dates = [promise?.dueAt, agentPromise?.dueAt].filter((at) => at !== undefined);
  return dates.length > 0 ? Math.min(...dates) : personBy;
}

/** The bot's promise to ask whether what was chosen has come. */
export function isReceipt({ promise }: FlowContext): boolean {
  return promise?.kind === 'remedyDone' && promise.owner === 'bot';
}

/** What a promise is about, for the shopper it was made to. */
export function owedWords(kind: PromiseKind): Words {
  return t(`line:owed.${kind}`);
}

export const LEDGER_TITLE = t('line:ledger.title');

/** How it stands: by when, kept, or missed. */
export function standWords(state: 'open' | 'kept' | 'late', dueAt: number): Words {
  return t(`line:ledger.${state}`, { due: { $date: dueAt, as: 'dayTime' } });
}
