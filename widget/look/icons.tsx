import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Icon as Named } from '../../protocol/icons.ts';

/** What a screen draws for itself, beside what a text may name. */
export type IconName =
  Named | 'down' | 'right' | 'send' | 'seen' | 'guard' | 'retry' | 'off' | 'copy' | 'dots' | 'close' | 'plus' | 'minus' | 'phone';

type Drawings = { [name in IconName]?: string };
/** Those whose drawings come later. */
export type LaterIcon = Exclude<IconName, keyof typeof PATHS>;

/** `more-icons.ts`, once it is here. */
export const MoreIcons = createContext<Drawings>({});

/** One line drawing, 20 by 20, in the colour of the words beside it; it says nothing a reader couldn't also read. */
export function Icon({ name }: { name: IconName }) {
  const more = useContext(MoreIcons);
  return (
    <svg class={`i i-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={(PATHS as Drawings)[name] ?? more[name]} />
    </svg>
  );
}

const DISC = 'M3 10a7 7 0 1 0 14 0a7 7 0 1 0-14 0';

// What opening the chat shows. A single path each: a circle is two arcs, which is shorter than a second element.
const PATHS = {
  door: 'M5.5 16.5v-12a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1v12M3.5 16.5h13M12 10v.6',
  truck:
    'M4.4 14.5H2.5v-9h9v9M12.9 14.5H7.6M11.5 8.5h3l3 2.5v3.5h-1.4M4.4 14.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0M12.9 14.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0',
  gate: 'M4.5 16.5v-10M2.8 16.5h3.4M4.5 7H17v3H4.5M9 7l-1.5 3M13.5 7L12 10',
  gap: 'M3.5 7.5v6L10 17l6.5-3.5v-6L10 11zM10 11v6M8 5.7L10 4.6l2 1.1-2 1.1zM3.5 7.5L5.2 6.6M16.5 7.5L14.8 6.6',
  turn: 'M4 8.5h8.5a3.5 3.5 0 0 1 0 7H8M7 5.5l-3 3 3 3',
  ask: `${DISC}M8 8.2a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.3M10 13.6v.1`,
  box: 'M3.5 6.5L10 3l6.5 3.5v7L10 17l-6.5-3.5zL10 10l6.5-3.5M10 10v7',
  clock: `${DISC}M10 6v4.2l2.8 1.8`,
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  alert: `${DISC}M10 6.5v4M10 13.2v.1`,
  person: 'M7 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4.5 16.5c.7-3 2.9-4.5 5.5-4.5s4.8 1.5 5.5 4.5',
  camera:
    'M4.5 6h2L8 4h4l1.5 2h2A1.5 1.5 0 0 1 17 7.500v7a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 14.500v-7A1.5 1.5 0 0 1 4.5 6M7.2 10.8a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0',
  globe: `${DISC}h14M10 3c4.3 4 4.3 10 0 14M10 3c-4.3 4-4.3 10 0 14`,
  down: 'M5 8l5 5 5-5',
  right: 'M8 5l5 5-5 5',
  send: 'M10 16V4.5M5 9.2l5-5 5 5',
  seen: 'M2 10.5l3.2 3.2L12 6.5M9.5 13.4l.4.3 7.1-7.2',
  off: 'M6 15h8.5a3 3 0 0 0 .6-5.9A5 5 0 0 0 8.6 6M6.2 8A3.6 3.6 0 0 0 6 15M3.5 3.5l13 13',
  dots: 'M4.7 10a.3.3 0 1 0 .6 0a.3.3 0 1 0-.6 0M9.7 10a.3.3 0 1 0 .6 0a.3.3 0 1 0-.6 0M14.7 10a.3.3 0 1 0 .6 0a.3.3 0 1 0-.6 0',
};
