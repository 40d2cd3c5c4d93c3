import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChatState } from '../../../widget/app/state.ts';
import { systemClock } from '../../../widget/app/clock.ts';
import { socketWire } from '../../../widget/app/wire.ts';
import { startApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';
import { testClock } from './clock.ts';
import { TestBrowser } from './panel.ts';
import type { TestPanel } from './panel.ts';
import { TestServer } from './server.ts';

let app: TestApp;
let browser: TestBrowser;
const panels: TestPanel[] = [];

beforeEach(async () => {
  app = await startApp();
  // A browser adds the panel's origin by itself.
  const { WebSocket: Plain } = globalThis;
  vi.stubGlobal(
    'WebSocket',
    class extends Plain {
      constructor(url: string) {
        super(url, { headers: { origin: app.url } } as never);
      }
    },
  );
  browser = new TestBrowser(new TestServer(), testClock(), true, app.shop.key);
  const make = browser.device.bind(browser);
  browser.device = (panel) => ({ ...make(panel), openWire: (on) => panel.track(socketWire(app.url, systemClock)(on)) });
});

afterEach(async () => {
  for (const panel of panels.splice(0)) panel.close();
  vi.unstubAllGlobals();
  await app.close();
});

async function open(): Promise<TestPanel> {
  const panel = await browser.open();
  panels.push(panel);
  await until(panel, (state) => state.phase !== 'loading');
  return panel;
}

function until(panel: TestPanel, holds: (state: ChatState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds(panel.state)) return;
      stop();
      resolve();
    };
    const stop = panel.chat.subscribe(look);
    look();
  });
}

it('talks with the bot, changes the language, and goes on in another tab', async () => {
  const panel = await open();
  expect(panel.state).toMatchObject({ phase: 'ready', link: 'online', locale: 'en', store: { name: 'Northfold' } });
  const before = panel.state.messages.length;
  panel.do.say('My parcel never came');
  await until(panel, ({ messages, outbox }) => messages.length > before + 1 && !outbox.length);
  const mine = panel.state.messages[before];
  expect(mine).toMatchObject({ from: 'shopper', body: { kind: 'text', text: 'My parcel never came' } });
  expect(panel.state.messages.map((m) => m.seq)).toEqual(panel.state.messages.map((_, i) => i + 1));

  panel.do.setLocale('es');
  await until(panel, (state) => state.conversation?.locale === 'es');
  expect(panel.texts()[before]).toBe('My parcel never came');

  const other = await open();
  expect(other.state.locale).toBe('es');
  await until(panel, () => panel.texts().join() === other.texts().join());
  expect(other.state.conversation?.id).toBe(panel.state.conversation?.id);
});

it('gives an answer to the question that the bot asks, once', async () => {
  const panel = await open();
  const prompt = panel.state.conversation?.prompt;
  const choice = prompt?.choices[0];
  if (!choice) throw new Error('nothing to choose');
  const before = panel.state.messages.length;
  panel.do.choose(choice.id, choice.label);
  panel.do.choose(choice.id, choice.label);
  await until(panel, ({ conversation, outbox }) => conversation?.prompt?.id !== prompt.id && !outbox.length);
  expect(panel.state.messages.slice(before).filter((m) => m.from === 'shopper')).toHaveLength(1);
});
