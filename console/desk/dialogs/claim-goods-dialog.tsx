import './dialogs.css';
import { useState } from 'preact/hooks';
import type { ClaimGoods } from '../../../protocol/claim.ts';
import { Dialog } from '../../shared/dialog.tsx';
import { minorOf } from '../../shared/money.ts';
import { word } from '../../shared/words.ts';
import { AmountField } from './amount-field.tsx';
import { Choices } from './choices.tsx';
import { Foot } from './foot.tsx';
import { Form } from './form.tsx';
import type { DialogProps } from './props.ts';
import { useAsking } from './use-asking.ts';

const AMOUNTS = ['postage', 'declared', 'loss'] as const;
type Typed = Record<(typeof AMOUNTS)[number] | 'kg' | 'pieces', string>;

/** What the sum is worked out from. A field that is left empty is not known yet. */
export function ClaimGoodsDialog({ wire, conversation, desk, onDone, onClose }: DialogProps) {
  const { claim } = desk;
  const [known, setKnown] = useState<ClaimGoods>(claim?.goods ?? EMPTY);
  const [typed, setTyped] = useState<Typed>(() => typedOf(claim?.goods ?? EMPTY));
  const [wrong, setWrong] = useState<Partial<Typed>>({});
  const asking = useAsking();
  const currency = claim?.line?.currency ?? '';
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });

  function check(): boolean {
    const found: Partial<Typed> = {};
    for (const name of AMOUNTS) if (typed[name].trim() !== '' && minorOf(typed[name]) === null) found[name] = word('claim.noAmount');
    if (typed.kg.trim() !== '' && gramsOf(typed.kg) === null) found.kg = word('claim.noWeight');
    if (!/^[1-9]\d?$/.test(typed.pieces.trim())) found.pieces = word('claim.noPieces');
    setWrong(found);
    return Object.keys(found).length === 0;
  }

  function goods(): ClaimGoods {
    const [postage, declared, loss] = AMOUNTS.map((name) => minorOf(typed[name])) as [number | null, number | null, number | null];
    return { ...known, pieces: Number(typed.pieces), grams: gramsOf(typed.kg), postage, declared, loss };
  }

  return (
    <Dialog title={word('claim.acts.goods')} lead={word('claim.goodsLead')} onClose={onClose}>
      {(close) => (
        <Form
          check={check}
          onSend={() =>
            void asking
              .run(() => wire.ask('claimGoods', { conversation, version: claim?.version ?? 0, goods: goods() }))
              .then((isDone) => {
                if (!isDone) return;
                onDone(word('claim.kept'));
                close();
              })
          }
        >
          <Choices
            legend={word('claim.goods.legend')}
            chosen={known.goods}
            onChoose={(chosen) => setKnown({ ...known, goods: chosen })}
            choices={(['declared', 'undeclared', 'documents'] as const).map((id) => ({ id, label: word(`claim.goods.${id}`) }))}
          />
          <AmountField label={word('claim.pieces')} value={typed.pieces} onValue={(pieces) => set({ pieces })} error={wrong.pieces} />
          <AmountField
            label={word('claim.kg')}
            hint={word('claim.kgHint')}
            value={typed.kg}
            onValue={(kg) => set({ kg })}
            error={wrong.kg}
          />
          {AMOUNTS.map((name) => (
            <AmountField
              key={name}
              label={word(`claim.money.${name}`, { currency })}
              value={typed[name]}
              onValue={(value) => set({ [name]: value })}
              error={wrong[name]}
            />
          ))}
          <Choices
            legend={word('claim.box.legend')}
            beside
            chosen={known.box}
            onChoose={(box) => setKnown({ ...known, box })}
            choices={(['intact', 'opened', 'unknown'] as const).map((id) => ({ id, label: word(`claim.box.${id}`) }))}
          />
          <Choices
            legend={word('claim.scale.legend')}
            beside
            chosen={known.scale}
            onChoose={(scale) => setKnown({ ...known, scale })}
            choices={(['same', 'lighter', 'unknown'] as const).map((id) => ({ id, label: word(`claim.scale.${id}`) }))}
          />
          <Choices
            legend={word('claim.certificate.legend')}
            beside
            chosen={known.certificate ? 'yes' : 'no'}
            onChoose={(is) => setKnown({ ...known, certificate: is === 'yes' })}
            choices={(['yes', 'no'] as const).map((id) => ({ id, label: word(`claim.certificate.${id}`) }))}
          />
          <Foot asking={asking} yes={word('claim.keep')} close={close} />
        </Form>
      )}
    </Dialog>
  );
}

const EMPTY: ClaimGoods = {
  goods: 'declared',
  pieces: 1,
  grams: null,
  postage: null,
  declared: null,
  loss: null,
  box: 'unknown',
  scale: 'unknown',
  certificate: false,
};

function typedOf({ pieces, grams, postage, declared, loss }: ClaimGoods): Typed {
  const shown = (minor: number | null) => (minor === null ? '' : String(minor / 100));
  return {
    pieces: String(pieces),
    kg: grams === null ? '' : String(grams / 1000),
    postage: shown(postage),
    declared: shown(declared),
    loss: shown(loss),
  };
}

/** `1.2` kilograms. */
function gramsOf(text: string): number | null {
  const kg = Number(text.trim().replace(',', '.'));
  const grams = Math.round(kg * 1000);
  return text.trim() !== '' && Number.isFinite(kg) && grams >= 1 && grams <= 100_000 ? grams : null;
}
