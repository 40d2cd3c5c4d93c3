/** Without a pointer: from the list to a reply that was sent and a talk that is closed; and the sheet that tells how. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { findParcel } from '../roads.ts';
import { KEYS } from '../../../console/desk/dialogs/keys.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk, PATIENT } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

const hasFocus = (target: Locator) =>
  expect.poll(() => target.evaluate((element) => element === document.activeElement), PATIENT).toBe(true);

async function press({ page }: Agent, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

it('takes, answers, notes, promises and closes by keys alone', async () => {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  const mei = await desk.agent('Mei Tan');
  const { label } = mei.texts;
  await mei.listed('Claire').waitFor();

  await press(mei, 'j');
  await hasFocus(mei.listed('Claire'));
  await press(mei, 'Enter');
  await mei.takeButton.waitFor();
  await press(mei, 't');
  await hasFocus(mei.reply);
  await mei.page.keyboard.type('Hello Claire, I am Mei.');
  await press(mei, 'Enter');
  await claire.log.getByText('Hello Claire, I am Mei.', { exact: true }).waitFor();

  await press(mei, 'Escape', 'n');
  await hasFocus(mei.talk.getByRole('textbox', { name: label('console:composer.noteField') }));
  await mei.page.keyboard.type('knows about the fee');
  await press(mei, 'Control+Enter');
  await mei.thread.getByText('knows about the fee').waitFor();

  await press(mei, 'Escape', 'p');
  await hasFocus(mei.dialog.getByLabel(label('console:dialogs.promise.text')));
  await mei.page.keyboard.type('You hear from me tomorrow.');
  await press(mei, 'Tab', 'ArrowDown', 'Enter');
  await mei.dialog.waitFor({ state: 'hidden' });
  await claire.hears('line:promised');

  await press(mei, 'c');
  await mei.dialog.getByRole('heading', { name: label('console:dialogs.close.title') }).waitFor();
  await hasFocus(mei.dialog.getByRole('radio').first());
  await press(mei, 'Space', 'Enter');
  await mei.dialog.waitFor({ state: 'hidden' });
  await mei.locked('composer.closed');
  await claire.hears('line:closedTalk');
  await press(mei, 't');
  await mei.talk.getByRole('tab', { name: label('console:composer.reply'), exact: true }).waitFor();
  await press(mei, 'r');
  await hasFocus(mei.reply);
});

it('gives back on the map, by keys', async () => {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  const mei = await desk.agent('Mei Tan');
  await mei.goTo((await claire.row()).id);
  await mei.takeButton.waitFor();
  await press(mei, 't');
  await hasFocus(mei.reply);
  await press(mei, 'Escape', 'm');
  await hasFocus(mei.dialog.getByRole('button', { name: new RegExp(`^${mei.texts.label('line:map.node.duties')}`) }));
  await press(mei, 'Enter');
  await hasFocus(mei.dialog.getByRole('button', { name: mei.texts.label('console:map.giveBackHere') }));
  await press(mei, 'Enter');
  await claire.hears('bot:backAt.customs');
  await mei.takeButton.waitFor();
});

it('the sheet tells every key there is', async () => {
  const mei = await desk.agent('Mei Tan');
  await press(mei, '?');
  await mei.dialog.getByRole('heading', { name: mei.texts.label('console:keys.title') }).waitFor();
  for (const { action } of KEYS)
    await mei.dialog
      .getByText(mei.texts.label(`console:keys.actions.${action}`), { exact: true })
      .first()
      .waitFor();
  await press(mei, 'Escape');
  await mei.dialog.waitFor({ state: 'hidden' });
});
