/** A person takes a live chat from the bot: what the shopper sees of it, what the agent sees, and that one voice speaks. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Shopper } from '../shopper.ts';
import { findParcel } from '../roads.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

async function claireAtCustoms(): Promise<Shopper> {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  await claire.question.getByRole('button').first().waitFor();
  return claire;
}

it('shows the shopper who came, and keeps the bot silent from then on', async () => {
  const [claire, mei] = [await claireAtCustoms(), await desk.agent('Mei Tan')];
  const { label, pattern } = claire.texts;
  await mei.goTo((await claire.row()).id);
  await mei.locked('composer.voices');
  expect(await mei.reply.count()).toBe(0);
  await mei.take();

  await claire.hears('line:joined');
  await claire.log.getByText('Mei Tan joined').waitFor();
  await claire.panel.getByRole('heading', { level: 1, name: 'Mei Tan' }).waitFor();
  await claire.panel.getByText(label('widget:ui.here', { store: 'Northfold' })).waitFor();
  // The bot's question is gone with the bot, and the way to a person is where one has come.
  await claire.question.waitFor({ state: 'hidden' });
  expect(await claire.panel.getByRole('button', { name: label('widget:ui.personAsk') }).count()).toBe(0);
  expect(await claire.composer.getAttribute('placeholder')).toBe(label('widget:ui.writeTo', { name: 'Mei Tan' }));

  await claire.say('where is my parcel? has it been lost?');
  await mei.thread.getByText('where is my parcel? has it been lost?').waitFor();
  await desk.app.app.idle();
  const said = (await claire.stored()).slice(-1);
  expect(said).toMatchObject([{ from: 'shopper' }]);
  expect(await claire.log.innerText()).not.toMatch(pattern('bot:missed'));
});

it('both see each other here, writing, and how far each has read', async () => {
  const [claire, mei] = [await claireAtCustoms(), await desk.agent('Mei Tan')];
  const { label, pattern } = claire.texts;
  const words = mei.texts.label;
  await mei.goTo((await claire.row()).id);
  await mei.take();
  await mei.talk.getByText(words('console:talk.presence.here'), { exact: true }).waitFor();

  await claire.composer.pressSequentially('one moment');
  await mei.talk.getByText(words('console:talk.writing', { name: 'Claire' })).waitFor();
  await claire.composer.fill('');

  await mei.reply.pressSequentially('I am reading');
  await claire.panel.getByText(label('widget:ui.writing', { name: 'Mei Tan' })).waitFor();
  await mei.reply.press('Enter');
  await claire.log.getByText('I am reading', { exact: true }).waitFor();
  await claire.panel.getByText(label('widget:ui.writing', { name: 'Mei Tan' })).waitFor({ state: 'hidden' });
  // She has the chat open before her.
  await mei.thread.getByText(mei.texts.pattern('console:talk.seen')).last().waitFor();

  await claire.say('thank you for looking');
  await claire.log.getByText(pattern('widget:ui.seen')).last().waitFor();

  await claire.page.close();
  await mei.talk.getByText(mei.texts.pattern('console:talk.presence.left')).waitFor();
  await mei.say('Are you still there?');
  await mei.thread.getByText(mei.texts.pattern('console:talk.sent')).last().waitFor();
});

it('lets only the one who has it write; a colleague is told who it is, and a lead may take it over', async () => {
  const [claire, mei, tom, ida] = await Promise.all([
    claireAtCustoms(),
    desk.agent('Nora Beck'),
    desk.agent('Tom Reed'),
    desk.agent('Ida Lund', { role: 'lead' }),
  ]);
  const { id } = await claire.row();
  for (const one of [mei, tom, ida]) await one.goTo(id);
  await mei.take();
  for (const one of [tom, ida]) {
    await one.locked('composer.has', { name: 'Nora Beck' });
    expect(await one.reply.count()).toBe(0);
    expect(await one.takeButton.count()).toBe(0);
  }
  const takeFrom = { name: 'Nora Beck' };
  const from = tom.texts.label('console:composer.takeFrom', takeFrom);
  expect(await tom.talk.getByRole('button', { name: from }).count()).toBe(0);
  await mei.reply.fill('I was writing this');

  await ida.press(ida.talk, 'composer.takeFrom', takeFrom);
  await ida.reply.waitFor();
  await claire.log.getByText('Ida Lund took over from Nora Beck').waitFor();
  await mei.locked('composer.has', { name: 'Ida Lund' });
  expect(await mei.reply.count()).toBe(0);
  await ida.say('I go on from here');
  await claire.log.getByText('I go on from here', { exact: true }).waitFor();
  await mei.thread.getByText('I go on from here', { exact: true }).waitFor();

  // Taken back, what she was writing is still there.
  await ida.transfer('Nora Beck');
  await mei.reply.waitFor();
  expect(await mei.reply.inputValue()).toBe('I was writing this');
});

describe('a note', () => {
  it('is open in every state, and never leaves the team: not on the shopper’s screen, not in what their browser is sent', async () => {
    const claire = await desk.visit();
    const packets: string[] = [];
    claire.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => packets.push(String(payload))));
    await claire.page.reload();
    await claire.open();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    const [mei, tom] = [await desk.agent('Mei Tan'), await desk.agent('Tom Reed')];
    const { id } = await claire.row();
    await mei.goTo(id);
    await tom.goTo(id);
    await mei.note('SECRET while the bot talks');
    await tom.thread.getByText('SECRET while the bot talks').waitFor();
    await mei.take();
    await mei.note('SECRET of mine');
    await tom.note('SECRET of a colleague');
    await mei.thread.getByText('SECRET of a colleague').waitFor();
    await mei.talk.getByRole('tab', { name: mei.texts.label('console:composer.reply'), exact: true }).click();
    await mei.say('A reply');
    await claire.log.getByText('A reply', { exact: true }).waitFor();
    await claire.say('I read that');
    await claire.page.reload();
    await claire.open();
    await claire.log.getByText('I read that', { exact: true }).waitFor();

    expect(packets.length).toBeGreaterThan(5);
    expect(packets.join('\n')).toContain('A reply');
    expect(packets.join('\n')).not.toContain('SECRET');
    expect(await claire.frame().evaluate(() => document.documentElement.outerHTML)).not.toContain('SECRET');
  });
});
