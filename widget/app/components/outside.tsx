import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';

/** While the first answer is on its way: the shape of a talk, and nothing that could be read as one. */
export function Skeleton() {
  const { w } = useChat();
  return (
    <main class="thread skeleton" aria-busy="true">
      <p class="sr">{w('ui.loading')}</p>
      <i />
      <i />
      <i />
    </main>
  );
}

/** The talk can't be had here; says why, in words that came with the refusal. */
export function Refused() {
  const { state, w } = useChat();
  const code = state.refusal?.code;
  return (
    <main class="thread refused">
      <Icon name="alert" />
      <p role="alert">{state.refusal?.text}</p>
      {code !== 'E_ORIGIN' && code !== 'E_NO_STORE' && (
        <button class="btn soft" onClick={() => location.reload()}>
          {w('ui.retry')}
        </button>
      )}
    </main>
  );
}
