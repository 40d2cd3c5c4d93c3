import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CheckProps {
  label: ComponentChildren;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
  /** `switch`: works at once. A box waits for a "Save". */
  kind?: 'box' | 'switch';
  lang?: string;
}

export function Check({ label, hint, on, onChange, disabled = false, kind = 'box', lang }: CheckProps) {
  const id = useId();
  return (
    <div class={`check ${kind}`}>
      <input
        id={id}
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        checked={on}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id} lang={lang}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
