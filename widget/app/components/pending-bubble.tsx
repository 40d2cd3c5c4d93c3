import { useContext } from 'preact/hooks';
import { Icon } from '../../look/icons.tsx';
import { Typed } from '../../look/typed.tsx';
import type { Pending } from '../state.ts';
import { useChat } from './chat.ts';
import { Rich } from './rich.tsx';
import { RestContext } from './use-rest.ts';

/** Something still on this device: it says so, and what one can do when it could not go. */
export function PendingBubble({ pending, joined }: { pending: Pending; joined: boolean }) {
  const { w, actions, state } = useChat();
  const rest = useContext(RestContext);
  const failed = pending.state === 'failed';
  return (
    <div class={`msg me in${joined ? ' joined' : ''}${failed ? ' failed' : ''}`} aria-live="off">
      {!joined && <span class="sr">{w('ui.you')}</span>}
      {pending.kind === 'photo'
        ? rest && <rest.DevicePhoto photo={pending} />
        : pending.label !== null && (
            <p dir="auto">
              <Typed text={pending.label} />
            </p>
          )}
      {failed ? (
        <span class="st bad" role="alert">
          <Icon name="alert" />
          <span>
            <Rich text={pending.error || w(pending.kind === 'photo' ? 'logic.photoRefused' : 'ui.notSent')} />
          </span>
          <button class="link" onClick={() => actions.retry(pending.id)}>
            {w('ui.retry')}
          </button>
          <button class="link" onClick={() => actions.discard(pending.id)}>
            {w('ui.remove')}
          </button>
        </span>
      ) : (
        <span class={`st ${pending.state}`}>
          <Icon name="clock" />
          {pending.kind === 'photo' && pending.state === 'saved'
            ? w('ui.photoSaved', { size: megabytes(pending.bytes, state.locale) })
            : w(`ui.${pending.state}`)}
        </span>
      )}
    </div>
  );
}

const megabytes = (bytes: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(Math.max(0.1, bytes / 1e6));
