import { accent } from './accent.ts';
import type { Core, Dock } from './core.ts';
import dockPath from './dock/dock.ts?worker&url';
import { add, addIcon, dress, MARK } from './dom.ts';
import { nameIn } from './names.ts';
import { createShell } from './shell.ts';
import { languageOf } from './state.ts';

export interface Launcher {
  /** Brings all that is drawn to what the state says now. */
  sync(): void;
  remove(): void;
}

const patienceMs = 15_000;
const DOWN = 'M6 9.5l6 6 6-6';
const AGAIN = 'M5 12a7 7 0 107-7 8 8 0 00-6 3M6 4v4h4';

/** Draws the launcher at once, and fetches the dock with its panel only when the shopper means to use it. */
export function startLauncher(core: Core): Launcher {
  const { script, emit, change } = core;
  const shell = createShell(script.nonce);
  const button = add(shell.box, 'button', 'launcher');
  const icon = addIcon(button);
  let dock: Dock | undefined;
  /** Names the attempt under way, so that one given up does nothing when it comes late. */
  let attempt: object | undefined;
  let tries = 0;
  let deadline: number | undefined;
  let wasOpen = false;

  const drop = () => {
    clearTimeout(deadline);
    dock?.remove();
    attempt = dock = undefined;
  };
  const fail = () => {
    change({ failed: true, ready: false, open: false });
    drop();
    emit('error', { code: 'E_PANEL' });
  };
  const wait = (ready?: boolean) => {
    clearTimeout(deadline);
    if (!ready) deadline = setTimeout(fail, patienceMs);
  };
  const load = async () => {
    if (attempt) return;
    const mine = (attempt = {});
    wait();
    change({ failed: false });
    try {
      // A browser may remember that an address failed; another query is another address.
      await import(/* @vite-ignore */ script.origin + dockPath + (tries++ ? '?' + tries : ''));
      if (mine === attempt) dock = window.Tracewell?.dock?.(core, shell, button, wait, { add, addIcon, dress });
      sync();
    } catch {
      if (mine === attempt) fail();
    }
  };

  const sync = () => {
    const { state } = core;
    const { open, failed, position, color } = state;
    const { fill, on } = accent(color);
    const language = languageOf(state);
    const { box } = shell;
    box.dir = /^(ar|fa|he|ur)$/.test(language) ? 'rtl' : 'ltr';
    box.className = `box ${(position === 'start') === (box.dir === 'ltr') ? 'left' : ''} ${open ? 'open' : ''} ${state.ready ? 'ready' : ''}`;
    box.style.setProperty('--fill', fill);
    box.style.setProperty('--on-fill', on);
    button.hidden = state.launcher === 'none';
    button.setAttribute('aria-expanded', `${open}`);
    button.setAttribute('aria-label', (!failed && state.label) || nameIn(language, failed));
    icon.setAttribute('d', open ? DOWN : failed ? AGAIN : MARK);
    if (open) void load();
    dock?.sync();
    if (open !== wasOpen) {
      wasOpen = open;
      emit(open ? 'open' : 'close');
    }
  };

  button.onclick = () => change({ open: !core.state.open });
  button.onpointerenter = button.onfocus = () => core.state.failed || void load();
  sync();
  try {
    if (localStorage.getItem('tracewell:' + core.state.store)) void load();
  } catch {
    // Blocked storage only means that we wait for the shopper.
  }

  return {
    sync,
    remove() {
      drop();
      shell.remove();
    },
  };
}
