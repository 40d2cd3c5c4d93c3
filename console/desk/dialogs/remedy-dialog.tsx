import './dialogs.css';
import { useState } from 'preact/hooks';
import { REMEDIES, type Remedy } from '../../../protocol/case.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Field } from '../../shared/field.tsx';
import { wayOf, word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import { Locked } from './locked.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

const MOST_WORDS = 300;

/** First what the shopper wants, recorded as their own choice; then what is done. Neither is chosen beforehand. */
export function RemedyDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const [asked, setAsked] = useState<Remedy | 'either' | null>(desk.case?.asked ?? null);
  const [words, setWords] = useState('');
  const [remedy, setRemedy] = useState<Remedy | null>(null);
  const [isTried, setTried] = useState(false);
  const asking = useAsking();
  const name = firstName(desk.shopper.name);
  const missing = (isThere: boolean) => (isTried && !isThere ? word('dialogs.chooseOne') : null);
  const differs = asked !== null && asked !== 'either' && remedy !== null && asked !== remedy;
  return (
    <Dialog title={word('dialogs.remedy.title')} lead={word('dialogs.remedy.lead', { name })} onClose={onClose}>
      {(close) =>
        desk.remedies.length === 0 ? (
          <Locked text={word('dialogs.remedy.none')} close={close} />
        ) : (
          <Form
            check={() => {
              setTried(true);
              return asked !== null && remedy !== null;
            }}
            onSend={() => {
              if (asked === null || remedy === null) return;
              const said = words.trim();
              const payload = { conversation, remedy, asked, ...(said !== '' && { words: said }) };
              void asking
                .run(() => wire.ask('settleRemedy', payload))
                .then((isDone) => {
                  if (!isDone) return;
                  onDone(word(`remedies.settled.${remedy}`));
                  close();
                });
            }}
          >
            <Choices<Remedy | 'either'>
              legend={word('dialogs.remedy.asked', { name })}
              beside
              chosen={asked}
              onChoose={setAsked}
              error={missing(asked !== null)}
              choices={[...REMEDIES, 'either' as const].map((id) => ({ id, label: word(`remedies.asked.${id}`) }))}
            />
            <Field label={word('dialogs.remedy.words', { name })} hint={word('dialogs.remedy.wordsHint')}>
              {(tied) => (
                <textarea
                  {...tied}
                  class="input"
                  rows={2}
                  dir={wayOf(words)}
                  maxLength={MOST_WORDS}
                  value={words}
                  onInput={(event) => setWords(event.currentTarget.value)}
                />
              )}
            </Field>
            <Choices<Remedy>
              legend={word('dialogs.remedy.done')}
              beside
              chosen={remedy}
              onChoose={setRemedy}
              error={missing(remedy !== null)}
              choices={desk.remedies.map((id) => ({
                id,
                label: word(`remedies.done.${id}`),
                note: word(`remedies.means.${id}`, { name }),
              }))}
            />
            <div role="status">{differs && <p class="heed">{word('dialogs.remedy.differs', { name })}</p>}</div>
            <Foot asking={asking} yes={word('dialogs.remedy.yes')} close={close} />
          </Form>
        )
      }
    </Dialog>
  );
}
