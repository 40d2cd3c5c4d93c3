/** Somebody at a desk with a browser: what they see of the shop's talks and do with them, by the words that stand on the screen. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { EvidenceItem, Finding, Remedy } from '../../../protocol/case.ts';
import type { InboxFilter } from '../../../protocol/inbox.ts';
import type { AgentRow } from '../../../server/store/port.ts';
import type { TestApp } from '../../support/app.ts';
import type { Texts } from '../texts.ts';

export interface Agent {
  row: AgentRow;
  page: Page;
  context: BrowserContext;
  texts: Texts;
  /** Every row of the list, top to bottom. */
  rows: Locator;
  /** The talk that is open. */
  talk: Locator;
  /** Everything that was said in it, with what happened. */
  thread: Locator;
  /** The case file beside it. */
  side: Locator;
  /** Where one writes to the shopper; there only for the one who has the talk. */
  reply: Locator;
  /** What the line below the screen says, with its way back. */
  toast: Locator;
  /** The dialog that is open. */
  dialog: Locator;
  takeButton: Locator;

  /** By the form. */
  signIn(email: string, password: string): Promise<void>;
  filter(to: InboxFilter): Promise<void>;
  /** The row of somebody. */
  listed(name: string): Locator;
  /** The row of this very talk. */
  rowOf(conversation: string): Locator;
  /** From the list, by the name as it stands there. */
  open(name: string): Promise<void>;
  /** By the number of its case, through the finder. */
  openCase(number: string): Promise<void>;
  /** By its address. */
  goTo(conversation: string): Promise<void>;
  /** Waits until that text stands in the thread; a key as the flows speak it. */
  sees(key: string): Promise<void>;
  /** Waits until the field is locked, and says why. */
  locked(key: string, places?: Record<string, string>): Promise<void>;

  take(): Promise<void>;
  say(text: string): Promise<void>;
  note(text: string): Promise<void>;
  /** At a step of the menu, by its id. */
  giveBack(step: string): Promise<void>;
  /** At a box of the map, by the key of its name. */
  giveBackOnMap(node: string): Promise<void>;
  /** Chooses from "More for this talk". */
  more(key: string): Promise<void>;
  transfer(to: string): Promise<void>;
  release(): Promise<void>;
  close(outcome: 'solved' | 'unsolved'): Promise<void>;
  reopen(): Promise<void>;
  record(finding: Finding): Promise<void>;
  settle(choice: { asked: Remedy | 'either'; done: Remedy; words?: string }): Promise<void>;
  /** `pick`: one of the times that are offered. */
  promise(text: string, pick: 'today' | 'tomorrow' | 'business'): Promise<void>;
  askAgain(item: EvidenceItem, reason: string): Promise<void>;
  /** Puts a letter into the field, by its title. */
  letter(key: string): Promise<void>;
  told(key: string, places?: Record<string, string>): Promise<void>;
  undo(): Promise<void>;
  press(within: Locator, key: string, places?: Record<string, string>): Promise<void>;
  leave(): Promise<void>;
}

export interface Entrance {
  app: TestApp;
  context: BrowserContext;
  row: AgentRow;
  url: string;
  texts: Texts;
  signedIn: boolean;
}

