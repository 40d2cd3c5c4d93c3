import { Icon as Drawn, type IconName as WidgetIcon } from '../../widget/look/icons.tsx';
import { MORE_PATHS } from '../../widget/look/more-icons.ts';

export type IconName = WidgetIcon | keyof typeof PATHS;

/** The widget's drawings and the console's own: 20 by 20, one line, in the colour of the words beside it. */
export function Icon({ name }: { name: IconName }) {
  const path = OURS[name];
  if (path === undefined) return <Drawn name={name as WidgetIcon} />;
  return (
    <svg class={`i i-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const PATHS = {
  inbox: 'M3 11.5L5 4.5h10l2 7v4H3zM3 11.5h4l1 2h4l1-2h4',
  people:
    'M5 7.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M2.5 16c.5-3 2.5-4.5 5-4.5s4.5 1.5 5 4.5M12.5 5.2a2.5 2.5 0 0 1 0 4.6M14.5 11.9c1.6.6 2.7 2 3 4.1',
  store:
    'M3.5 8L4.7 3.5h10.6L16.5 8M3.5 8a2.17 2.17 0 0 0 4.33 0a2.17 2.17 0 0 0 4.34 0a2.17 2.17 0 0 0 4.33 0M4.5 10.5v6h11v-6M8.5 16.5v-3.5h3v3.5',
  search: 'M3.5 9a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M13 13l4 4',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v1.5',
  note: 'M4 3.5h12v8.5l-4.5 4.5H4zM11.5 16.5V12H16M7 7h6M7 10h3.5',
  eye: 'M2.5 10c2-3.3 4.5-5 7.5-5s5.5 1.7 7.5 5c-2 3.3-4.5 5-7.5 5s-5.5-1.7-7.5-5M7.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0',
  eyeOff:
    'M8 5.3A7.3 7.3 0 0 1 10 5c3 0 5.5 1.7 7.5 5a14 14 0 0 1-2 2.5M12.5 14.6a7.3 7.3 0 0 1-2.5.4c-3 0-5.5-1.7-7.5-5a13 13 0 0 1 2.8-3.2M8.3 8.5a2.3 2.3 0 0 0 3.2 3.2M3.5 3.5l13 13',
  back: 'M16 10H4.5M9 5l-5 5 5 5',
  left: 'M12 5l-5 5 5 5',
  scale: 'M3.5 16.5l1.5-8h10l1.5 8zM7 8.5a3 3 0 0 1 6 0M10 13l1.5-2',
  clip: 'M14.5 9.5l-5 5a3 3 0 0 1-4.2-4.2l6-6a2 2 0 0 1 2.8 2.8l-5.8 5.8a1 1 0 0 1-1.4-1.4l5-5',
  enter: 'M16 5v4.5a2 2 0 0 1-2 2H4.5M8 8l-3.5 3.5L8 15',
  out: 'M8 3.5H4.5v13H8M8 10h9M13.5 6.5L17 10l-3.5 3.5',
  key: 'M3.5 12.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M9.5 10L16 3.5M13 6.5l2.5 2.5',
  moon: 'M15.5 12.2A6.5 6.5 0 0 1 7.8 4.5a6.5 6.5 0 1 0 7.7 7.7',
  sound: 'M3.5 8v4H6l4 3.5v-11L6 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5.5a6.3 6.3 0 0 1 0 9',
  gear: 'M7.5 10a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M10 2.8v2M10 15.2v2M2.8 10h2M15.2 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4',
  edit: 'M4 16l.7-3.3L13.5 4l2.5 2.5-8.7 8.8zM11.5 6l2.5 2.5',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5M11.5 8.5v5',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1.2-1.2',
  undo: 'M4 8.5h8.5a3.5 3.5 0 0 1 0 7H8M7 5.5l-3 3 3 3',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5v.1M8.5 8.5v.1M11.5 8.5v.1M14.5 8.5v.1M6.5 11.5h7',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  map: 'M5 3.5h4v3.5H5zM11 9h4.5v3.5H11zM5 13h4v3.5H5zM7 7v6M7 10.7h4',
  photo: 'M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2-2 4.5 4M12.5 7.5v.1',
  palette:
    'M10 3a7 7 0 1 0 0 14c1.3 0 1.7-.8 1.3-1.7-.6-1.3.2-2.3 1.5-2.3H15c1.3 0 2-.9 2-2.5C17 6.5 14 3 10 3M6.5 10v.1M8 6.5v.1M12 6.5v.1',
};

const OURS: { [name in IconName]?: string } = { ...MORE_PATHS, ...PATHS };
