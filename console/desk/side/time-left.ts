/** How a promise stands at a moment: how much of its time is left, and how pressing that is. */
import type { PromiseView } from '../../../protocol/desk.ts';

const PRESSING_MS = 2 * 3_600_000;

/** The part of a promise's time that is left, 1 when it was made, 0 from the moment it is due. */
export function shareLeft({ madeAt, dueAt }: Pick<PromiseView, 'madeAt' | 'dueAt'>, now: number): number {
  if (dueAt <= now) return 0;
  if (dueAt <= madeAt || now <= madeAt) return 1;
  return (dueAt - now) / (dueAt - madeAt);
}

/** As the inbox ranks it: within two hours it presses, after its time it is late. */
export function pressureOf({ state, dueAt }: Pick<PromiseView, 'state' | 'dueAt'>, now: number): 'plain' | 'wait' | 'bad' {
  if (state === 'late') return 'bad';
  if (state !== 'open') return 'plain';
  if (dueAt <= now) return 'bad';
  return dueAt - now <= PRESSING_MS ? 'wait' : 'plain';
}

/** Open ones by their date, then what was missed, then what is done with, newest first. */
export function inOrder(promises: readonly PromiseView[]): PromiseView[] {
  const place = { open: 0, late: 1, kept: 2, void: 3 } as const;
  return [...promises].sort(
    (a, b) => place[a.state] - place[b.state] || (a.state === 'open' ? a.dueAt - b.dueAt : b.dueAt - a.dueAt) || a.id.localeCompare(b.id),
  );
}