export async function enterConsole({ context, row, url, texts, signedIn }: Entrance): Promise<Agent> {
  const { pattern } = texts;
  const label = (key: string, places?: Record<string, string>) => texts.label(`console:${key}`, places);
  const page = await context.newPage();
  const talk = page.getByRole('region', { name: pattern('console:talk.label') });
  const list = page.getByRole('region', { name: label('inbox.label'), exact: true });
  const dialog = page.getByRole('dialog');
  const rows = list.getByRole('listitem').getByRole('link');
  const reply = talk.getByRole('textbox', { name: pattern('console:composer.replyField') });

  const choose = (within: Locator, text: string) => within.getByRole('radio', { name: new RegExp(`^${escaped(text)}`) }).check();
  const gone = () => dialog.waitFor({ state: 'hidden' });

  async function more(key: string): Promise<void> {
    await press(talk, 'talk.menu');
    await page.getByRole('menuitem', { name: label(key) }).click();
  }

  async function press(within: Locator, key: string, places?: Record<string, string>): Promise<void> {
    await within.getByRole('button', { name: label(key, places), exact: true }).click();
  }

  async function tool(key: string): Promise<void> {
    await talk
      .getByRole('group', { name: label('composer.tools') })
      .getByRole('button', { name: label(key), exact: true })
      .click();
    await dialog.waitFor();
  }

  const agent: Agent = {
    row,
    page,
    context,
    texts,
    rows,
    talk,
    thread: talk.getByRole('log'),
    side: page.getByRole('complementary', { name: label('side.label') }),
    reply,
    toast: page.locator('[popover]'),
    dialog,
    takeButton: talk.getByRole('button', {
      name: new RegExp(`^(${escaped(label('composer.take'))}|${escaped(label('composer.takeWaiting'))})$`),
    }),
    async signIn(email, password) {
      await page.getByLabel(label('signIn.email')).fill(email);
      await page.getByLabel(label('signIn.password'), { exact: true }).fill(password);
      await press(page.locator('body'), 'signIn.signIn');
      await list.waitFor();
    },
    async filter(to) {
      await list.getByRole('tab', { name: new RegExp(`^${escaped(label(`inbox.filter.${to}`))}`) }).click();
    },
    listed: (name) => rows.filter({ hasText: name }),
    rowOf: (conversation) => rows.and(page.locator(`[href$="/${conversation}"]`)),
    async open(name) {
      await agent.listed(name).first().click();
      await talk.getByRole('heading', { name }).waitFor();
    },
    async openCase(number) {
      await page.keyboard.press('/');
      await dialog.getByRole('combobox').fill(number);
      await dialog.getByRole('option').filter({ hasText: number }).click();
      await talk.waitFor();
    },
    async goTo(conversation) {
      await page.goto(`${new URL(url).origin}/console/#/inbox/all/${conversation}`);
      await agent.thread.waitFor();
    },
    sees: (key) => agent.thread.getByText(pattern(key)).last().waitFor(),
    locked: (key, places) =>
      talk
        .getByRole('status')
        .filter({ hasText: label(key, places) })
        .waitFor(),
    async take() {
      await agent.takeButton.click();
      await agent.told('composer.taken');
      await reply.waitFor();
    },
    async say(text) {
      await reply.fill(text);
      await press(talk, 'composer.send');
    },
    async note(text) {
      const field = talk.getByRole('textbox', { name: label('composer.noteField') });
      if (await reply.isVisible()) await talk.getByRole('tab', { name: label('composer.note'), exact: true }).click();
      else await talk.getByRole('button', { name: label('composer.noteLine') }).click();
      await field.fill(text);
      await press(talk, 'composer.noteSend');
    },
    async giveBack(step) {
      await talk.getByRole('button', { name: new RegExp(`^${escaped(label('composer.giveBackAt'))} `) }).click();
      const name = texts.label(`line:step.${step}`);
      // The step where the bot was is ticked.
      await page
        .getByRole('menuitem', { name, exact: true })
        .or(page.getByRole('menuitemradio', { name, exact: true }))
        .click();
    },
    async giveBackOnMap(node) {
      await more('composer.map');
      const steps = dialog.getByRole('list', { name: label('map.steps') });
      await steps.getByRole('button', { name: new RegExp(`^${escaped(texts.label(node))}`) }).click();
      await press(steps, 'map.giveBackHere');
      await gone();
    },
    more,
    async transfer(to) {
      await more('composer.transfer');
      await choose(dialog, to);
      await press(dialog, 'dialogs.transfer.yes');
      await gone();
    },
    release: () => more('composer.release'),
    async close(outcome) {
      await more('composer.close');
      await choose(dialog, label(`dialogs.close.${outcome}`));
      await press(dialog, 'dialogs.close.yes');
      await gone();
    },
    reopen: () => press(talk, 'composer.reopen'),
    async record(finding) {
      await more('composer.record');
      await choose(dialog, label(`findings.${finding}.name`));
      await press(dialog, 'dialogs.finding.yes');
      await gone();
    },
    async settle({ asked, done, words }) {
      await tool('composer.offer');
      await choose(dialog, label(`remedies.asked.${asked}`));
      if (words !== undefined) await dialog.getByRole('textbox', { name: pattern('console:dialogs.remedy.words') }).fill(words);
      await choose(dialog, label(`remedies.done.${done}`));
      await press(dialog, 'dialogs.remedy.yes');
      await gone();
    },
    async promise(text, pick) {
      await tool('composer.promise');
      await dialog.getByLabel(label('dialogs.promise.text')).fill(text);
      await choose(dialog, label(`dialogs.promise.picks.${pick}`, { time: '' }));
      await press(dialog, 'dialogs.promise.yes');
      await gone();
    },
    async askAgain(item, reason) {
      await more('composer.askAgain');
      const piece = texts.label(`desk:evidence.${item}`);
      await choose(dialog, piece);
      await dialog.getByLabel(label('dialogs.askAgain.reason')).fill(reason);
      await press(dialog, 'dialogs.askAgain.yes');
      await gone();
    },
    async letter(key) {
      await tool('composer.letter');
      await dialog.getByRole('option', { name: texts.label(key), exact: true }).click();
      await press(dialog, 'dialogs.letters.insert');
      await gone();
    },
    told: (key, places) => agent.toast.getByText(label(key, places)).waitFor(),
    undo: () => press(agent.toast, 'shell.undo'),
    press,
    leave: () => context.close(),
  };
  await page.goto(url);
  if (signedIn) await page.getByRole('main').getByRole('region').first().waitFor();
  return agent;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
