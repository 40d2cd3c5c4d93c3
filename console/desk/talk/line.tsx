import { Face } from '../../shared/face.tsx';
import { Icon } from '../../shared/icons.tsx';
import { initialsOf } from '../names.ts';
import type { Entry } from './entries.ts';
import { Rich } from './rich.tsx';

/** What happened, said by nobody. */
export function Line({ entry: { message, icon, text } }: { entry: Extract<Entry, { kind: 'line' }> }) {
  const { agent } = message;
  return (
    <p class="ev">
      {agent ? <Face of={{ ...agent, initials: initialsOf(agent.name) }} small /> : <Icon name={icon ?? 'clock'} />}
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}
