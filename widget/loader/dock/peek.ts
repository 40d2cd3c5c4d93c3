import type { FromPanel } from '../../../protocol/frame.ts';
import type { Tools } from '../core.ts';

export type News = NonNullable<Extract<FromPanel, { tw: 'unread' }>['news']>;

const CROSS = 'M7 7l10 10M17 7L7 17';

export interface Peek {
  draw(news: News | undefined, hideLabel: string): void;
  remove(): void;
}

/** One line beside the closed launcher, so that nobody has to open it to be calm. Squares are the bot, circles people. */
export function createPeek(box: HTMLElement, { add, addIcon }: Tools, open: () => void, hide: () => void): Peek {
  // Stands empty from the start: a live region is read out only when something is put into it.
  const status = add(box, 'div');
  status.setAttribute('role', 'status');
  let shown: News | undefined;

  const draw: Peek['draw'] = (news, hideLabel) => {
    if (news === shown) return;
    shown = news;
    status.textContent = '';
    if (!news) return;

    const peek = add(status, 'div', 'peek');
    const line = add(peek, 'button', 'line');
    const face = add(line, 'i', news.initials ? '' : 'bot');
    face.setAttribute('aria-hidden', 'true');
    if (news.initials) face.textContent = news.initials;
    else addIcon(face);
    const words = add(line, 'span');
    add(words, 'b').textContent = news.from;
    const said = add(words, 'span', 'said');
    said.dir = 'auto';
    said.textContent = news.text;
    line.onclick = open;

    const cross = add(peek, 'button', 'cross');
    addIcon(cross, CROSS);
    cross.setAttribute('aria-label', hideLabel);
    cross.onclick = hide;
  };
  return { draw, remove: () => status.remove() };
}
