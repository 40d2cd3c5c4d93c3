import type { ComponentChildren } from 'preact';

/** What a `*.entries.tsx` here exports as `entries`: the states of a part, by name. Each is drawn alone, as wide and high as the window. */
export type Entries = Record<string, () => ComponentChildren>;
