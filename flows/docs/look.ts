/** The light look of `widget/look/tokens.css`, written out: a picture stands alone. */
export const LOOK = {
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif",
  canvas: '#f5f3ef',
  surface: '#ffffff',
  sunken: '#edeae4',
  edge: '#8a8377',
  ink: '#23201b',
  ink2: '#5a544a',
  accent: '#20558f',
  good: '#1c6844',
  goodSoft: '#e3f1e9',
  wait: '#7a4f00',
  waitSoft: '#faefd8',
  waitSolid: '#a96f0c',
} as const;
