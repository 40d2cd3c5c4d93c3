import './composer.css';
import { Button } from '../../shared/button.tsx';
import { now } from '../../shared/clock.ts';
import { lasting } from '../../shared/dates.ts';
import { Face } from '../../shared/face.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { word } from '../../shared/words.ts';
import { RANKS } from '../../../protocol/inbox.ts';
import type { DeskModel } from '../desk-model.ts';
import { firstName } from '../names.ts';
import type { Talk } from '../talk/talk-state.ts';
import { Locked } from './locked.tsx';
import { waitsFor } from './waits-for.ts';
import { Writing } from './writing.tsx';

/** Where one writes, or why one can't just now and what changes that. A note is never locked. */
export function Composer({ desk, talk }: { desk: DeskModel; talk: Talk }) {
  const { conversation, desk: file } = talk.view.value;
  const floor = desk.floor.value;
  if (!conversation || !file) return null;
  const { actions } = desk;
  const name = firstName(file.shopper.name);
  switch (floor.who) {
    case 'nobody':
      return null;
    case 'me':
      return <Writing desk={desk} talk={talk} />;
    case 'bot':
      return (
        <Locked
          desk={desk}
          talk={talk}
          sign={<Icon name="lock" />}
          title={word('composer.bot', { name })}
          short={waitsFor(conversation.prompt, file)}
          text={word('composer.voices')}
          action={
            <Button kind="fill" keys="t" onClick={() => actions.take()}>
              {word('composer.take')} <Kbd of="T" />
            </Button>
          }
        />
      );
    case 'waiting': {
      const item = desk.inbox.view.value.open;
      const since = item?.rank === RANKS.person && item.chipAt !== null ? lasting(now.value - item.chipAt) : null;
      return (
        <Locked
          desk={desk}
          talk={talk}
          tone="wait"
          sign={<Icon name="person" />}
          title={since === null ? word('composer.waitingNoTime') : word('composer.waiting', { time: since })}
          short={word('composer.waitingText')}
          action={
            <Button kind="fill" keys="t" onClick={() => actions.take()}>
              {word('composer.takeWaiting')} <Kbd of="T" />
            </Button>
          }
        />
      );
    }
    case 'other':
      return (
        <Locked
          desk={desk}
          talk={talk}
          sign={<Face of={floor.agent} />}
          title={word('composer.has', { name: floor.agent.name })}
          short={word('composer.hasText')}
          action={
            desk.leads && floor.agent.id !== '' ? (
              <Button onClick={() => actions.take(floor.agent.id)}>{word('composer.takeFrom', { name: floor.agent.name })}</Button>
            ) : null
          }
        />
      );
    case 'closed':
      return (
        <Locked
          desk={desk}
          talk={talk}
          sign={<Icon name="check" />}
          title={word('composer.closed')}
          short={word('composer.closedText')}
          action={
            <Button icon="undo" keys="t" onClick={actions.reopen}>
              {word('composer.reopen')}
            </Button>
          }
        />
      );
  }
}
