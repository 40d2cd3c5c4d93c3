/** A person with a browser: what they see of the chat and do in it, in their own words. */
import type { BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Message } from '../../protocol/message.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import type { ConversationRow } from '../../server/store/port.ts';
import type { TestApp } from '../support/app.ts';
import type { Texts } from './texts.ts';

export interface PhotoFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface Shopper {
  page: Page;
  context: BrowserContext;
  texts: Texts;
  launcher: Locator;
  panel: FrameLocator;
  /** Everything that was said. */
  log: Locator;
  /** What is asked right now. */
  question: Locator;
  parcelCard: Locator;
  caseCard: Locator;
  composer: Locator;
  /** Opens the chat by its launcher and waits for the talk. */
  open(): Promise<void>;
  /** Closes it by the button in its bar. */
  shut(): Promise<void>;
  /** Writes into the composer and sends it. */
  say(text: string): Promise<void>;
  /** Presses the answer `choice:…` below the question. */
  tap(choice: string): Promise<void>;
  /** Waits until the bot has said that text. */
  hears(key: string): Promise<void>;
  /** Fills the form that asks which order it is. */
  find(order: string, contact: string): Promise<void>;
  /** Puts a file into a slot of the evidence asked for; `slot` as in `prompt:evidence.slot.…`. Waits until it is kept. */
  photo(slot: string, file: PhotoFile): Promise<void>;
  /** The input of a slot that has no photo yet. */
  slot(slot: string): Locator;
  /** A slot that has one, with whatever is noticed about it; `done`, `busy` or `failed`. */
  filled(slot: string, how?: 'done' | 'busy' | 'saved' | 'failed'): Locator;
  /** Presses a button of the panel's own by its key in `widget:…`. */
  press(key: string): Promise<void>;
  caseNumber(): Promise<string>;
  frame(): Frame;
  /** As the server keeps it. */
  row(): Promise<ConversationRow>;
  stored(): Promise<Message[]>;
  /** Another tab of the same browser, at the same page. */
  anotherTab(): Promise<Shopper>;
  leave(): Promise<void>;
}

export interface Entrance {
  app: TestApp;
  context: BrowserContext;
  url: string;
  texts: Texts;
}

export async function enterShop(entrance: Entrance): Promise<Shopper> {
  const { app, context, url, texts } = entrance;
  const { label, pattern } = texts;
  const page = await context.newPage();
  await page.goto(url);

  const launcher = page.locator('.launcher');
  const panel = page.frameLocator('iframe');
  const log = panel.getByRole('log');
  const question = panel.getByRole('region', { name: label('widget:ui.answers') });
  const cards = log.getByRole('article');
  const composer = panel.getByRole('textbox', { name: label('widget:ui.message'), exact: true });
  const slotLabel = (slot: string) => label(`prompt:evidence.slot.${slot}`);

  const frame = () => {
    const found = page.frames().find((one) => one.url().startsWith(`${app.url}/panel`));
    if (!found) throw new Error('the panel is not there');
    return found;
  };
  const row = async () => {
    const token = await frame().evaluate((key) => localStorage.getItem(key), `tracewell:${app.shop.key}:token`);
    const found = token === null ? null : await app.store.conversationByToken(app.shop.id, hashToken(token), app.clock.now());
    if (!found) throw new Error('the server knows no conversation of this device');
    return found;
  };

  const shopper: Shopper = {
    page,
    context,
    texts,
    launcher,
    panel,
    log,
    question,
    composer,
    parcelCard: cards.filter({ has: page.getByRole('img') }).last(),
    caseCard: cards
      .filter({ hasText: label('card:case.label') })
      .filter({ has: page.locator('.stepper') })
      .last(),
    async open() {
      await launcher.click();
      await composer.waitFor();
    },
    async shut() {
      await panel.getByRole('button', { name: label('widget:ui.close'), exact: true }).click();
      await panel.getByRole('log').waitFor({ state: 'hidden' });
    },
    async say(text) {
      await composer.fill(text);
      await panel.getByRole('button', { name: label('widget:ui.send'), exact: true }).click();
      await log.getByText(text, { exact: true }).last().waitFor();
    },
    async tap(choice) {
      await question.getByRole('button', { name: new RegExp(`^${escaped(label(`choice:${choice}`))}`) }).click();
    },
    hears: (key) => log.getByText(pattern(key)).last().waitFor(),
    async find(order, contact) {
      await question.getByLabel(label('prompt:find.order')).fill(order);
      await question.getByLabel(label('prompt:find.contact')).fill(contact);
      await question.getByRole('button', { name: label('prompt:find.submit'), exact: true }).click();
    },
    slot: (slot) => question.locator(`input[type=file][aria-label^="${slotLabel(slot)}"]`),
    filled: (slot, how = 'done') =>
      question.getByRole('button', {
        name: new RegExp(`^${shapeOf(label(`widget:ui.slot.${how}`, { label: slotLabel(slot), percent: '%' }))}(\\. .*)?$`),
      }),
    async photo(slot, file) {
      await shopper.slot(slot).setInputFiles(file);
      await shopper.filled(slot).waitFor();
    },
    press: (key) => panel.getByRole('button', { name: label(`widget:${key}`), exact: true }).click(),
    caseNumber: async () => (await shopper.caseCard.locator('.number').innerText()).replace(ISOLATES, '').trim(),
    frame,
    row,
    async stored() {
      const { storeId, id } = await row();
      return app.store.messages(storeId, id, 0, 1000);
    },
    anotherTab: () => enterShop(entrance),
    leave: () => context.close(),
  };
  return shopper;
}

/** Signs that keep a code in one piece in a text that runs the other way; nobody sees them. */
const ISOLATES = /[\u2066-\u2069]/g;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const shapeOf = (text: string) => escaped(text).replace('%', '.*');
