import { useState } from 'preact/hooks';
import { Mark } from '../../../widget/look/mark.tsx';
import { Typed } from '../../../widget/look/typed.tsx';
import type { ShownMessage } from '../../../protocol/message.ts';
import { time } from '../../shared/dates.ts';
import { Face } from '../../shared/face.tsx';
import { Icon } from '../../shared/icons.tsx';
import { isolated, language, word } from '../../shared/words.ts';
import { initialsOf } from '../names.ts';
import type { Entry } from './entries.ts';
import { Original } from './original.tsx';
import { Rich } from './rich.tsx';
import type { ThreadContext } from './thread-context.ts';

/** One thing that was said: the shopper's at the start, ours at the end. */
export function SaidBubble({ entry, context }: { entry: Extract<Entry, { kind: 'said' }>; context: ThreadContext }) {
  const { message, joined, last } = entry;
  const { body, from } = message;
  const [other, setOther] = useState<ShownMessage | null>(null);
  const shown = other?.body.kind === body.kind ? other.body.text : body.text;
  const side = from === 'shopper' ? 'them' : `us ${from}`;
  const isReworded = from === 'bot' && base(context.locale) !== base(language.value);
  return (
    <div class={`m ${side}${joined ? ' joined' : ''}`}>
      {!joined && <span class="sr">{speaker(message, context)}</span>}
      <p dir="auto" lang={other ? context.locale : undefined} class={body.kind === 'choice' ? 'pick' : undefined}>
        {body.kind === 'choice' && <Icon name="check" />}
        {from === 'bot' ? <Rich text={shown} /> : <Typed text={shown} />}
      </p>
      {(last || isReworded) && (
        <span class="t">
          {isReworded && (
            <Original isShown={other !== null} name={context.name} ask={() => context.talk.original(message.seq)} onChange={setOther} />
          )}
          {last && <Meta message={message} context={context} />}
        </span>
      )}
    </div>
  );
}

function Meta({ message, context }: { message: ShownMessage; context: ThreadContext }) {
  const at = time(message.at);
  switch (message.from) {
    case 'shopper':
      return <span>{message.body.kind === 'choice' ? word('talk.chose', { time: at }) : at}</span>;
    case 'agent':
      return message.agent?.id === context.me.id ? (
        <Reached seq={message.seq} at={at} context={context} />
      ) : (
        <Colleague message={message} at={at} />
      );
    case 'bot':
    case 'system':
      return (
        <span class="by">
          <Mark />
          {word('times.whatWhen', { what: word('talk.bot'), when: at })}
        </span>
      );
  }
}

function Reached({ seq, at, context }: { seq: number; at: string; context: ThreadContext }) {
  const isSeen = seq <= context.seenByShopper;
  return (
    <span class="by">
      <Icon name={isSeen ? 'seen' : 'check'} />
      {word(isSeen ? 'talk.seen' : 'talk.sent', { time: at })}
    </span>
  );
}

function Colleague({ message: { agent }, at }: { message: ShownMessage; at: string }) {
  const name = agent?.name ?? '';
  return (
    <span class="by">
      <Face of={{ id: agent?.id ?? '', name, initials: initialsOf(name) }} small />
      <span>{word('times.whatWhen', { what: isolated(name), when: at })}</span>
    </span>
  );
}

function speaker({ from, agent }: ShownMessage, context: ThreadContext): string {
  return from === 'shopper' ? context.name : from === 'agent' ? (agent?.name ?? '') : word('talk.bot');
}

const base = (locale: string) => locale.split('-')[0];
