import { Typed } from '../../../widget/look/typed.tsx';
import { Button } from '../../shared/button.tsx';
import { time } from '../../shared/dates.ts';
import { Icon } from '../../shared/icons.tsx';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Letter } from '../outbox.ts';

/** What was written here and is not acknowledged: how far it got, and what can be done where it will not go. */
export function Pending({ letter, desk }: { letter: Letter; desk: DeskModel }) {
  const { id, kind, text, state } = letter;
  const words = (
    <p dir="auto">
      <Typed text={text} />
    </p>
  );
  if (kind === 'note') {
    return (
      <div class="note pending">
        <header>
          <Icon name="note" />
          <b>{word('talk.note.mine')}</b>
          <span>{word('talk.note.private')}</span>
        </header>
        {words}
        <HowFar letter={letter} />
        {state === 'refused' && <WhatNow letter={letter} desk={desk} />}
      </div>
    );
  }
  return (
    <div class={`m us agent pending ${state}`} key={id}>
      {words}
      <span class="t">
        <HowFar letter={letter} />
      </span>
      {state === 'refused' && <WhatNow letter={letter} desk={desk} />}
    </div>
  );
}

function HowFar({ letter: { state, problem, at } }: { letter: Letter }) {
  if (state === 'refused') {
    return (
      <span class="by bad" role="alert">
        <Icon name="alert" />
        {word('talk.refused', { why: problem ?? '' })}
      </span>
    );
  }
  return (
    <span class="by">
      <Icon name={state === 'sent' ? 'check' : 'clock'} />
      {state === 'sent' ? word('talk.sent', { time: time(at) }) : word('talk.saved')}
    </span>
  );
}

function WhatNow({ letter: { id, text, kind }, desk }: { letter: Letter; desk: DeskModel }) {
  return (
    <span class="what-now">
      <Button icon="retry" onClick={() => desk.outbox.again(id)}>
        {word('talk.resend')}
      </Button>
      {kind === 'reply' && (
        <Button icon="note" onClick={() => desk.outbox.toNote(id)}>
          {word('talk.toNote')}
        </Button>
      )}
      <Button icon="copy" onClick={() => desk.actions.copy(text)}>
        {word('talk.copyText')}
      </Button>
      <Button icon="trash" onClick={() => desk.outbox.discard(id)}>
        {word('talk.discard')}
      </Button>
    </span>
  );
}
