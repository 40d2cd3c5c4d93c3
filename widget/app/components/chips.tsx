import type { Choice } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';

/** Quick answers, to be pressed by a thumb that can't type now. */
export function Chips({ choices }: { choices: Choice<string>[] }) {
  const { actions } = useChat();
  if (!choices.length) return null;
  return (
    <div class="chips">
      {choices.map(({ id, label, icon, detail }) => (
        <button key={id} class="chip" onClick={() => actions.choose(id, label)}>
          {icon && <Icon name={icon} />}
          <span>
            {label}
            {detail && <small>{detail}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
