/** The time as the screen shows it. Whoever reads it is drawn again as it goes on, so countdowns count. */
import { signal } from '@preact/signals';

const TICK_MS = 10_000;
const current = signal(Date.now());

export const now: { readonly value: number } = current;

/** Called once. A tab that was asleep is right again as soon as it is looked at. */
export function keepTime(clock: () => number = Date.now): void {
  const tick = () => {
    current.value = clock();
  };
  tick();
  setInterval(tick, TICK_MS);
  document.addEventListener('visibilitychange', tick);
}
