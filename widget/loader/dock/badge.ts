/** The number of unread messages, on the launcher. The launcher's name says it in words. */
export function createBadge(badge: HTMLElement): { draw(count: number): void; remove(): void } {
  return {
    draw(count) {
      badge.hidden = !count;
      badge.textContent = count > 99 ? '99+' : `${count}`;
    },
    remove: () => badge.remove(),
  };
}
