/**
 * Every key of the desk, once: the keyboard acts by this table and the sheet shows it. Keys are named as `KeyboardEvent.key` names them,
 * letters small; `Mod` is Control, on a Mac Command. `map` and `photo` are heard by the map and the photo themselves.
 */
export const KEY_GROUPS = ['list', 'talk', 'act', 'write', 'map', 'photo', 'everywhere'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

export const KEYS = [
  { keys: ['j'], action: 'next', group: 'list' },
  { keys: ['k'], action: 'previous', group: 'list' },
  { keys: ['Enter'], action: 'open', group: 'list' },
  { keys: ['1', '2', '3', '4', '5'], action: 'filter', group: 'list' },
  { keys: ['/'], action: 'find', group: 'list' },

  { keys: ['t'], action: 'take', group: 'talk' },
  { keys: ['b'], action: 'giveBack', group: 'talk' },
  { keys: ['m'], action: 'map', group: 'talk' },
  { keys: ['h'], action: 'transfer', group: 'talk' },
  { keys: ['q'], action: 'release', group: 'talk' },
  { keys: ['c'], action: 'close', group: 'talk' },

  { keys: ['p'], action: 'promise', group: 'act' },
  { keys: ['a'], action: 'askAgain', group: 'act' },
  { keys: ['f'], action: 'finding', group: 'act' },
  { keys: ['o'], action: 'remedy', group: 'act' },
  { keys: ['v'], action: 'photos', group: 'act' },

  { keys: ['r'], action: 'reply', group: 'write' },
  { keys: ['n'], action: 'note', group: 'write' },
  { keys: ['l'], action: 'letters', group: 'write' },
  { keys: ['Mod+Enter'], action: 'send', group: 'write' },

  { keys: ['ArrowUp', 'ArrowDown'], action: 'step', group: 'map' },
  { keys: ['Enter'], action: 'choose', group: 'map' },

  { keys: ['ArrowLeft', 'ArrowRight'], action: 'photo', group: 'photo' },
  { keys: ['+', '-'], action: 'zoom', group: 'photo' },
  { keys: ['r'], action: 'turn', group: 'photo' },

  { keys: ['?'], action: 'shortcuts', group: 'everywhere' },
  { keys: ['Escape'], action: 'back', group: 'everywhere' },
] as const satisfies readonly { keys: readonly string[]; action: string; group: KeyGroup }[];

export type Key = (typeof KEYS)[number];
export type KeyAction = Key['action'];
