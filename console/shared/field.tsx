import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './icons.tsx';

/** What ties a control to its label, its hint and its error. */
export interface Tied {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** Stands beside the label. */
  beside?: ComponentChildren;
  error?: string | null | undefined;
  class?: string;
  /** Draws the control with what ties it: `{(tied) => <input {...tied} />}`. */
  children: (tied: Tied) => ComponentChildren;
}

export function Field({ label, hint, beside, error, class: more, children }: FieldProps) {
  const id = useId();
  const wrong = error !== null && error !== undefined && error !== '';
  const described = [hint !== undefined && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={['field', wrong && 'wrong', more].filter(Boolean).join(' ')}>
      {beside ? (
        <div class="name">
          <label for={id}>{label}</label>
          {beside}
        </div>
      ) : (
        <label for={id}>{label}</label>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong || undefined })}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="error" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
