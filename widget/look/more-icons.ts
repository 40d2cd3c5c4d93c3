import type { LaterIcon } from './icons.tsx';

const SHIELD = 'M10 2.8l6 2.2v4.6c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V5z';

/** Drawn as those of `icons.tsx`, but seen only later in a talk. */
export const MORE_PATHS: Record<LaterIcon, string> = {
  mail: 'M3 5h14v10.5H3zM3.5 6l6.5 5 6.5-5',
  doc: 'M5.5 3h6L15 6.5V17H5.5zM11.5 3v3.5H15M8 10.5h4.5M8 13.5h4.5',
  sun: 'M7 10a3 3 0 1 0 6 0a3 3 0 1 0-6 0M10 3v1.5M10 15.5V17M3 10h1.5M15.5 10H17M5 5l1 1M14 14l1 1M15 5l-1 1M6 14l-1 1',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1 1.5h-11zM8.5 17h3',
  pin: 'M10 17.5c3.4-3.6 5-6.2 5-8.6a5 5 0 0 0-10 0c0 2.4 1.6 5 5 8.6zM8.3 8.8a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0',
  house: 'M3.5 9.5L10 4l6.5 5.500M5.5 8v8.5h9V8M8.5 16.5v-4h3v4',
  shield: SHIELD,
  guard: `${SHIELD}M7.3 9.9l2 2 3.5-3.8`,
  copy: 'M9 7h5.5a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM13 7V5.5A1.5 1.5 0 0 0 11.5 4h-6A1.5 1.5 0 0 0 4 5.5v6A1.5 1.5 0 0 0 5.5 13H7',
  close: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  plus: 'M10 5v10M5 10h10',
  minus: 'M5 10h10',
  phone: 'M7.5 2.5h5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9.2 15.2h1.6',
  retry: 'M15.8 8.2A6 6 0 1 0 16 11.5M16 4.2v4h-4',
};
