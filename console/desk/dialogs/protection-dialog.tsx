import './dialogs.css';
import { useState } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import { day } from '../../shared/dates.ts';
import { Field } from '../../shared/field.tsx';
import { WireRefusal } from '../../shared/wire.ts';
import { word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { wordsOf } from '../refusal.ts';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { fieldsOf, momentOfFields } from './quick-times.ts';
import { useAsking } from './use-asking.ts';

/** Protection runs out at the end of its last day. */
const LAST_MINUTE = '23:59';

/** The platform shows a new end of the protection: noted, told to the shopper, and counted down anew. */
export function ProtectionDialog({ wire, conversation, desk, onDone, onClose, now = Date.now }: DialogProps & { now?: () => number }) {
  const { tz } = desk.shopper;
  const [date, setDate] = useState('');
  const [wrong, setWrong] = useState('');
  const asking = useAsking((error) => {
    if (!(error instanceof WireRefusal && error.code === 'E_TIME')) return wordsOf(error);
    setWrong(error.text);
    return null;
  });
  const until = momentOfFields(date, LAST_MINUTE, tz);
  const name = firstName(desk.shopper.name);
  const known = desk.protectionEndsAt;

  function check(): boolean {
    const found = until === null ? word('dialogs.protection.noDate') : until <= now() ? word('dialogs.protection.past') : '';
    setWrong(found);
    return found === '';
  }

  async function send(close: () => void): Promise<void> {
    if (until === null || !(await asking.run(() => wire.ask('extendProtection', { conversation, until })))) return;
    onDone(word('dialogs.protection.done', { date: day(until, tz, now()) }));
    close();
  }

  return (
    <Dialog title={word('dialogs.protection.title')} lead={word('dialogs.protection.lead', { name })} onClose={onClose}>
      {(close) => (
        <Form check={check} onSend={() => void send(close)}>
          <Field
            label={word('dialogs.protection.date')}
            hint={known === null ? undefined : word('dialogs.protection.known', { date: day(known, tz, now()) })}
            error={wrong}
          >
            {(tied) => (
              <input
                {...tied}
                class="input"
                type="date"
                value={date}
                min={fieldsOf(now(), tz).date}
                onInput={(event) => (setDate(event.currentTarget.value), setWrong(''))}
              />
            )}
          </Field>
          <Foot asking={asking} yes={word('dialogs.protection.yes')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
