/** The list: in the order of what is due as time goes on, counted, filtered, found, and long. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillInbox } from '../../server/store/fill.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { openShopper, type TestShopper } from '../../support/shopper.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk, PATIENT } from './desk.ts';
import { enter, settled, WORLDS, type World } from './worlds.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

const names = async (agent: Agent) => (await agent.rows.allInnerTexts()).map((row) => row.split('\n')[0]);
const come = (world: string): Promise<TestShopper> => enter(desk.app, WORLDS[world] as World);

describe('as time goes on', () => {
  it('who waits longest for a person moves up, and a promise that falls due comes before all', async () => {
    const mei = await desk.agent('Mei Tan');
    const claire = await come('customs, duty to pay');
    await desk.advance(MINUTE);
    const jonas = await come('on its way');
    await expect.poll(() => names(mei), PATIENT).toEqual(['Jonas', 'Claire']);
    await jonas.send({ kind: 'wantsPerson' });
    await mei.rows
      .first()
      .filter({ hasText: mei.texts.label('console:chips.person', { time: '1 min' }) })
      .waitFor();
    await desk.advance(HOUR);
    await mei.rows
      .first()
      .filter({ hasText: mei.texts.label('console:chips.person', { time: '1 h' }) })
      .waitFor();

    // A promise of the agent's own, due within the hour, stands before who wants a person.
    await mei.open('Claire');
    await mei.take();
    await mei.promise('You hear from me this evening.', 'today');
    await expect.poll(() => names(mei), PATIENT).toEqual(['Jonas', 'Claire']);
    await desk.advance(4 * HOUR);
    await expect.poll(() => names(mei), PATIENT).toEqual(['Claire', 'Jonas']);
    await mei.rows
      .first()
      .filter({ hasText: mei.texts.label('console:chips.due', { time: '59 min' }) })
      .waitFor();
    await desk.advance(HOUR + HOUR / 2);
    await mei.rows
      .first()
      .filter({ hasText: mei.texts.label('console:chips.late', { time: '31 min' }) })
      .waitFor();

    // She keeps her word: spoken to since, nothing of it is late any more.
    await mei.say('Here I am, as I said.');
    await expect.poll(() => names(mei), PATIENT).toEqual(['Jonas', 'Claire']);
    claire.close();
    jonas.close();
  });

  it('new words are counted until they were read, and each list holds its own', async () => {
    const [mei, tom] = [await desk.agent('Mei Beck'), await desk.agent('Tom Beck')];
    const lin = await come('without news for too long');
    await lin.say('is there any news?');
    await lin.say('please tell me');
    await settled(desk.app, lin);
    await mei.listed('Lin').getByText(mei.texts.pattern('console:inbox.unread')).waitFor();
    await mei.open('Lin');
    await mei.listed('Lin').getByText(mei.texts.pattern('console:inbox.unread')).waitFor({ state: 'hidden' });
    // A colleague sees who looks at it.
    await tom
      .listed('Lin')
      .getByText(tom.texts.label('console:inbox.viewing', { names: 'Mei Beck' }))
      .waitFor({ state: 'attached' });

    await mei.filter('bot');
    await mei.listed('Lin').waitFor();
    await mei.take();
    await mei.listed('Lin').waitFor({ state: 'hidden' });
    await mei.filter('mine');
    expect(await names(mei)).toEqual(['Lin']);
    await tom
      .listed('Lin')
      .getByText(tom.texts.label('console:inbox.has', { name: 'Mei Beck' }))
      .waitFor({ state: 'attached' });
    await mei.close('solved');
    await mei.listed('Lin').waitFor({ state: 'hidden' });
    await mei.filter('closed');
    await mei
      .listed('Lin')
      .filter({ hasText: mei.texts.pattern('console:chips.closed') })
      .waitFor();
    lin.close();
  });
});

it('is found by the number of its case, of its order, and of its parcel', async () => {
  const mei = await desk.agent('Mei Sand');
  const anna = await come('delivered, and a case is open');
  const { case: opened } = anna.conversation();
  await mei.openCase(opened?.number ?? '');
  await mei.talk.getByRole('heading', { name: 'Anna' }).waitFor();
  await mei.page.keyboard.press('/');
  await mei.dialog.getByRole('combobox').fill('1003');
  await mei.dialog.getByRole('option').filter({ hasText: 'Anna' }).first().waitFor();
  await mei.dialog.getByRole('combobox').fill('no such number');
  await mei.dialog.getByText(mei.texts.pattern('console:shell.foundNothing')).waitFor();
  anna.close();
});

it('that is long comes page by page, and only what is in sight is on the page', async () => {
  const long = await openDesk();
  const { app } = long;
  const mei = await long.agent('Mei Tan');
  const counts = await fillInbox(app.store, {
    count: 300,
    storeId: app.shop.id,
    now: app.clock.now(),
    agent: { id: mei.row.id, name: 'Mei Tan' },
  });
  await mei.page.reload();
  await mei.rows.first().waitFor();
  const items = mei.page.getByRole('region', { name: mei.texts.label('console:inbox.label') }).getByRole('listitem');
  expect(await mei.rows.count()).toBeLessThan(40);
  await expect
    .poll(
      () =>
        items
          .filter({ has: mei.page.getByRole('link') })
          .first()
          .getAttribute('aria-setsize'),
      PATIENT,
    )
    .toBe(String(counts.all));
  const last = items.and(mei.page.locator(`[aria-posinset="${counts.all}"]`));
  await mei.page.getByRole('region', { name: mei.texts.label('console:inbox.label') }).hover();
  await expect
    .poll(
      async () => {
        await mei.page.mouse.wheel(0, 4_000);
        return last.count();
      },
      { timeout: 60_000 },
    )
    .toBe(1);
  expect(await mei.rows.count()).toBeLessThan(40);
  await mei.filter('mine');
  await expect
    .poll(
      () =>
        items
          .filter({ has: mei.page.getByRole('link') })
          .first()
          .getAttribute('aria-setsize'),
      PATIENT,
    )
    .toBe(String(counts.mine));

  // What is new is counted at once, whatever has been loaded.
  const shopper = await openShopper(app.url, { store: app.shop.key });
  await shopper.say('I want to talk to a person');
  const waiting = `${mei.texts.label('console:inbox.filter.waiting')} ${counts.waiting + 1}`;
  await mei.page.getByRole('tab', { name: waiting, exact: true }).click();
  await expect
    .poll(
      () =>
        items
          .filter({ has: mei.page.getByRole('link') })
          .first()
          .getAttribute('aria-setsize'),
      PATIENT,
    )
    .toBe(String(counts.waiting + 1));
  await long.close();
  shopper.close();
});
