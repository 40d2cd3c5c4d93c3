import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { FileInput } from './file-input.tsx';
import { isTouch } from './touch.ts';

const MOST = 4000;
const NEAR = 300;

/** Never locks, never clears itself before the words are safe on the device. */
export function Composer() {
  const { state, actions, w } = useChat();
  const field = useRef<HTMLTextAreaElement>(null);
  const sent = useRef<{ text: string; after: number; beside: Set<string> } | null>(null);
  const [text, setText] = useState(actions.draft);
  const { conversation, outbox, messages } = state;
  const prompt = conversation?.prompt;
  const left = MOST - text.trim().length;
  const ready = text.trim() !== '' && left >= 0;

  useEffect(() => {
    const mine = sent.current;
    if (!mine) return;
    const safe =
      outbox.some((p) => p.kind === 'said' && p.said.kind === 'text' && p.said.text === mine.text && !mine.beside.has(p.id)) ||
      messages.some((m) => m.seq > mine.after && m.from === 'shopper' && m.body.kind === 'text' && m.body.text === mine.text);
    if (!safe) return;
    sent.current = null;
    change('');
  }, [outbox, messages]);

  // Whoever opens the panel may write at once; on a phone that would bring the keyboard over the choices.
  useEffect(() => {
    const begin = () => {
      if (!isTouch() && document.hasFocus() && document.activeElement === document.body) field.current?.focus({ preventScroll: true });
    };
    begin();
    addEventListener('focus', begin);
    return () => removeEventListener('focus', begin);
  }, []);

  useLayoutEffect(() => {
    const el = field.current;
    if (!el) return;
    el.style.height = 'auto';
    if (text) el.style.height = `${el.scrollHeight}px`;
  }, [text]);

  function change(next: string) {
    setText(next);
    actions.saveDraft(next);
  }
  function send() {
    if (!ready) return;
    sent.current = { text: text.trim(), after: messages.at(-1)?.seq ?? 0, beside: new Set(outbox.map((p) => p.id)) };
    actions.say(sent.current.text);
    field.current?.focus();
  }

  return (
    <form
      class="composer"
      aria-label={w('ui.write')}
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
    >
      <label class="bare">
        <FileInput name={w('ui.addPhoto')} onFiles={(files) => actions.addPhotos('loose', 'one', files)} />
        <Icon name="camera" />
      </label>
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={w('ui.message')}
          aria-describedby={left < NEAR ? 'left' : undefined}
          aria-invalid={left < 0 || undefined}
          enterkeyhint={isTouch() ? 'enter' : 'send'}
          placeholder={placeholder()}
          value={text}
          onInput={(e) => {
            sent.current = null;
            change(e.currentTarget.value);
            actions.typing();
          }}
          onKeyDown={(e) => {
            // 229: some browsers report the key that ends a composition without saying that one was under way.
            if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229 || isTouch()) return;
            e.preventDefault();
            send();
          }}
        />
        {left < NEAR && (
          <span id="left" class={left < 0 ? 'left over' : 'left'}>
            {left < 0 ? w('ui.tooLong', { count: -left }) : w('ui.left', { count: left })}
          </span>
        )}
      </div>
      <button class="send" aria-label={w('ui.send')} aria-disabled={!ready}>
        <Icon name="send" />
      </button>
    </form>
  );

  function placeholder(): string {
    if (conversation?.status === 'agent' && conversation.agent) return w('ui.writeTo', { name: conversation.agent.name });
    return prompt && 'placeholder' in prompt ? prompt.placeholder : w('ui.write');
  }
}
