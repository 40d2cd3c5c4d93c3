import './dialogs.css';
import { useState } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import { word } from '../../shared/words.ts';
import { DayField, momentOfDay, today } from './day-field.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

/** Notes the appeal: from then on the platform decides. */
export function ClaimAppealDialog({ wire, conversation, desk, onDone, onClose, now = Date.now }: DialogProps & { now?: () => number }) {
  const [day, setDay] = useState(() => today(now()));
  const [wrong, setWrong] = useState('');
  const asking = useAsking();
  const at = momentOfDay(day, now());
  return (
    <Dialog title={word('claim.acts.appeal')} lead={word('claim.appealLead')} onClose={onClose}>
      {(close) => (
        <Form
          check={() => {
            setWrong(at === null ? word('claim.noDay') : '');
            return at !== null;
          }}
          onSend={() => {
            if (at === null) return;
            void asking
              .run(() => wire.ask('claimAppeal', { conversation, version: desk.claim?.version ?? 0, at }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('claim.kept'));
                close();
              });
          }}
        >
          <DayField label={word('claim.day')} day={day} onDay={setDay} now={now()} error={wrong} />
          <Foot asking={asking} yes={word('claim.keep')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
