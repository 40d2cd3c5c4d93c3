/** Light, dark, or as the device has it. `before-paint.ts` names the theme before the first paint; this keeps it true. */
import { signal } from '@preact/signals';
import { notes } from './notes.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const chosen = signal<Theme>(THEMES.find((one) => one === notes.get('theme')) ?? 'system');

export const theme: { readonly value: Theme } = chosen;

export function chooseTheme(next: Theme): void {
  chosen.value = next;
  notes.set('theme', next === 'system' ? '' : next);
  show();
}

/** Called once, before anything is drawn. */
export function keepTheme(): void {
  show();
  matchMedia(DARK).addEventListener('change', show);
}

const DARK = '(prefers-color-scheme: dark)';

function show(): void {
  const dark = chosen.value === 'dark' || (chosen.value === 'system' && matchMedia(DARK).matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
