import { add } from '../dom.ts';

/** The number of unread messages, on the launcher. The launcher's name says it in words. */
export function createBadge(button: HTMLElement): { draw(count: number): void; remove(): void } {
  const badge = add(button, 'span');
  return {
    draw(count) {
      badge.hidden = !count;
      badge.textContent = count > 99 ? '99+' : `${count}`;
    },
    remove: () => badge.remove(),
  };
}
