/** A talk goes from hand to hand: to a colleague, back into the line, out of the hands of one who is gone; and nobody is there. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../support/clock.ts';
import { asked, boxFile, findParcel, reachPhotos } from '../roads.ts';
import type { Shopper } from '../shopper.ts';
import { type Desk, openDesk, PATIENT } from './desk.ts';

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
  return claire;
}

it('to a colleague, who writes from then on; the shopper is told, and nothing is asked twice', async () => {
  const [claire, mei, tom] = [await claireAtCustoms(), await desk.agent('Mei Tan'), await desk.agent('Tom Reed')];
  const { id } = await claire.row();
  await mei.goTo(id);
  await tom.goTo(id);
  await mei.take();
  await mei.say('I hand you to Tom, who knows customs.');
  await mei.transfer('Tom Reed');
  await mei.told('dialogs.transfer.done', { name: 'Tom Reed' });

  await claire.log.getByText('Mei Tan handed over to Tom Reed').waitFor();
  await claire.panel.getByRole('heading', { level: 1, name: 'Tom Reed' }).waitFor();
  await mei.locked('composer.has', { name: 'Tom Reed' });
  await tom.reply.waitFor();
  await tom.say('Hello, I have read everything.');
  await claire.log.getByText('Hello, I have read everything.', { exact: true }).waitFor();
  await tom.filter('mine');
  await tom.rowOf(id).waitFor();
  await mei.filter('mine');
  await mei.page.getByText(mei.texts.label('console:inbox.empty.mine.title')).waitFor();
});

it('back into the line: first there, with an hour, and whoever is free can take it', async () => {
  const [claire, mei, tom] = [await claireAtCustoms(), await desk.agent('Mei Beck'), await desk.agent('Tom Beck')];
  await mei.goTo((await claire.row()).id);
  await mei.take();
  await mei.say('One moment');
  await tom.filter('waiting');
  await mei.release();
  await mei.told('composer.released');
  await claire.hears('bot:person.released');
  await tom.rowOf((await claire.row()).id).click();
  await tom.take();
  await claire.log.getByText('Tom Beck joined').waitFor();
  await mei.locked('composer.has', { name: 'Tom Beck' });
});

it('what was just done is taken back with one press', async () => {
  const [claire, mei] = [await claireAtCustoms(), await desk.agent('Mei Kaya')];
  await mei.goTo((await claire.row()).id);
  await mei.take();
  await mei.undo();
  await claire.hears('bot:backAt.resume');
  await mei.takeButton.waitFor();
  await claire.question.getByRole('button').first().waitFor();

  await mei.take();
  await mei.release();
  await mei.told('composer.released');
  await mei.undo();
  await mei.reply.waitFor();
  expect(await claire.row()).toMatchObject({ status: 'agent', agent: { name: 'Mei Kaya' } });
});

it('an agent whose connection is gone too long: the shopper is told, and the others see who waits', async () => {
  const [claire, mei, tom] = [await claireAtCustoms(), await desk.agent('Mei Sand'), await desk.agent('Tom Sand')];
  await mei.goTo((await claire.row()).id);
  await mei.take();
  await mei.say('I look it up');
  await claire.log.getByText('I look it up', { exact: true }).waitFor();
  await tom.filter('waiting');
  await mei.leave();
  await claire.panel.getByText(claire.texts.label('widget:ui.away', { store: 'Northfold' })).waitFor();

  const { agentAwayMinutes } = desk.app.shop.settings.policy;
  await desk.advance((agentAwayMinutes - 1) * MINUTE);
  expect((await claire.row()).status).toBe('agent');
  await desk.advance(2 * MINUTE);
  await claire.hears('bot:person.lostLine');
  const { id } = await claire.row();
  await tom.rowOf(id).click();
  await tom.sees('bot:person.lostLine');
  expect(await claire.row()).toMatchObject({ status: 'waiting', agent: null, handOff: { reason: 'released', first: true } });

  // She is back, and finds it as it is.
  const back = await desk.again(mei);
  await back.goTo(id);
  await back.takeButton.waitFor();
  expect(await back.reply.count()).toBe(0);
  await tom.take();
  await back.locked('composer.has', { name: 'Tom Sand' });
  await claire.log.getByText('Tom Sand joined').waitFor();
});

describe('nobody is there', () => {
  it('away: the shopper is told until when, and is first in line', async () => {
    const claire = await claireAtCustoms();
    await claire.press('ui.personAsk');
    await claire.hears('bot:person.away');
    expect(await claire.log.innerText()).toMatch(/Nobody from our team is here until Mon 23 November, 09:00/);
    expect(await claire.row()).toMatchObject({ status: 'waiting', handOff: { first: true } });
    await claire.tap('keepGoing');
    await claire.question.getByRole('button', { name: claire.texts.label('choice:paid') }).waitFor();
  });

  it('within the hours too; the photos are collected meanwhile, and whoever comes finds them', async () => {
    const later = await openDesk();
    // A Monday, in the middle of the day.
    await later.advance(2 * DAY);
    const lucia = await later.visit();
    await lucia.open();
    await reachPhotos(lucia);
    await lucia.press('ui.personAsk');
    await lucia.hears('bot:person.noneFree');
    await lucia.hears('bot:person.meanwhile.photos');
    await lucia.tap('doPhotos');
    await asked(lucia, 'group');
    await lucia.photo('one', await boxFile());

    const mei = await later.agent('Mei Tan', { at: '#/inbox/waiting' });
    await mei.open('Lucía');
    await mei.side
      .getByRole('button', { name: /Everything|photo/i })
      .first()
      .waitFor();
    await mei.take();
    await mei.say('Hello Lucía, I have your first photo.');
    await lucia.log.getByText('Hello Lucía, I have your first photo.', { exact: true }).waitFor();
    await lucia.panel.getByRole('heading', { level: 1, name: 'Mei Tan' }).waitFor();
    await later.close();
  });

  it('somebody is free: the shopper is told who, and their list says so at once', async () => {
    const [claire, mei] = [await claireAtCustoms(), await desk.agent('Mei Free', { at: '#/inbox/waiting' })];
    await claire.press('ui.personAsk');
    await claire.hears('bot:person.joining');
    const row = mei
      .listed('Claire')
      .filter({ hasText: mei.texts.pattern('console:chips.person') })
      .first();
    await row.waitFor();
    await expect.poll(() => mei.page.title(), PATIENT).toMatch(/^\(\d+\) /);
  });
});
