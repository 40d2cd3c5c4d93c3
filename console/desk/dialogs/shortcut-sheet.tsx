import './dialogs.css';
import { Dialog } from '../../shared/dialog.tsx';
import { direction, language, word } from '../../shared/words.ts';
import { KEY_GROUPS, KEYS } from './keys.ts';
import type { DialogProps } from './props.ts';

/** Every key and what it does, from the table that the keyboard itself acts by. */
export function ShortcutSheet({ onClose }: Partial<DialogProps> & Pick<DialogProps, 'onClose'>) {
  return (
    <Dialog title={word('keys.title')} lead={word('keys.lead')} wide class="keys" onClose={onClose}>
      <div class="groups">
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3>{word(`keys.groups.${group}`)}</h3>
            <dl>
              {KEYS.filter((key) => key.group === group).map(({ keys, action }) => (
                <div key={action}>
                  <dt>{word(`keys.actions.${action}`)}</dt>
                  <dd>
                    {shown(keys).map((name) => (
                      <kbd key={name}>{name}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** A row of numbers as its ends. */
function shown(keys: readonly string[]): string[] {
  if (keys.length > 2) return [`${keys[0]} – ${keys.at(-1)}`];
  return inReadingOrder(keys).map((key) => key.split('+').filter(Boolean).map(nameOf).join(' ') || key);
}

/** Back stands first: where one reads from the right that is the right arrow. */
function inReadingOrder(keys: readonly string[]): readonly string[] {
  return keys[0] === 'ArrowLeft' && direction(language.value) === 'rtl' ? [...keys].reverse() : keys;
}

function nameOf(part: string): string {
  const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
  if (part === 'Mod') return isMac ? '⌘' : word('keys.control');
  return NAMES[part] ?? (part.length === 1 ? part.toLocaleUpperCase() : word(`keys.names.${part === 'Escape' ? 'escape' : 'enter'}`));
}

const NAMES: { [key: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', '-': '−' };
