import './talk.css';
import './thread.css';
import type { ComponentChildren } from 'preact';
import { Button } from '../../shared/button.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Skeleton } from '../../shared/skeleton.tsx';
import { word } from '../../shared/words.ts';
import { Composer } from '../composer/composer.tsx';
import type { DeskModel } from '../desk-model.ts';
import { Header, type HeaderProps } from './header.tsx';
import { Thread } from './thread.tsx';

export interface TalkPaneProps extends HeaderProps {
  desk: DeskModel;
  /** Instead of the thread: another part, on a phone. */
  instead?: ComponentChildren;
  tabs?: ComponentChildren;
}

/** One conversation: who, what was said, and the field below it. */
export function TalkPane({ instead, tabs, ...header }: TalkPaneProps) {
  const { desk, talk } = header;
  const { phase, problem, desk: file } = talk.view.value;
  const name = file?.shopper.name ?? word('talk.visitorTitle');
  return (
    <section class="talk" aria-label={word('talk.label', { name })}>
      <Header {...header} />
      {tabs}
      {phase === 'loading' && <Skeleton kind="talk" lines={7} />}
      {phase === 'gone' && <Empty icon="ask" title={word('talk.gone.title')} text={word('talk.gone.text')} />}
      {phase === 'failed' && (
        <Empty icon="off" title={word('talk.failed')} {...(problem !== null && { text: problem })}>
          <Button icon="retry" onClick={talk.reload}>
            {word('inbox.retry')}
          </Button>
        </Empty>
      )}
      {phase === 'ready' &&
        (instead ?? (
          <>
            <Thread key={talk.view.value.id} desk={desk} talk={talk} />
            <Composer desk={desk} talk={talk} />
          </>
        ))}
    </section>
  );
}
