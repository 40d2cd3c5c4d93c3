import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../shared/icons.tsx';

/** More of the same, out of the way until it is wanted. */
export function Fold(props: { closed: string; open: string; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isOpen && props.children}
      <button type="button" class={isOpen ? 'fold is-open' : 'fold'} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? props.open : props.closed}
        <Icon name="down" />
      </button>
    </>
  );
}
