import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabsProps<Id extends string> {
  /** Of the whole row, for who can't see it. */
  label: string;
  tabs: { id: Id; label: ComponentChildren; controls?: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
  /** `seg`: a pill in a well, as above the inbox. `line`: underlined, as in the composer. */
  look?: 'seg' | 'line';
}

/** The row of tabs; what belongs to the chosen one is the caller's to draw, with `role="tabpanel"`. Arrows move and choose. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, look = 'seg' }: TabsProps<Id>) {
  const row = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const isRtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
    const next = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : next === undefined ? null : at + next + tabs.length;
    const tab = to === null ? undefined : tabs[to % tabs.length];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.id);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus();
  }

  return (
    <div class={`tabs ${look}`} role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls={tab.controls}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
