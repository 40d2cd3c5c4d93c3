/** What a person does for a case from the desk, and what the shopper reads of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../support/clock.ts';
import { asked, boxFile, cant, findParcel, goOn, reachPhotos } from '../roads.ts';
import type { Shopper } from '../shopper.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

async function shopper(topic: string, order: string, contact: string): Promise<Shopper> {
  const one = await desk.visit();
  await one.open();
  await findParcel(one, topic, order, contact);
  return one;
}

/** To the case that the warehouse looks at, with one photo and the reasons why there are no others. */
async function warehouseLooks(): Promise<Shopper> {
  const lucia = await desk.visit();
  await lucia.open();
  await reachPhotos(lucia);
  await lucia.photo('one', await boxFile());
  await goOn(lucia);
  for (const [piece, reason] of [
    ['packaging', 'threw_away'],
    ['label', 'not_mine'],
    ['scale', 'later'],
  ] as const) {
    await asked(lucia, piece);
    await cant(lucia, piece, reason);
  }
  await lucia.tap('collectedMe');
  await lucia.hears('bot:missing.case');
  return lucia;
}

async function at(talk: Shopper, agent: Agent): Promise<void> {
  await agent.goTo((await talk.row()).id);
  await agent.takeButton.waitFor();
}

const promisesOf = async (talk: Shopper) => {
  const { storeId, id } = await talk.row();
  return desk.app.store.promisesOf(storeId, id);
};

describe('a finding', () => {
  it('of the warehouse, entered while the bot has the floor: the bot tells it and goes on', async () => {
    const [lucia, mei] = [await warehouseLooks(), await desk.agent('Mei Tan')];
    await at(lucia, mei);
    await mei.record('notPacked');
    await lucia.hears('bot:finding.notPacked');
    await mei.side.getByText(mei.texts.label('console:findings.notPacked.name')).waitFor();
    expect((await promisesOf(lucia)).find(({ kind }) => kind === 'warehouseAnswer')?.state).toBe('kept');

    await lucia.question.getByText(lucia.texts.label('prompt:remedy.refund.label')).click();
    await lucia.question.getByRole('button', { name: lucia.texts.label('prompt:remedy.submit') }).click();
    await lucia.hears('bot:remedy.refund');
    await mei.side.getByText(mei.texts.label('console:remedies.done.refund'), { exact: true }).waitFor();
  });

  it('while a person has the floor is noted with a line, and the bot says nothing', async () => {
    const [lucia, mei] = [await warehouseLooks(), await desk.agent('Mei Tan')];
    await at(lucia, mei);
    await mei.take();
    await mei.record('packed');
    await lucia.hears('line:finding.packed');
    expect(await lucia.log.innerText()).not.toMatch(lucia.texts.pattern('bot:finding.packed'));
    await mei.giveBack('investigation');
    await lucia.hears('bot:backAt.investigation');
  });
});

it('a remedy, with what the shopper wants recorded beside what is done', async () => {
  const [sanne, mei] = [await shopper('in_transit', '1009', 'sanne@example.com'), await desk.agent('Mei Tan')];
  await at(sanne, mei);
  await mei.take();
  await mei.settle({ asked: 'resend', done: 'refund', words: 'I would rather have the lamp' });
  await mei.told('remedies.settled.refund');
  await sanne.hears('line:remedy.refund');
  const { storeId, id } = await sanne.row();
  expect(await desk.app.store.casesOf(storeId, id)).toMatchObject([{ remedy: 'refund', asked: 'resend' }]);
  await mei.side.getByText(mei.texts.label('console:remedies.asked.resend'), { exact: true }).waitFor();
  await mei.side.getByText(mei.texts.label('console:remedies.done.refund'), { exact: true }).waitFor();
  await mei.giveBack('following');
  await sanne.hears('bot:backAt.followingUntil');
});

