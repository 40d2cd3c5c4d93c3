/** What the parts of the loader share. Types only, so that each can be read and built by itself. */
import type { Emit } from './bus.ts';
import type { add, addIcon, dress } from './dom.ts';
import type { Script } from './script.ts';
import type { Shell } from './shell.ts';
import type { State } from './state.ts';

export interface Core {
  /** Replaced on each change, never changed in place. */
  state: State;
  script: Script;
  emit: Emit;
  /** Takes the wishes over and brings launcher and panel to them. */
  change(wish: Partial<State>): void;
}

/** What a shopper's intent brings: the panel, and what is told beside the launcher. */
export interface Dock {
  /** Brings the panel to what the state says now. */
  sync(): void;
  remove(): void;
}

/** What the dock would otherwise carry a second time. */
export interface Tools {
  add: typeof add;
  addIcon: typeof addIcon;
  dress: typeof dress;
}

/** `wait` starts the time in which the panel has to answer, or ends it when it is ready. */
export type CreateDock = (core: Core, shell: Shell, button: HTMLButtonElement, wait: (ready?: boolean) => void, tools: Tools) => Dock;

/** `Tracewell(verb, …)`. `on` answers with its unsubscribe, the other verbs with nothing. */
export interface Tracewell {
  (verb: string, first?: unknown, second?: unknown): unknown;
  /** Calls made before the script came; kept by the page's stub. */
  q?: ArrayLike<[verb: string, first?: unknown, second?: unknown]>;
  /** Set on ours, not on the stub. */
  live?: true;
  /** Where the dock leaves itself when it has come. */
  dock?: CreateDock;
}

declare global {
  interface Window {
    Tracewell?: Tracewell;
  }
}
