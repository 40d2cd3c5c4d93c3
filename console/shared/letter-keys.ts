/** Whether single letters do things on this device. Who dictates, or uses a switch, may turn them off. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { notes } from './notes.ts';

const on = signal(notes.get('letterKeys') !== 'off');

export const letterKeys: ReadonlySignal<boolean> = on;

export function chooseLetterKeys(wanted: boolean): void {
  on.value = wanted;
  notes.set('letterKeys', wanted ? '' : 'off');
}
