import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../../shared/icons.tsx';

export interface Choice<Id extends string> {
  id: Id;
  label: ComponentChildren;
  /** What it leads to; said after the label. */
  note?: ComponentChildren;
  /** Before the words. */
  picture?: ComponentChildren;
}

export interface ChoicesProps<Id extends string> {
  legend: string;
  hint?: string;
  choices: Choice<Id>[];
  /** null: nothing is chosen beforehand. */
  chosen: Id | null;
  onChoose: (id: Id) => void;
  error?: string | null;
  /** Beside each other where there is room. */
  beside?: boolean;
  /** More than a screen holds: they scroll by themselves. */
  long?: boolean;
}

/** One of a few, all of the same size and look. */
export function Choices<Id extends string>({
  legend,
  hint,
  choices,
  chosen,
  onChoose,
  error = null,
  beside = false,
  long = false,
}: ChoicesProps<Id>) {
  const name = useId();
  const described = [hint !== undefined && `${name}-hint`, error !== null && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class={['choices', beside && 'row', long && 'long'].filter(Boolean).join(' ')} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div>
        {choices.map(({ id, label, note, picture }) => (
          <label key={id}>
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === chosen}
              // What it leads to is said after its name, not as part of it.
              aria-labelledby={`${name}-${id}-name`}
              aria-describedby={note === undefined ? undefined : `${name}-${id}`}
              onChange={() => onChoose(id)}
            />
            {picture}
            <span>
              <b id={`${name}-${id}-name`}>{label}</b>
              {note !== undefined && <small id={`${name}-${id}`}>{note}</small>}
            </span>
          </label>
        ))}
      </div>
      {error !== null && (
        <p class="error" id={`${name}-error`} role="alert">
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
