import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icons.tsx';
import { notes } from '../../shared/notes.ts';
import { wayOf, word } from '../../shared/words.ts';
import type { DeskModel } from '../desk-model.ts';
import type { Mode } from '../drafts.ts';
import { firstName } from '../names.ts';
import type { Talk } from '../talk/talk-state.ts';
import { useTyping } from './use-typing.ts';

export interface FieldProps {
  desk: DeskModel;
  talk: Talk;
  mode: Mode;
  /** Beside the button that sends. */
  tools?: ComponentChildren;
  /** The focus went elsewhere. */
  onLeave?: () => void;
}

const MOST = 4000;
const NEAR = 200;

/** The words themselves. They grow with what is written, and stay on the device until they are sent. */
export function Field({ desk, talk, mode, tools, onLeave }: FieldProps) {
  const { id, desk: file } = talk.view.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => desk.drafts.get(id, mode));
  const typing = useTyping(desk.wire, id);
  const left = MOST - text.length;
  const name = firstName(file?.shopper.name ?? null);
  const isNote = mode === 'note';

  const write = (now: string) => {
    setText(now);
    desk.drafts.set(id, mode, now);
    if (!isNote) typing(now !== '');
  };

  useEffect(() => setText(desk.drafts.get(id, mode)), [id, mode]);
  useLayoutEffect(() => grow(field.current), [text, mode]);
  const asked = desk.focus.value;
  useEffect(() => {
    if (asked !== mode) return;
    desk.focus.value = null;
    field.current?.focus();
  }, [asked, mode]);

  // A letter comes where the cursor is, or after what is there.
  const inserted = desk.inserted.value;
  useEffect(() => {
    const el = field.current;
    if (inserted === null || !el || isNote) return;
    desk.inserted.value = null;
    const before = text.slice(0, el.selectionStart);
    const after = text.slice(el.selectionEnd);
    write(`${before}${before && !before.endsWith('\n') ? '\n' : ''}${inserted}${after}`);
    el.focus();
  }, [inserted]);

  function send(): void {
    const said = text.trim();
    if (said === '' || left < 0) return;
    setText('');
    if (!isNote) typing(false);
    desk.actions.send(mode, said);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      field.current?.blur();
    }
    // Some keyboards end a composition of characters with Enter.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    const withKey = event.ctrlKey || event.metaKey;
    if (withKey || (enterSends() && !event.shiftKey && !hasTouchKeyboard())) {
      event.preventDefault();
      send();
    }
  }

  return (
    <form
      class={isNote ? 'words note-words' : 'words'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isNote && (
        <p class="private" id="note-hint">
          <Icon name="note" />
          {word('composer.noteHint')}
        </p>
      )}
      <textarea
        ref={field}
        class="area"
        dir={wayOf(text)}
        rows={2}
        value={text}
        aria-label={isNote ? word('composer.noteField') : word('composer.replyField', { name })}
        aria-describedby={isNote ? 'note-hint' : undefined}
        placeholder={isNote ? word('composer.noteLine') : word('composer.replyHint', { name, language: file?.shopper.language ?? '' })}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isNote) typing(false);
          if (onLeave) afterPress(onLeave);
        }}
      />
      <div class="acts">
        {tools}
        <span class="left" role="status">
          {left < 0 ? word('composer.tooLong', { count: -left }) : left < NEAR ? word('composer.counted', { count: left }) : ''}
        </span>
        <Button
          kind="fill"
          type="submit"
          disabled={text.trim() === '' || left < 0}
          {...(isNote ? { label: word('composer.noteSend') } : {})}
        >
          {isNote ? word('composer.noteSend') : word('composer.send')}
          <Icon name={isNote ? 'note' : 'enter'} />
        </Button>
      </div>
    </form>
  );
}

export function enterSends(): boolean {
  return notes.get('enter') !== 'line';
}

/** There Enter is the only way to a new line. */
function hasTouchKeyboard(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}

/** A press that takes the focus away is to meet what it was meant for: until it is over, nothing moves. */
function afterPress(then: () => void): void {
  if (!document.querySelector('body :active')) return then();
  addEventListener('click', () => setTimeout(then), { once: true, capture: true });
}

function grow(el: HTMLTextAreaElement | null): void {
  if (!el) return;
  el.style.height = 'auto';
  el.style.height = `${el.scrollHeight}px`;
}
