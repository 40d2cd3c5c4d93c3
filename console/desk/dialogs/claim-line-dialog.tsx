import './dialogs.css';
import { useState } from 'preact/hooks';
import { CLAIM_KIND_NAMES, LineField } from './claim-line-field.tsx';
import { Dialog } from '../../shared/dialog.tsx';
import { word } from '../../shared/words.ts';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

/** How the parcel went and what is claimed: the days, the sum and what is needed follow from it. */
export function ClaimLineDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const { claim } = desk;
  const [line, setLine] = useState(claim?.line?.id ?? claim?.lines[0] ?? 'offline');
  const [kind, setKind] = useState(claim?.kind ?? 'lost');
  const asking = useAsking();
  const version = claim?.version ?? 0;
  return (
    <Dialog title={word('claim.acts.line')} lead={word('claim.lineLead')} onClose={onClose}>
      {(close) => (
        <Form
          check={() => true}
          onSend={() =>
            void asking
              .run(() => wire.ask('claimLine', { conversation, version, line, kind }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('claim.kept'));
                close();
              })
          }
        >
          <LineField lines={claim?.lines ?? []} line={line} onLine={setLine} />
          <Choices
            legend={word('claim.what')}
            beside
            chosen={kind}
            onChoose={setKind}
            choices={CLAIM_KIND_NAMES.map((id) => ({ id, label: word(`claim.kinds.${id}`) }))}
          />
          <Foot asking={asking} yes={word('claim.keep')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}
