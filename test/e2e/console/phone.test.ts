/** The desk in the hand: one thing at a time, from the list to an answer, and back. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findParcel } from '../roads.ts';
import { PHONE } from '../shop.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

it('goes from the list to an answer, to what is known of the parcel, to the map, and back', async () => {
  const claire = await desk.visit();
  await claire.open();
  await findParcel(claire, 'customs', '1005', 'claire@example.com');
  const mei = await desk.agent('Mei Tan', PHONE);
  const { label, pattern } = mei.texts;
  await mei.listed('Claire').tap();
  await mei.thread.waitFor();
  expect(await mei.rows.count()).toBe(0);
  await mei.takeButton.tap();
  await mei.reply.waitFor();
  await mei.reply.fill('Hello from my phone');
  await mei.talk.getByRole('button', { name: label('console:composer.send'), exact: true }).tap();
  await claire.log.getByText('Hello from my phone', { exact: true }).waitFor();
  await claire.say('thank you');
  await mei.thread.getByText('thank you', { exact: true }).waitFor();

  const part = (key: string) => mei.talk.getByRole('tab', { name: new RegExp(`^${label(`console:talk.phone.${key}`)}`) });
  await part('parcel').tap();
  await mei.side.getByText(label('console:side.order'), { exact: true }).waitFor();
  expect(await mei.reply.count()).toBe(0);
  await part('promises').tap();
  await mei.side.getByRole('heading', { name: label('console:side.promises') }).waitFor();
  await part('talk').tap();
  await mei.reply.waitFor();
  expect(await tooWide()).toEqual([]);

  await mei.more('composer.map');
  await mei.dialog.getByRole('listitem').first().waitFor();
  expect(await tooWide()).toEqual([]);
  await mei.press(mei.dialog, 'shell.close');
  await mei.giveBack('customs');
  await claire.hears('bot:backAt.customs');
  await mei.locked('composer.bot', { name: 'Claire' });
  await mei.talk.getByRole('link', { name: pattern('console:talk.back') }).tap();
  await mei.listed('Claire').waitFor();
  await mei.thread.waitFor({ state: 'hidden' });
  expect(await tooWide()).toEqual([]);

  function tooWide(): Promise<string[]> {
    return mei.page.evaluate(() => {
      const found: string[] = [];
      if ((document.scrollingElement?.scrollWidth ?? 0) > innerWidth) found.push('the page');
      for (const element of document.querySelectorAll('main, section, header, dialog[open] .inside, form')) {
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 1 && (left < -1 || right > innerWidth + 1))
          found.push(`${element.tagName}.${element.className} to ${Math.round(right)}`);
      }
      return found;
    });
  }
});
