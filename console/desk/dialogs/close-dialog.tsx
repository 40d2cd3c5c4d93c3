import './dialogs.css';
import { useState } from 'preact/hooks';
import { Dialog } from '../../shared/dialog.tsx';
import { dayTime } from '../../shared/dates.ts';
import { isolated, word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

type Outcome = 'solved' | 'unsolved';

/** Ends the talk and its case, with how it ended, which also settles what is still promised. */
export function CloseDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isMissing, setMissing] = useState(false);
  const asking = useAsking();
  const name = firstName(desk.shopper.name);
  const open = desk.promises.filter(({ state }) => state === 'open');
  return (
    <Dialog title={word('dialogs.close.title')} lead={word('dialogs.close.lead', { name })} onClose={onClose}>
      {(close) => (
        <Form
          check={() => {
            setMissing(outcome === null);
            return outcome !== null;
          }}
          onSend={() => {
            if (outcome === null) return;
            void asking
              .run(() => wire.ask('close', { conversation, outcome }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word(`dialogs.close.done.${outcome}`));
                close();
              });
          }}
        >
          <Choices<Outcome>
            legend={word('dialogs.close.outcome', { name })}
            beside
            chosen={outcome}
            onChoose={(id) => (setOutcome(id), setMissing(false))}
            error={isMissing && outcome === null ? word('dialogs.chooseOne') : null}
            choices={(['solved', 'unsolved'] as const).map((id) => ({
              id,
              label: word(`dialogs.close.${id}`),
              note: word(`dialogs.close.means.${id}`),
            }))}
          />
          {open.length > 0 && (
            <div class="heed">
              <p>
                <b>{word('dialogs.close.open', { count: open.length })}</b> {word(`dialogs.close.openMeans.${outcome ?? 'none'}`)}
              </p>
              <ul>
                {open.map(({ id, label, dueAt }) => (
                  <li key={id}>{word('times.whatWhen', { what: isolated(label), when: dayTime(dueAt) })}</li>
                ))}
              </ul>
            </div>
          )}
          <p class="what">{word(open.length > 0 ? 'dialogs.close.undoOpen' : 'dialogs.close.undo')}</p>
          <Foot asking={asking} yes={word('dialogs.close.yes')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
