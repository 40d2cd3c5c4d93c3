/** A line that is down: nothing that was written is lost, and all of it comes once, whoever of the two was cut off. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findParcel } from '../roads.ts';
import type { Shopper } from '../shopper.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

async function talking(name: string): Promise<[Shopper, Agent]> {
  const [claire, mei] = [await desk.visit(), await desk.agent(name)];
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  await mei.goTo((await claire.row()).id);
  await mei.take();
  return [claire, mei];
}

it('the shopper is offline: the reply waits, is there once when they are back, and then it is seen', async () => {
  const [claire, mei] = await talking('Mei Tan');
  await claire.context.setOffline(true);
  await claire.panel.getByText(claire.texts.pattern('widget:ui.offline')).waitFor();
  await mei.talk.getByText(mei.texts.pattern('console:talk.presence.left')).waitFor();
  await mei.say('Here is what customs wants.');
  await mei.thread.getByText(mei.texts.pattern('console:talk.sent')).last().waitFor();
  await claire.say('I write this without a line');
  expect(await mei.thread.getByText(mei.texts.pattern('console:talk.seen')).count()).toBe(0);
  expect(await claire.log.getByText('Here is what customs wants.').count()).toBe(0);

  await claire.context.setOffline(false);
  await claire.log.getByText('Here is what customs wants.', { exact: true }).waitFor();
  await mei.thread.getByText('I write this without a line', { exact: true }).waitFor();
  await mei.thread.getByText(mei.texts.pattern('console:talk.seen')).last().waitFor();
  await mei.talk.getByText(mei.texts.label('console:talk.presence.here'), { exact: true }).waitFor();
  expect(await claire.log.getByText('Here is what customs wants.').count()).toBe(1);
  expect(await mei.thread.getByText('I write this without a line').count()).toBe(1);
});

it('the shopper is not there: the reply is on the page when they come back', async () => {
  const [claire, mei] = await talking('Mei Sand');
  const url = claire.page.url();
  const { id } = await claire.row();
  await claire.page.close();
  await mei.talk.getByText(mei.texts.pattern('console:talk.presence.left')).waitFor();
  await mei.say('It is released.');
  await mei.thread.getByText(mei.texts.pattern('console:talk.sent')).last().waitFor();

  const again = await claire.anotherTab();
  expect(again.page.url()).toBe(url);
  await again.open();
  await again.log.getByText('It is released.', { exact: true }).waitFor();
  expect((await again.row()).id).toBe(id);
  await mei.thread.getByText(mei.texts.pattern('console:talk.seen')).last().waitFor();
});

it('the agent is offline: what they wrote is kept, says so, and goes out once when the line is back', async () => {
  const [claire, mei] = await talking('Mei Beck');
  await mei.context.setOffline(true);
  await mei.page.getByText(mei.texts.label('console:shell.noLine')).waitFor();
  await mei.say('First answer');
  await mei.say('Second answer');
  expect(await mei.thread.getByText(mei.texts.label('console:talk.saved')).count()).toBe(2);
  await claire.say('are you there?');
  expect(await claire.log.getByText('First answer').count()).toBe(0);

  await mei.context.setOffline(false);
  await claire.log.getByText('Second answer', { exact: true }).waitFor();
  await mei.thread.getByText('are you there?', { exact: true }).waitFor();
  await mei.thread.getByText(mei.texts.label('console:talk.saved')).first().waitFor({ state: 'hidden' });
  const said = (await claire.stored()).flatMap(({ from, body }) =>
    from === 'agent' && body.kind === 'text' && typeof body.text === 'string' ? [body.text] : [],
  );
  expect(said).toEqual(['First answer', 'Second answer']);
  for (const text of said) {
    expect(await claire.log.getByText(text, { exact: true }).count()).toBe(1);
    expect(await mei.thread.getByText(text, { exact: true }).count()).toBe(1);
  }
});

it('what is acknowledged too late to be heard is not sent twice', async () => {
  const [claire, mei] = await talking('Mei Kaya');
  // The page goes before the answer can come.
  await mei.reply.fill('Sent as the window closed');
  await Promise.all([mei.press(mei.talk, 'composer.send'), mei.page.waitForEvent('framenavigated'), mei.page.reload()]);
  await mei.thread.getByText('Sent as the window closed', { exact: true }).waitFor();
  await claire.log.getByText('Sent as the window closed', { exact: true }).waitFor();
  await desk.app.app.idle();
  expect((await claire.stored()).filter(({ from }) => from === 'agent')).toHaveLength(1);
  expect(await mei.thread.getByText('Sent as the window closed', { exact: true }).count()).toBe(1);
});
