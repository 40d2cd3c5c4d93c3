import { useEffect } from 'preact/hooks';
import { INBOX_FILTERS } from '../../protocol/inbox.ts';
import { keyName } from '../shared/key-name.ts';
import { letterKeys } from '../shared/letter-keys.ts';
import { go } from '../shared/router.ts';
import type { DeskModel } from './desk-model.ts';
import { KEYS, type KeyAction } from './dialogs/keys.ts';

/** The desk by keyboard, by the table that the sheet shows. Whoever writes means the letters; an open dialog has keys of its own. */
export function useKeys(desk: DeskModel): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isBusy(event.target)) return;
      const key = keyName(event);
      if (key.length === 1 && !letterKeys.peek()) return;
      // Who stands in the thread scrolls it.
      if (key.startsWith('Arrow') && event.target instanceof Element && event.target.closest('.stream')) return;
      const action = actionOf(key);
      if (action !== null && act(desk, action, key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);
}

const ELSEWHERE = ['map', 'photo'];

function actionOf(key: string): KeyAction | null {
  const wanted = key === 'ArrowDown' ? 'j' : key === 'ArrowUp' ? 'k' : key.length === 1 ? key.toLowerCase() : key;
  return KEYS.find(({ keys, group }) => !ELSEWHERE.includes(group) && (keys as readonly string[]).includes(wanted))?.action ?? null;
}

/** A field, a menu or a row of tabs makes something of its own of keys. */
const OTHERS = 'input, textarea, select, [contenteditable], [role="menu"], [role="tablist"]';

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof Element && target.closest(OTHERS) !== null;
}

/** False: nothing of ours, and the key does what the browser makes of it. */
function act(desk: DeskModel, action: KeyAction, key: string): boolean {
  const { actions, floor, inbox, talk } = desk;
  const isMine = floor.peek().who === 'me';
  const here = talk.peek();
  switch (action) {
    case 'next':
      desk.step(1);
      return true;
    case 'previous':
      desk.step(-1);
      return true;
    case 'filter': {
      const filter = INBOX_FILTERS[Number(key) - 1];
      if (filter) go({ page: 'inbox', filter, conversation: here?.view.peek().id ?? null });
      return filter !== undefined;
    }
    case 'take':
      actions.take();
      return here !== null;
    case 'giveBack': {
      const opener = document.querySelector<HTMLElement>('.give .opener');
      opener?.click();
      return opener !== null;
    }
    case 'map':
      actions.openMap();
      return here !== null;
    case 'note':
    case 'reply':
      if (here) actions.write(action);
      return here !== null;
    case 'photos':
      actions.nextPhoto();
      return here !== null;
    case 'transfer':
    case 'close':
    case 'promise':
    case 'letters':
    case 'remedy':
      if (isMine) actions.openDialog(action);
      return isMine;
    case 'askAgain':
    case 'finding':
      actions.openDialog(action);
      return here !== null;
    case 'release':
      actions.release();
      return isMine;
    case 'shortcuts':
      actions.openDialog('shortcuts');
      return true;
    case 'back':
      if (!here) return false;
      go({ page: 'inbox', filter: inbox.view.peek().filter, conversation: null });
      return true;
    default:
      // Links open by themselves, the field sends by itself, the shell finds.
      return false;
  }
}
