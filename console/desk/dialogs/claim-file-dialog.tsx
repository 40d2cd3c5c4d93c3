import './dialogs.css';
import { useState } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import { Field } from '../../shared/field.tsx';
import { wayOf, word } from '../../shared/words.ts';
import { Choices } from './choices.tsx';
import { DayField, momentOfDay, today } from './day-field.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import { Locked } from './locked.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

const MOST_NOTE = 500;

/** Notes that the complaint was made, where it is made: from then on its clock runs. */
export function ClaimFileDialog({ wire, conversation, desk, onDone, onClose, now = Date.now }: DialogProps & { now?: () => number }) {
  const { claim } = desk;
  const [kind, setKind] = useState(claim?.kind ?? 'lost');
  const [day, setDay] = useState(() => today(now()));
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState('');
  const asking = useAsking();
  const line = claim?.line;
  if (!claim || !line) {
    return (
      <Dialog title={word('claim.acts.file')} onClose={onClose}>
        {(close) => <Locked text={word('claim.noLine')} close={close} />}
      </Dialog>
    );
  }
  const at = momentOfDay(day, now());
  return (
    <Dialog title={word('claim.acts.file')} lead={word(`claim.way.${line.way}`)} onClose={onClose}>
      {(close) => (
        <Form
          check={() => {
            setWrong(at === null ? word('claim.noDay') : '');
            return at !== null;
          }}
          onSend={() => {
            if (at === null) return;
            const about = {
              conversation,
              version: claim.version,
              line: line.id,
              kind,
              at,
              ...(note.trim() !== '' && { note: note.trim() }),
            };
            void asking
              .run(() => wire.ask('claimFile', about))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('claim.kept'));
                close();
              });
          }}
        >
          <Choices
            legend={word('claim.what')}
            beside
            chosen={kind}
            onChoose={setKind}
            choices={line.kinds.map((id) => ({ id, label: word(`claim.kinds.${id}`) }))}
          />
          <DayField label={word('claim.day')} day={day} onDay={setDay} now={now()} error={wrong} />
          <Field label={word('claim.note')} hint={word('claim.noteHint')}>
            {(tied) => (
              <textarea
                {...tied}
                class="input"
                rows={2}
                dir={wayOf(note)}
                maxLength={MOST_NOTE}
                value={note}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            )}
          </Field>
          <Foot asking={asking} yes={word('claim.keep')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
