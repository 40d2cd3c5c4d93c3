import { Icon } from '../../look/icons.tsx';
import { Mark } from '../../look/mark.tsx';
import { useChat } from './chat.ts';

/** Squares are the bot, circles are people; a person is always one tap away until one has joined. */
export function Bar() {
  const { state, actions, w, close, openMenu } = useChat();
  const { store, conversation } = state;
  const agent = conversation?.status === 'agent' ? conversation.agent : null;
  const waiting = conversation?.status === 'waiting';
  return (
    <header class="bar">
      {agent ? (
        <span class="face" aria-hidden="true">
          {agent.initials}
          {agent.here && <i class="here" />}
        </span>
      ) : (
        <span class="mark">
          <Mark />
        </span>
      )}
      <div class="who">
        <h1 dir="auto">{agent?.name ?? store?.name ?? ' '}</h1>
        <p>{agent ? w(agent.here ? 'ui.here' : 'ui.away', { store: store?.name ?? '' }) : w('ui.bot')}</p>
      </div>
      {conversation && !agent && (
        <button class="pill" aria-label={w(waiting ? 'ui.personAsked' : 'ui.personAsk')} onClick={actions.wantPerson}>
          <Icon name={waiting ? 'clock' : 'person'} />
          {w(waiting ? 'ui.asked' : 'ui.person')}
        </button>
      )}
      {conversation && (
        <button class="bare" aria-label={w('ui.menu')} aria-haspopup="dialog" onClick={() => openMenu('all')}>
          <Icon name="dots" />
        </button>
      )}
      <button class="bare" aria-label={w('ui.close')} onClick={close}>
        <Icon name="down" />
      </button>
    </header>
  );
}
