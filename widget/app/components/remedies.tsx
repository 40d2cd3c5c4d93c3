import { useState } from 'preact/hooks';
import type { Remedy } from '../../../protocol/case.ts';
import type { RemedyPrompt } from '../../../protocol/prompt.ts';
import { Icon } from '../../look/icons.tsx';
import { BankCard, Parcel } from '../../look/parcel.tsx';
import { useChat } from './chat.ts';
import { Guard } from './guard.tsx';
import { Locked } from './locked.tsx';
import { Rich } from './rich.tsx';

/** Equal in weight, nothing chosen beforehand. */
export function Remedies({ prompt }: { prompt: RemedyPrompt<string> }) {
  const { actions, w } = useChat();
  const [chosen, choose] = useState<Remedy | null>(null);
  const option = prompt.options.find(({ id }) => id === chosen);
  return (
    <>
      <fieldset>
        <legend class="sr">{prompt.legend}</legend>
        {prompt.options.map(({ id, label, headline, detail }) => (
          <label key={id} class="card remedy">
            {id === 'resend' ? <Parcel /> : <BankCard />}
            <span>
              <small class="what">{label}</small>
              <b class="big">{headline}</b>
              <small>{detail}</small>
            </span>
            <input type="radio" name={prompt.id} checked={id === chosen} onChange={() => choose(id)} />
          </label>
        ))}
      </fieldset>
      <Locked
        label={prompt.submit}
        why={option ? null : w('ui.pickOne')}
        onClick={() => option && actions.chooseRemedy(option.id, option.label)}
      />
      <p class="guard loose">
        <Icon name="clock" />
        <span>
          <Rich text={prompt.openUntil} />
        </span>
      </p>
      {prompt.guard && <Guard guard={prompt.guard} loose />}
    </>
  );
}
