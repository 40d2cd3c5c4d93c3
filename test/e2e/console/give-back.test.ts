/** Given back to the bot from the desk, by the menu and on the map, while the shopper looks on: one sentence, the question, and on. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asked, boxFile, cant, findParcel, goOn, pickMugs } from '../roads.ts';
import type { Shopper } from '../shopper.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let mei: Agent;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  mei = await desk.agent('Mei Tan');
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

async function taken(topic: string, order: string, contact: string, before?: (shopper: Shopper) => Promise<void>): Promise<Shopper> {
  const shopper = await desk.visit();
  await shopper.open();
  await findParcel(shopper, topic, order, contact);
  await before?.(shopper);
  await mei.goTo((await shopper.row()).id);
  await mei.take();
  await shopper.hears('line:joined');
  return shopper;
}

/** The bot has the talk, on both screens. */
async function goesOn(shopper: Shopper, key: string): Promise<void> {
  await shopper.hears('line:gaveBack');
  await shopper.hears(key);
  await mei.sees(key);
  await mei.locked('composer.voices');
  await shopper.panel.getByRole('heading', { level: 1, name: 'Northfold' }).waitFor();
  expect(await shopper.log.getByText(shopper.texts.pattern(key)).count()).toBe(1);
}

async function endsWithRating(shopper: Shopper): Promise<void> {
  await shopper.tap('done');
  await shopper.question.getByRole('radio').first().waitFor({ state: 'attached' });
  expect((await shopper.row()).status).toBe('closed');
}

describe('the bot picks it up', () => {
  it('at customs, from the map', async () => {
    const claire = await taken('customs', '1005', 'claire@example.com');
    await mei.giveBackOnMap('line:map.node.duties');
    await goesOn(claire, 'bot:backAt.customs');
    await mei.told('composer.gaveBack', { step: mei.texts.label('line:step.customs') });
    await claire.tap('paid');
    await claire.caseCard.waitFor();
    await endsWithRating(claire);
  });

  it('at the places to look, delivered and not received', async () => {
    const anna = await taken('delivered', '1003', 'anna@example.com', async (shopper) => shopper.tap('checkPlaces'));
    await mei.giveBack('checks');
    await goesOn(anna, 'bot:backAt.checks');
    for (const choice of ['asked', 'looked', 'addressRight']) await anna.tap(choice);
    await anna.caseCard.waitFor();
    await endsWithRating(anna);
  });

  it('on its way, from the map', async () => {
    const jonas = await taken('in_transit', '1001', 'jonas@example.com');
    await mei.giveBackOnMap('line:map.node.moving');
    await goesOn(jonas, 'bot:backAt.moving');
    await jonas.tap('remind');
    await jonas.hears('bot:moving.booked');
  });

  it('where a case waits for the carrier', async () => {
    const lin = await taken('in_transit', '1002', 'lin@example.com', async (shopper) => shopper.caseCard.waitFor());
    const number = await lin.caseNumber();
    await mei.giveBack('following');
    await goesOn(lin, 'bot:backAt.followingUntil');
    expect(await lin.caseNumber()).toBe(number);
    await endsWithRating(lin);
  });

  it('at the photos: those that are there stay, and the next piece is asked for', async () => {
    const lucia = await taken('missing', '1010', 'lucia@example.com', async (shopper) => {
      await pickMugs(shopper);
      await shopper.photo('one', await boxFile());
      await goOn(shopper);
      await asked(shopper, 'packaging');
      await shopper.photo('front', await boxFile());
    });
    await mei.giveBack('photos');
    await goesOn(lucia, 'bot:backAt.photos');
    await asked(lucia, 'packaging');
    await lucia.filled('front').waitFor();
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
    await endsWithRating(lucia);
  });

  it('at which items are missing', async () => {
    const lucia = await taken('missing', '1010', 'lucia@example.com');
    await mei.giveBack('items');
    await goesOn(lucia, 'bot:backAt.items');
    await pickMugs(lucia);
  });

  it('at the choice of a remedy, of a lost parcel', async () => {
    const sanne = await taken('in_transit', '1009', 'sanne@example.com');
    await mei.giveBackOnMap('line:map.node.remedies');
    await goesOn(sanne, 'bot:backAt.remedies');
    await sanne.question.getByText(sanne.texts.label('prompt:remedy.refund.label')).click();
    await sanne.question.getByRole('button', { name: sanne.texts.label('prompt:remedy.submit') }).click();
    await sanne.hears('bot:remedy.refund');
    await endsWithRating(sanne);
  });

  it('at the choice too for a parcel that went back', async () => {
    const marco = await taken('returned', '1013', 'marco@example.com');
    await mei.giveBack('remedies');
    await goesOn(marco, 'bot:backAt.remedies');
    await marco.question.getByText(marco.texts.label('prompt:remedy.resend.label')).click();
    await marco.question.getByRole('button', { name: marco.texts.label('prompt:remedy.submit') }).click();
    await marco.hears('bot:address.ask');
  });

  it('where it waits to be collected', async () => {
    const mia = await taken('in_transit', '1012', 'mia@example.com');
    await mei.giveBack('resume');
    await goesOn(mia, 'bot:backAt.resume');
    await mia.tap('willCollect');
    await mia.hears('bot:pickup.booked');
  });
});

it('the map shows where the bot is, what it did, and follows while one looks', async () => {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  await mei.goTo((await claire.row()).id);
  await mei.more('composer.map');
  const here = mei.dialog.locator('[aria-current=step]');
  await here.filter({ hasText: mei.texts.label('line:map.node.duties') }).waitFor();
  // Who does not have the talk looks, and gives nothing back.
  expect(await mei.dialog.getByRole('listitem').getByRole('button').count()).toBe(0);
  await claire.tap('paid');
  await here.filter({ hasText: mei.texts.label('line:map.node.customs') }).waitFor();
  const done = mei.dialog.getByRole('listitem').filter({ hasText: mei.texts.label('console:map.states.done') });
  await done
    .filter({ hasText: mei.texts.label('line:map.node.duties') })
    .last()
    .waitFor();
  await mei.page.keyboard.press('Escape');
});