describe('a dated promise', () => {
  it('is the agent’s own words with its date below, and kept by their hand', async () => {
    const [claire, mei] = [await shopper('customs', '1005', 'claire@example.com'), await desk.agent('Mei Tan')];
    await at(claire, mei);
    await mei.take();
    await mei.promise('I ring the depot and tell you what they say.', 'business');
    await claire.log.getByText('I ring the depot and tell you what they say.', { exact: true }).waitFor();
    await claire.log.getByText('Mei Tan gave you a date: Tue 24 November, 18:00').waitFor();
    const promises = mei.side.getByRole('region', { name: mei.texts.label('console:side.promises') });
    const row = promises.getByRole('listitem').filter({ hasText: 'I ring the depot' });
    await row.waitFor();

    await row.getByRole('button', { name: mei.texts.pattern('console:promises.menu') }).click();
    await mei.page.getByRole('menuitem', { name: mei.texts.label('console:promises.keep') }).click();
    await claire.hears('line:promise.kept');
    await row.getByText(mei.texts.pattern('console:promises.when.kept')).waitFor();
  });

  it('that is missed shows first in the list, and the bot owns up to it where it has the talk', async () => {
    const late = await openDesk();
    const claire = await late.visit();
    await claire.open();
    await findParcel(claire, 'customs', '1005', 'claire@example.com');
    const jonas = await late.visit();
    await jonas.open();
    await findParcel(jonas, 'in_transit', '1001', 'jonas@example.com');
    await jonas.press('ui.personAsk');
    const mei = await late.agent('Mei Tan');
    await mei.goTo((await claire.row()).id);
    await mei.take();
    await mei.promise('You hear from me tomorrow.', 'tomorrow');
    await claire.hears('line:promised');
    await mei.giveBack('following');
    await claire.hears('bot:backAt.followingUntil');

    await late.advance(DAY - 60 * 60_000);
    await mei.rows
      .first()
      .filter({ hasText: 'Claire' })
      .filter({ hasText: mei.texts.pattern('console:chips.due') })
      .waitFor();
    await late.advance(2 * 60 * 60_000);
    await claire.hears('bot:late.agent');
    await mei.rows
      .first()
      .filter({ hasText: 'Claire' })
      .filter({ hasText: mei.texts.pattern('console:chips.late') })
      .waitFor();
    await mei.side.getByText(mei.texts.pattern('console:promises.when.late')).waitFor();
    expect((await claire.row()).status).toBe('waiting');
    await late.close();
  });
});

describe('the end', () => {
  it('closed as solved, taken back, closed again, and opened again from the closed ones', async () => {
    const [lin, mei] = [await shopper('in_transit', '1002', 'lin@example.com'), await desk.agent('Mei Tan')];
    await lin.caseCard.waitFor();
    const number = await lin.caseNumber();
    await at(lin, mei);
    await mei.take();
    await mei.close('solved');
    await mei.told('dialogs.close.done.solved');
    await lin.hears('line:closedByPerson');
    await lin.question.getByRole('radio').first().waitFor({ state: 'attached' });
    await mei.locked('composer.closed');
    await mei.undo();
    await mei.reply.waitFor();
    await lin.hears('line:reopened');

    await mei.close('unsolved');
    await mei.locked('composer.closed');
    await mei.filter('closed');
    await mei.listed('Lin').waitFor();
    await mei.open('Lin');
    await mei.reopen();
    await mei.reply.waitFor();
    const { storeId, id } = await lin.row();
    expect(await desk.app.store.casesOf(storeId, id)).toMatchObject([{ number, closedAt: null }]);
    await mei.say('I have it again.');
    await lin.log.getByText('I have it again.', { exact: true }).waitFor();
  });
});

it('the shopper’s own wording is one press away, and letters come in it', async () => {
  const claire = await desk.visit({ path: '/?locale=es', language: 'es' });
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  const mei = await desk.agent('Mei Tan');
  await at(claire, mei);
  const english = mei.texts.pattern('bot:customs.ask');
  const spanish = claire.texts.pattern('bot:customs.ask');
  await mei.sees('bot:customs.ask');
  expect(await mei.thread.innerText()).not.toMatch(spanish);
  const show = mei.thread.getByRole('button', { name: mei.texts.label('console:talk.original.show', { name: 'Claire' }) }).last();
  await show.click();
  await mei.thread.getByText(spanish).waitFor();
  await mei.thread.getByRole('button', { name: mei.texts.label('console:talk.original.mine') }).click();
  await mei.thread.getByText(english).waitFor();

  await mei.take();
  await mei.letter('letter:reading.title');
  expect(await mei.reply.inputValue()).toMatch(claire.texts.pattern('letter:reading.text'));
  await mei.press(mei.talk, 'composer.send');
  await claire.log.getByText(claire.texts.pattern('letter:reading.text')).waitFor();
  // What people wrote stays as it was written.
  await mei.thread.getByText(claire.texts.pattern('letter:reading.text')).waitFor();
});

it('a piece is asked for again, with the reason, and the photo comes to the desk', async () => {
  const [lucia, mei] = [await warehouseLooks(), await desk.agent('Mei Tan')];
  await at(lucia, mei);
  await mei.askAgain('label', 'The corner with the weight is cut off.');
  await asked(lucia, 'label');
  await lucia.question.getByText('The corner with the weight is cut off.').waitFor();
  await lucia.photo('one', await boxFile());
  await goOn(lucia);
  await lucia.hears('bot:againThanks');
  await mei.side
    .getByRole('button', { name: new RegExp(mei.texts.label('desk:evidence.label')) })
    .first()
    .waitFor();
});
