import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';

export interface MenuItem {
  label: string;
  icon?: IconName;
  /** Below the label. */
  note?: string;
  /** One of several is chosen: drawn with a tick. */
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  /** Shown, not bound. */
  keys?: string;
  lang?: string;
  onChoose: () => void;
}

export interface MenuProps {
  /** Name of the list, and of the button where what stands on it is no name. */
  label: string;
  /** What stands on the button is its name. */
  named?: boolean;
  /** What stands on the button. */
  button: ComponentChildren;
  /** Groups, with a line between them. */
  groups: MenuItem[][];
  class?: string;
  /** Where the list opens: below, or above where the button is at the bottom. */
  above?: boolean;
}

/** A button and its list. Arrows, Home, End and first letters move; Escape and Tab close; the focus goes back to the button. */
export function Menu({ label, named = false, button, groups, class: more, above = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  // At once, not after the next paint: whoever types fast has typed by then.
  useLayoutEffect(() => {
    if (!open) return;
    (items().find((item) => item.getAttribute('aria-checked') === 'true') ?? items()[0])?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  function close(): void {
    setOpen(false);
    opener.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setOpen(true);
      }
      return;
    }
    // The desk has shortcuts of its own; in here a letter means an entry.
    event.stopPropagation();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = target(event.key, at, all);
    if (to !== null) {
      event.preventDefault();
      all[to]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      close();
    }
  }

  return (
    <div class={['menu', above && 'above', more].filter(Boolean).join(' ')} ref={root} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        class="opener"
        aria-label={named ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div class="entries" role="menu" aria-label={label} id={id}>
          {groups
            .filter((group) => group.length > 0)
            .map((group, index) => (
              <div role="group" key={index}>
                {group.map((item) => (
                  <Entry key={item.label} item={item} close={close} />
                ))}
              </div>
            ))}
        </div>
      )}
    </div>
  );
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const choose = () => {
    if (item.disabled) return;
    close();
    item.onChoose();
  };
  return (
    <button
      type="button"
      role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={item.checked}
      aria-disabled={item.disabled || undefined}
      class={item.danger ? 'danger' : undefined}
      tabIndex={-1}
      lang={item.lang}
      onClick={choose}
    >
      {item.checked === undefined ? item.icon && <Icon name={item.icon} /> : item.checked ? <Icon name="check" /> : <i class="i" />}
      <span>
        {item.label}
        {item.note !== undefined && <small>{item.note}</small>}
      </span>
      {item.keys !== undefined && <kbd aria-hidden="true">{item.keys}</kbd>}
    </button>
  );
}

function target(key: string, at: number, all: HTMLElement[]): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % all.length;
    case 'ArrowUp':
      return (at - 1 + all.length) % all.length;
    case 'Home':
      return 0;
    case 'End':
      return all.length - 1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const letter = key.toLocaleLowerCase();
      const found = all.findIndex((_, i) => all[(at + 1 + i) % all.length]?.textContent?.trim().toLocaleLowerCase().startsWith(letter));
      return found === -1 ? null : (at + 1 + found) % all.length;
    }
  }
}
