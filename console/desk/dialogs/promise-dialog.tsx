import './dialogs.css';
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import { Field } from '../../shared/field.tsx';
import { WireRefusal } from '../../shared/wire.ts';
import { wayOf, word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { wordsOf } from '../refusal.ts';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import { freshId } from './fresh-id.ts';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';
import { NO_WHEN, momentIn, When } from './when.tsx';

const MOST_TEXT = 1000;

/** A promise in the agent's own words, with an hour. It goes out as their message, and the clock runs from then on. */
export function PromiseDialog({ wire, conversation, desk, onDone, onClose, now = Date.now }: DialogProps & { now?: () => number }) {
  const [text, setText] = useState('');
  const [when, setWhen] = useState(NO_WHEN);
  const [wrong, setWrong] = useState<{ text?: string; when?: string }>({});
  const asking = useAsking((error) => {
    if (!(error instanceof WireRefusal && error.code === 'E_TIME')) return wordsOf(error);
    setWrong({ when: error.text });
    return null;
  });
  // The same again after a lost answer must not be two promises; something else must not be taken for the same.
  const sent = useRef({ id: '', what: '' });
  const name = firstName(desk.shopper.name);

  function check(): boolean {
    const dueAt = momentIn(when);
    const found = {
      ...(text.trim() === '' && { text: word('dialogs.promise.noText') }),
      ...(dueAt === null ? { when: word('dialogs.promise.noTime') } : dueAt <= now() && { when: word('dialogs.promise.past') }),
    };
    setWrong(found);
    return Object.keys(found).length === 0;
  }

  async function send(close: () => void): Promise<void> {
    const dueAt = momentIn(when);
    if (dueAt === null) return;
    const what = `${dueAt} ${text.trim()}`;
    if (sent.current.what !== what) sent.current = { id: freshId(), what };
    if (!(await asking.run(() => wire.ask('promise', { conversation, id: sent.current.id, text: text.trim(), dueAt })))) return;
    onDone(word('dialogs.promise.done'));
    close();
  }

  return (
    <Dialog title={word('dialogs.promise.title', { name })} lead={word('dialogs.promise.lead', { name })} onClose={onClose}>
      {(close) => (
        <Form check={check} onSend={() => void send(close)}>
          <Field
            label={word('dialogs.promise.text')}
            hint={word('dialogs.promise.textHint', { language: desk.shopper.language })}
            error={wrong.text}
          >
            {(tied) => (
              <textarea
                {...tied}
                class="input"
                rows={3}
                dir={wayOf(text)}
                maxLength={MOST_TEXT}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <When
            shopper={desk.shopper}
            name={name}
            when={when}
            onWhen={(next) => (setWhen(next), setWrong({ ...wrong, when: '' }))}
            error={wrong.when}
            now={now()}
          />
          <Foot asking={asking} yes={word('dialogs.promise.yes')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
