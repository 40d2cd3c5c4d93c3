import type { CaseCard as Facts } from '../../../protocol/card.ts';
import { Icon } from '../../look/icons.tsx';
import { useChat } from './chat.ts';
import { Copy } from './copy.tsx';
import { Guard } from './guard.tsx';
import { Rich } from './rich.tsx';

/** A stub to keep: number, where it stands, who does what by when. */
export function CaseCard({ card }: { card: Facts<string> }) {
  const { w } = useChat();
  const { promise, tag, guard } = card;
  return (
    <>
      <header class="stub">
        <p>
          <small>{card.label}</small>
          <b class="number">
            <bdi dir="ltr">{card.number}</bdi>
          </b>
        </p>
        {tag && <span class={`tag ${tag.tone}`}>{tag.text}</span>}
        <Copy text={card.number} bare />
      </header>
      <ol class={card.steps.length > 5 ? 'stepper many' : 'stepper'}>
        {card.steps.map((step) => (
          <li key={step.label} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            <i>{step.state === 'done' && <Icon name="check" />}</i>
            <span>{step.label}</span>
            {step.state === 'done' && <span class="sr">{w('ui.done')}</span>}
          </li>
        ))}
      </ol>
      {promise && (
        <div class="promise">
          <span class="leaf" aria-hidden="true">
            <b>{promise.leaf.month}</b>
            {promise.leaf.day}
          </span>
          <p>
            <small>{promise.label}</small>
            <b class="big">{promise.date}</b>
            <small>{promise.note}</small>
          </p>
        </div>
      )}
      {card.doing && (
        <p class="doing">
          <Rich text={card.doing} />
        </p>
      )}
      {card.keep && (
        <p class="doing keep">
          <Icon name="box" />
          <span>
            <Rich text={card.keep} />
          </span>
        </p>
      )}
      {guard && <Guard guard={guard} />}
    </>
  );
}
