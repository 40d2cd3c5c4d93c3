/** Why the bot has the floor: what it waits for, in one sentence. */
import type { DeskView } from '../../../protocol/desk.ts';
import type { Prompt } from '../../../protocol/prompt.ts';
import { dayTime } from '../../shared/dates.ts';
import { listed, word } from '../../shared/words.ts';

export function waitsFor(prompt: Prompt<string> | null, desk: DeskView): string {
  if (prompt === null) return next(desk);
  switch (prompt.kind) {
    case 'evidence': {
      const missing = prompt.slots.filter((slot) => slot.photoId === undefined).map((slot) => slot.label);
      if (missing.length === 0) return word('composer.waits.photosDone');
      return word('composer.waits.photos', { count: missing.length, sides: listed(missing) });
    }
    case 'items':
      return word('composer.waits.items');
    case 'find':
      return word('composer.waits.find');
    case 'remedies':
      return word('composer.waits.remedy');
    case 'rate':
      return word('composer.waits.rating');
    case 'text':
      return word('composer.waits.words');
    case 'choices':
    case 'topics':
      return word('composer.waits.answer');
  }
}

/** It asks nothing: then it comes back by itself, at the first thing that was promised. */
function next({ promises }: DeskView): string {
  const [first] = promises.filter((one) => one.state === 'open').sort((a, b) => a.dueAt - b.dueAt);
  return first ? word('composer.waits.promise', { when: dayTime(first.dueAt), what: first.label }) : word('composer.waits.nothing');
}
