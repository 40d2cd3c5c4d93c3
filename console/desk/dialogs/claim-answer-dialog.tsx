import './dialogs.css';
import { useState } from 'preact/hooks';
import type { ClaimOutcome } from '../../../protocol/claim.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { minorOf } from '../../shared/money.ts';
import { word } from '../../shared/words.ts';
import { Choices } from './choices.tsx';
import { AmountField } from './amount-field.tsx';
import { DayField, momentOfDay, today } from './day-field.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

const OUTCOMES = ['accepted', 'refused', 'none'] as const satisfies readonly ClaimOutcome[];

/** What the carrier said to the complaint, or the platform to the appeal. */
export function ClaimAnswerDialog({ wire, conversation, desk, onDone, onClose, now = Date.now }: DialogProps & { now?: () => number }) {
  const [outcome, setOutcome] = useState<ClaimOutcome | null>(null);
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState(() => today(now()));
  const [wrong, setWrong] = useState<{ outcome?: string; amount?: string; day?: string }>({});
  const asking = useAsking();
  const { claim } = desk;
  const at = momentOfDay(day, now());
  const paid = outcome === 'accepted' ? minorOf(amount) : null;

  function check(): boolean {
    const found = {
      ...(outcome === null && { outcome: word('dialogs.chooseOne') }),
      ...(outcome === 'accepted' && amount.trim() !== '' && paid === null && { amount: word('claim.noAmount') }),
      ...(at === null && { day: word('claim.noDay') }),
    };
    setWrong(found);
    return Object.keys(found).length === 0;
  }

  return (
    <Dialog title={word('claim.acts.answer')} onClose={onClose}>
      {(close) => (
        <Form
          check={check}
          onSend={() => {
            if (outcome === null || at === null) return;
            void asking
              .run(() => wire.ask('claimAnswer', { conversation, version: claim?.version ?? 0, outcome, amount: paid, at }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('claim.kept'));
                close();
              });
          }}
        >
          <Choices<ClaimOutcome>
            legend={word('claim.answerIs')}
            chosen={outcome}
            onChoose={setOutcome}
            error={wrong.outcome ?? null}
            choices={OUTCOMES.map((id) => ({ id, label: word(`claim.answers.${id}`) }))}
          />
          {outcome === 'accepted' && (
            <AmountField
              label={word('claim.amount', { currency: claim?.line?.currency ?? '' })}
              value={amount}
              onValue={setAmount}
              error={wrong.amount}
            />
          )}
          <DayField label={word('claim.day')} day={day} onDay={setDay} now={now()} error={wrong.day ?? null} />
          <Foot asking={asking} yes={word('claim.keep')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
