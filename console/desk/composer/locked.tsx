import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../shared/icons.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Talk } from '../talk/talk-state.ts';
import { Field } from './field.tsx';

export interface LockedProps {
  desk: DeskModel;
  talk: Talk;
  tone?: 'wait';
  sign: ComponentChildren;
  title: string;
  /** Why; on a phone this is all there is room for. */
  short: string;
  text?: string;
  action: ComponentChildren;
}

/** The field is not ours: whose it is and why, the one button that changes it, and below it the note that is always open. */
export function Locked({ desk, talk, tone, sign, title, short, text, action }: LockedProps) {
  const { id } = talk.view.value;
  const [isNoting, setNoting] = useState(() => desk.drafts.get(id, 'note') !== '');
  const asked = desk.focus.value;
  useEffect(() => setNoting(desk.drafts.get(id, 'note') !== ''), [id]);
  useEffect(() => {
    if (asked === 'note') setNoting(true);
  }, [asked]);

  return (
    <div class={`write locked ${tone ?? ''}`}>
      <div class="lockline" role="status">
        <span class="sign">{sign}</span>
        <p>
          <b>{title}</b>
          <span>
            {short} {text !== undefined && <span class="why">{text}</span>}
          </span>
        </p>
      </div>
      <div class="lock-actions">
        {action}
        {!isNoting && (
          <button type="button" class="noteline" aria-keyshortcuts="n" onClick={() => desk.actions.write('note')}>
            <Icon name="note" />
            <span class="long">{word('composer.noteLine')}</span>
            <span class="brief">{word('talk.openNote')}</span>
            <Kbd of="N" />
          </button>
        )}
      </div>
      {isNoting && (
        <Field
          desk={desk}
          talk={talk}
          mode="note"
          onLeave={() => {
            if (desk.drafts.get(id, 'note') === '') setNoting(false);
          }}
        />
      )}
    </div>
  );
}
