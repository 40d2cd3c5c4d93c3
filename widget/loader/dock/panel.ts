import type { FromPanel, ToPanel } from '../../../protocol/frame.ts';

export interface Panel {
  frame: HTMLIFrameElement;
  /** Before the first `boot` there is nothing to add: it tells all. */
  post(message: ToPanel): void;
  /** The message, if it is the panel's own. */
  read(event: MessageEvent): FromPanel | undefined;
  remove(): void;
}

const repeatMs = 500;

/**
 * The frame and the first words with it. `boot` is asked afresh whenever the frame has loaded, so a panel that was
 * reloaded or moved just resumes; it is repeated until the panel answers `ready`.
 */
export function createPanel(card: HTMLElement, origin: string, path: string, boot: () => Promise<() => ToPanel>): Panel {
  const frame = document.createElement('iframe');
  let repeat: number | undefined;
  let greeted = false;

  const send = (message: ToPanel) => frame.contentWindow?.postMessage(message, origin);
  frame.allow = 'camera; clipboard-write';
  frame.src = origin + path;
  frame.onload = async () => {
    greeted = false;
    clearInterval(repeat);
    const message = await boot();
    clearInterval(repeat);
    if (!frame.isConnected) return;
    const greet = () => send(message());
    greeted = true;
    greet();
    repeat = setInterval(greet, repeatMs);
  };
  card.append(frame);

  return {
    frame,
    post(message) {
      if (greeted) send(message);
    },
    read({ source, origin: from, data }) {
      if (!data || !source || source !== frame.contentWindow || from !== origin) return;
      const message = data as FromPanel;
      if (message.tw === 'ready') clearInterval(repeat);
      return message;
    },
    remove() {
      clearInterval(repeat);
      card.remove();
    },
  };
}
