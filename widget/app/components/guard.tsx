import { useState } from 'preact/hooks';
import type { Guard as Line } from '../../../protocol/card.ts';
import { Icon } from '../../look/icons.tsx';
import { Rich } from './rich.tsx';

/** The protection line, and in place the steps to a dispute. `loose` stands outside of a card; `plain` is a safety line. */
export function Guard({ guard, loose, plain }: { guard: Line<string>; loose?: boolean; plain?: boolean }) {
  const [open, setOpen] = useState(false);
  const { how, text, tone } = guard;
  return (
    <div class={`guard ${tone}${loose ? ' loose' : ''}`}>
      <Icon name={plain ? 'shield' : tone === 'wait' || tone === 'bad' ? 'alert' : 'guard'} />
      <div>
        <Rich text={text} />{' '}
        {how && (
          <button class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {how.label}
          </button>
        )}
        {how && open && (
          <ol>
            {how.steps.map((step, i) => (
              <li key={i}>
                <Rich text={step} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
