/** Where a person may give a talk back to the bot. What was collected stays. */
import { t } from '../protocol/words.ts';
import type { Words } from '../protocol/words.ts';

export interface Step {
  id: string;
  label: Words;
  /** Id of a state; `path` is where it lies, to find out whether the talk is there. */
  target: string;
  path: string;
}

export const STEPS: readonly Step[] = [
  step('resume', '#back', 'talk.back'),
  step('identify', '#identify', 'talk.identify'),
  step('checks', '#delivered.household', 'talk.delivered'),
  step('moving', '#moving', 'talk.onTheWay'),
  step('customs', '#customs', 'talk.customs'),
  step('items', '#items', 'talk.missing.items'),
  step('photos', '#evidence', 'talk.missing.evidence'),
  step('collected', '#evidenceDone', 'talk.missing.collected'),
  step('investigation', '#investigation', 'talk.investigation'),
  step('remedies', '#resolution', 'talk.resolution.choosing'),
  step('address', '#address', 'talk.resolution.address'),
  step('following', '#following', 'talk.following'),
  step('rating', '#closed.rating', 'closed.rating'),
];

function step(id: string, target: string, path: string): Step {
  return { id, label: t(`line:step.${id}`), target, path };
}
