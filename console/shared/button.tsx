import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { Spinner } from './spinner.tsx';

export interface ButtonProps {
  /** `fill`: the one next step of a screen. `bare`: an icon alone, whose name is `label`. */
  kind?: 'fill' | 'soft' | 'quiet' | 'bare';
  icon?: IconName;
  /** What it is called where no words stand on it, or where they say too little. */
  label?: string;
  onClick?: (event: MouseEvent) => void;
  type?: 'button' | 'submit';
  /** At work: it keeps its size and its place, and does nothing meanwhile. */
  busy?: boolean;
  disabled?: boolean;
  danger?: boolean;
  class?: string;
  /** Its id, for labels and tests. */
  id?: string;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-pressed'?: boolean;
  'aria-describedby'?: string;
  /** Shortcuts, as `aria-keyshortcuts` writes them. */
  keys?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  children?: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const { kind = 'soft', icon, label, onClick, type = 'button', busy = false, disabled = false, danger = false, keys, buttonRef } = props;
  const off = busy || disabled;
  const look = kind === 'bare' ? 'bare' : `btn ${kind}`;
  return (
    <button
      ref={buttonRef ?? null}
      id={props.id}
      type={type}
      class={[look, danger && 'danger', props.class].filter(Boolean).join(' ')}
      aria-label={label}
      title={kind === 'bare' ? label : undefined}
      // Not `disabled`: whoever pressed it keeps the focus, and a screen reader still finds it.
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-expanded={props['aria-expanded']}
      aria-haspopup={props['aria-haspopup']}
      aria-pressed={props['aria-pressed']}
      aria-describedby={props['aria-describedby']}
      aria-keyshortcuts={keys}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {props.children}
    </button>
  );
}
