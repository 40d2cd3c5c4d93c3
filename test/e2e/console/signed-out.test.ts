/** Whoever is disabled is out at once, with the desk still before them: what was being written is there after signing in again. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findParcel } from '../roads.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

const PASSWORD = 'correct horse battery';
/** Looked at each second; this machine may be slow to show it. */
const SOON_MS = 5_000;

it('signs in by the form, is disabled by the owner in the middle of a word, and goes on after it', async () => {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  const mei = await desk.agent('Mei Tan', { password: PASSWORD, signedIn: false });
  const { label } = mei.texts;
  await mei.page.getByLabel(label('console:signIn.email')).fill(mei.row.email);
  await mei.page.getByLabel(label('console:signIn.password'), { exact: true }).fill('wrong horse battery');
  await mei.press(mei.page.locator('body'), 'signIn.signIn');
  await mei.page.getByText(label('console:signIn.wrong')).waitFor();
  await mei.signIn(mei.row.email, PASSWORD);
  await mei.open('Claire');
  await mei.take();
  await mei.say('One moment');
  await mei.reply.fill('I was just writing that');

  const ida = await desk.agent('Ida Lund', { role: 'owner', at: '#/team' });
  const person = () => ida.page.getByRole('button', { name: label('console:team.more', { name: 'Mei Tan' }) });
  await person().click();
  await ida.page.getByRole('menuitem', { name: label('console:team.disable') }).click();
  await ida.press(ida.dialog, 'team.disable');
  await mei.dialog.getByRole('heading', { name: label('console:signIn.over') }).waitFor({ timeout: SOON_MS });
  await claire.panel.getByText(label('widget:ui.away', { store: 'Northfold' })).waitFor();
  await mei.dialog.getByLabel(label('console:signIn.password'), { exact: true }).fill(PASSWORD);
  await mei.press(mei.dialog, 'signIn.signIn');
  await mei.dialog.getByText(label('console:signIn.wrong')).waitFor();

  await person().click();
  await ida.page.getByRole('menuitem', { name: label('console:team.enable') }).click();
  await ida.press(ida.dialog, 'team.enable');
  await ida.dialog.waitFor({ state: 'hidden' });
  await mei.dialog.getByLabel(label('console:signIn.password'), { exact: true }).fill(PASSWORD);
  // A wrong password makes one wait a little.
  await mei.dialog.getByRole('button', { name: label('console:signIn.signIn'), exact: true }).click();
  await mei.dialog.waitFor({ state: 'hidden' });
  expect(await mei.reply.inputValue()).toBe('I was just writing that');
  await mei.press(mei.talk, 'composer.send');
  await claire.log.getByText('I was just writing that', { exact: true }).waitFor();
  await claire.panel.getByText(label('widget:ui.here', { store: 'Northfold' })).waitFor();
});

it('a lead is not shown the owner’s pages, and is told why at their address', async () => {
  const nora = await desk.agent('Nora Beck', { role: 'lead' });
  const { label } = nora.texts;
  expect(await nora.page.getByRole('link', { name: label('console:shell.team'), exact: true }).count()).toBe(0);
  await nora.page.goto(`${desk.app.url}/console/#/team`);
  await nora.page.getByText(label('console:shell.notYours')).waitFor();
});
