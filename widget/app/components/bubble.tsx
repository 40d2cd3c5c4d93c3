import { useContext } from 'preact/hooks';
import type { Body } from '../../../protocol/message.ts';
import { Icon } from '../../look/icons.tsx';
import { Typed } from '../../look/typed.tsx';
import { useChat } from './chat.ts';
import type { Entry } from './entries.ts';
import { Rich } from './rich.tsx';
import { clockTime } from './times.ts';
import { RestContext } from './use-rest.ts';

type Said = Extract<Body<string>, { kind: 'text' | 'choice' | 'photo' }>;

/** One thing that was said, by whom, and how far it got. */
export function Bubble({ entry, body, arriving }: { entry: Extract<Entry, { kind: 'message' }>; body: Said; arriving: boolean }) {
  const { state, w } = useChat();
  const rest = useContext(RestContext);
  const { message, joined, last, newest } = entry;
  const own = message.from === 'shopper';
  const who = own ? w('ui.you') : (message.agent?.name ?? w('ui.bot'));
  const name = `msg ${own ? 'me' : message.from}${joined ? ' joined' : ''}${arriving && !own ? ' in' : ''}`;
  return (
    <div class={name} aria-live={own ? 'off' : undefined}>
      {!joined && <span class="sr">{who}</span>}
      {body.kind === 'photo' ? (
        rest && <rest.StoredPhoto id={body.photoId} alt={body.alt} />
      ) : (
        <p dir="auto">{message.from === 'bot' ? <Rich text={body.text} /> : <Typed text={body.text} />}</p>
      )}
      {last && <Reached />}
    </div>
  );

  // With the bot an answer says enough; with a person one wants to know what was read, and when.
  function Reached() {
    const withPerson = state.conversation?.agent;
    const time = clockTime(message.at, state.locale);
    if (!own) return message.from === 'agent' ? <span class="st">{time}</span> : null;
    if (!newest && !withPerson) return null;
    const seen = message.seq <= (state.conversation?.seen.agent ?? 0);
    return (
      <span class="st">
        <Icon name={seen ? 'seen' : 'check'} />
        {w(seen ? 'ui.seen' : 'ui.sent', { time })}
      </span>
    );
  }
}
