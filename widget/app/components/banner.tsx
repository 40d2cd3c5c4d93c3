import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Rich } from './rich.tsx';

/** Says that the network is gone. The element stays, since a live region must be there before its words. */
export function Banner() {
  const { state, w } = useChat();
  return (
    <div role="status">
      {state.link === 'offline' && (
        <p class="banner">
          <Icon name="off" />
          <span>
            <Rich text={w('ui.offline')} />
          </span>
        </p>
      )}
    </div>
  );
}
