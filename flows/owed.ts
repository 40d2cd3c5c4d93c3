/** What is owed to the shopper at this moment. */
import type { FlowContext } from './context.ts';

/** When the shopper hears from us next; null while no word is owed. */
export function nextWordAt({ promise, agentPromise, personBy }: FlowContext): number | null {
  const dates = [promise?.dueAt, agentPromise?.dueAt].filter((at) => at !== undefined);
  return dates.length > 0 ? Math.min(...dates) : personBy;
}

/** The bot's promise to ask whether what was chosen has come. */
export function isReceipt({ promise }: FlowContext): boolean {
  return promise?.kind === 'remedyDone' && promise.owner === 'bot';
}
