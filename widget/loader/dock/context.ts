import type { PageContext } from '../../../protocol/frame.ts';
import type { State } from '../state.ts';

/** Only what we know, and only as text: an owner's object may hold anything, also what can't be posted. */
export function cleanContext({ order, tracking, email }: State['context']): PageContext {
  return { ...text('order', order), ...text('tracking', tracking), ...text('email', email) };
}

/** Shops like to give order numbers as numbers. */
function text(key: keyof PageContext, value: unknown): PageContext {
  return typeof value === 'string' || typeof value === 'number' ? { [key]: `${value}` } : {};
}
