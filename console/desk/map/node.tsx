import { useEffect, useId, useRef } from 'preact/hooks';
import type { FlowNode } from '../../../protocol/desk.ts';
import { Button } from '../../shared/button.tsx';
import { Icon } from '../../shared/icons.tsx';
import { Problem } from '../../shared/problem.tsx';
import { word } from '../../shared/words.ts';
import { useAsking } from '../dialogs/use-asking.ts';

/** Where a step goes on. */
export interface Then {
  to: string;
  when: string | null;
  /** It stands right below where all is one column. */
  isNext: boolean;
}

export interface NodeProps {
  node: FlowNode;
  then: Then[];
  mayGiveBack: boolean;
  isChosen: boolean;
  onChoose: () => void;
  onLeave: () => void;
  onGiveBack: (step: string) => Promise<unknown>;
}

/** A step of the road. One with a ring can be chosen, and asks in its place before the talk goes back there. */
export function Node(props: NodeProps) {
  const { node, then, mayGiveBack, isChosen, onChoose } = props;
  const button = useRef<HTMLButtonElement>(null);
  const wasChosen = useRef(false);
  useEffect(() => {
    if (wasChosen.current && !isChosen) button.current?.focus();
    wasChosen.current = isChosen;
  }, [isChosen]);

  const look = ['node', node.state, node.end && 'end', node.step !== null && 'open'].filter(Boolean).join(' ');
  const current = node.state === 'now' ? ('step' as const) : undefined;
  const inside = <Inside node={node} />;
  return (
    <div class="step" role="listitem" style={{ gridColumn: node.column === 0 ? 1 : 3, gridRow: node.row * 2 + 1 }}>
      {node.step !== null && mayGiveBack && !isChosen ? (
        <button ref={button} type="button" class={look} data-box={node.id} aria-current={current} onClick={onChoose}>
          {inside}
        </button>
      ) : (
        <div class={isChosen ? `${look} chosen` : look} data-box={node.id} aria-current={current}>
          {inside}
          {isChosen && node.step !== null && <GiveBack {...props} step={node.step} />}
        </div>
      )}
      {then.length > 0 && (
        <ul class={then.some(({ isNext }) => isNext) ? 'then beside-line' : 'then'}>
          {then.map(({ to, when, isNext }) => (
            <li key={to} class={isNext ? (when === null ? 'plain-next' : 'next') : undefined}>
              {when === null ? word('map.then', { to }) : word('map.thenIf', { to, when })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Inside({ node }: { node: FlowNode }) {
  const { label, note, progress, state, step } = node;
  return (
    <>
      {state === 'done' && <Icon name="check" />}
      <span class="name">
        <b>{label}</b>
        {note !== undefined && <small>{note}</small>}
        {progress && progress.of > 0 && (
          <span class="bars" aria-hidden="true">
            {Array.from({ length: Math.min(progress.of, MOST_BARS) }, (_, i) => (
              <i key={i} class={i < progress.done ? 'on' : undefined} />
            ))}
          </span>
        )}
      </span>
      <span class="sr">
        {progress && word('map.progress', progress)} {word(`map.states.${state}`)} {step !== null && word('map.open')}
      </span>
      {step !== null && <i class="mark open" />}
    </>
  );
}

const MOST_BARS = 12;

function GiveBack({ node, step, onGiveBack, onLeave }: NodeProps & { step: string }) {
  const asking = useAsking();
  const id = useId();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <div
      class="give-back"
      role="group"
      aria-label={word('map.giveBackAt', { step: node.label })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Of the choice, not of the dialog around it.
        event.preventDefault();
        event.stopPropagation();
        if (!asking.busy) onLeave();
      }}
    >
      <p id={id}>{word('map.giveBackMeans')}</p>
      <Problem text={asking.problem} />
      <div>
        <Button
          buttonRef={yes}
          icon="turn"
          kind="soft"
          busy={asking.busy}
          aria-describedby={id}
          onClick={() => void asking.run(() => onGiveBack(step))}
        >
          {word('map.giveBackHere')}
        </Button>
        <Button kind="quiet" onClick={() => !asking.busy && onLeave()}>
          {word('map.notHere')}
        </Button>
      </div>
    </div>
  );
}
