import type { Icon as IconName } from '../../../protocol/icons.ts';
import type { ShownMessage } from '../../../protocol/message.ts';
import { Icon } from '../../look/icons.tsx';
import { Rich } from './rich.tsx';

/** What happened, said by nobody. */
export function Line({ message, icon, text }: { message: ShownMessage; icon: IconName | undefined; text: string }) {
  return (
    <p class="line">
      {message.agent ? (
        <span class="face small" aria-hidden="true">
          {initials(message.agent.name)}
        </span>
      ) : (
        icon && <Icon name={icon} />
      )}
      <span>
        <Rich text={text} />
      </span>
    </p>
  );
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0])
    .join('');
