import './dialogs.css';
import { useEffect, useState } from 'preact/hooks';
import { EVIDENCE_ITEMS, type EvidenceItem } from '../../../protocol/case.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { Field } from '../../shared/field.tsx';
import { wayOf, word } from '../../shared/words.ts';
import { firstName } from '../names.ts';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { readyReasons, REASONS, type Reason } from './ready-reasons.ts';
import { useAsking } from './use-asking.ts';

const MOST_TEXT = 500;

/** Asks for a piece of evidence once more, and says why: a photo that is taken again without a reason comes back the same. */
export function AskAgainDialog({
  wire,
  conversation,
  desk,
  onDone,
  onClose,
  item: about,
}: DialogProps & { item?: EvidenceItem | undefined }) {
  const [item, setItem] = useState<EvidenceItem | null>(about ?? null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ item?: string; reason?: string }>({});
  const [ready, setReady] = useState<Record<Reason, string> | null>(null);
  const asking = useAsking();
  const { locale, language } = desk.shopper;
  useEffect(() => {
    void readyReasons(locale).then(setReady);
  }, [locale]);
  const name = firstName(desk.shopper.name);
  const pieces = EVIDENCE_ITEMS.map((id) => ({ id, of: desk.evidence.find((piece) => piece.item === id) }));

  function check(): boolean {
    const found = {
      ...(item === null && { item: word('dialogs.chooseOne') }),
      ...(reason.trim() === '' && { reason: word('dialogs.askAgain.noReason', { name }) }),
    };
    setWrong(found);
    return Object.keys(found).length === 0;
  }

  return (
    <Dialog title={word('dialogs.askAgain.title')} lead={word('dialogs.askAgain.lead', { name })} onClose={onClose}>
      {(close) => (
        <Form
          check={check}
          onSend={() => {
            if (item === null) return;
            void asking
              .run(() => wire.ask('askAgain', { conversation, item, reason: reason.trim() }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('dialogs.askAgain.done', { name }));
                close();
              });
          }}
        >
          <Choices
            legend={word('dialogs.askAgain.piece')}
            beside
            chosen={item}
            onChoose={(id) => (setItem(id), setWrong({ ...wrong, item: '' }))}
            error={wrong.item || null}
            choices={pieces.map(({ id, of }) => ({ id, label: of?.title ?? word(`dialogs.askAgain.pieces.${id}`) }))}
          />
          <Field
            label={word('dialogs.askAgain.reason')}
            hint={word('dialogs.askAgain.reasonHint', { name, language })}
            error={wrong.reason}
          >
            {(tied) => (
              <>
                <div class="ready" role="group" aria-label={word('dialogs.askAgain.readyOnes')}>
                  {REASONS.map((one) => (
                    <button
                      key={one}
                      type="button"
                      aria-pressed={ready !== null && reason === ready[one]}
                      onClick={() => ready && setReason(ready[one])}
                    >
                      {word(`dialogs.askAgain.ready.${one}.name`)}
                    </button>
                  ))}
                </div>
                <textarea
                  {...tied}
                  class="input"
                  rows={3}
                  dir={wayOf(reason)}
                  maxLength={MOST_TEXT}
                  value={reason}
                  onInput={(event) => (setReason(event.currentTarget.value), setWrong({ ...wrong, reason: '' }))}
                />
              </>
            )}
          </Field>
          <Foot asking={asking} yes={word('dialogs.askAgain.yes')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
