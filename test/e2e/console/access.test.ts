/** Every view of the console, light and dark, wide and on a phone, left to right and right to left: no fault that axe finds. */
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillInbox } from '../../server/store/fill.ts';
import { PHONE } from '../shop.ts';
import type { Agent } from './agent.ts';
import { type Desk, openDesk, type Work, PATIENT } from './desk.ts';
import { enter, WORLDS, type World } from './worlds.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const { app } = desk;
  await fillInbox(app.store, { count: 20, storeId: app.shop.id, now: app.clock.now() });
});
afterEach(() => desk.everybodyLeaves());
afterAll(() => desk.close());

const LOOKS: [name: string, work: Work][] = [
  ['wide', {}],
  ['on a phone', PHONE],
  ['right to left', { language: 'ar', locale: 'ar' }],
];

describe.each(LOOKS)('%s', (look, work) => {
  const isPhone = work === PHONE;

  it('signing in', async () => {
    const mei = await desk.agent('Mei Tan', { ...work, signedIn: false });
    await mei.page.getByLabel(mei.texts.label('console:signIn.email')).waitFor();
    expect(await faults(mei, 'sign-in')).toEqual([]);
  });

  it('the list, a talk of the bot, and one’s own', async () => {
    const mei = await desk.agent('Mei Tan', work);
    const found: string[] = [];
    await mei.rows.first().waitFor();
    found.push(...(await faults(mei, 'list')));
    await mei.goTo(await talkOf('customs, duty to pay'));
    await mei.takeButton.waitFor();
    found.push(...(await faults(mei, 'locked')));
    await mei.goTo(await talkOf('items missing, first photo'));
    await mei.take();
    await mei.reply.fill('I am writing this');
    found.push(...(await faults(mei, 'taken')));
    if (isPhone) {
      for (const part of ['parcel', 'proof', 'promises'] as const) {
        await mei.talk.getByRole('tab', { name: new RegExp(`^${mei.texts.label(`console:talk.phone.${part}`)}`) }).click();
        found.push(...(await faults(mei, part)));
      }
    }
    expect(found).toEqual([]);
  });

  it('what lies above it: the map, each dialog, a photo', async () => {
    const mei = await desk.agent('Mei Tan', work);
    const found: string[] = [];
    await mei.goTo(await talkOf('items missing, first photo'));
    await mei.take();
    // The talk's own tools stand in its field, the others in its menu.
    const tools = mei.talk.getByRole('group', { name: mei.texts.label('console:composer.tools') });
    for (const key of ['letter', 'offer', 'promise'] as const) {
      await tools.getByRole('button', { name: mei.texts.label(`console:composer.${key}`), exact: true }).click();
      found.push(...(await shown(mei, key)));
    }
    for (const key of ['map', 'record', 'askAgain', 'transfer', 'close'] as const) {
      await mei.more(`composer.${key}`);
      found.push(...(await shown(mei, key)));
    }
    if (!isPhone) {
      for (const key of ['?', '/']) {
        await mei.page.keyboard.press(key);
        found.push(...(await shown(mei, key)));
      }
    }
    await mei.thread
      .getByRole('button', { name: mei.texts.pattern('console:side.openPhoto') })
      .first()
      .click();
    found.push(...(await shown(mei, 'photo')));
    expect(found).toEqual([]);
  });

  it('the owner’s pages', async () => {
    const ida = await desk.agent('Ida Lund', { ...work, role: 'owner', at: '#/store' });
    const found: string[] = [];
    await ida.page.getByRole('heading', { level: 1 }).waitFor();
    await ida.page.getByLabel(ida.texts.label('console:store.name'), { exact: true }).waitFor();
    found.push(...(await faults(ida, 'store')));
    await ida.page.goto(`${desk.app.url}/console/#/team`);
    await ida.page.getByText(ida.row.email).waitFor();
    found.push(...(await faults(ida, 'team')));
    expect(found).toEqual([]);
  });

  async function shown(agent: Agent, name: string): Promise<string[]> {
    await agent.dialog.getByRole('heading').first().waitFor();
    await expect.poll(() => agent.dialog.locator('[aria-busy=true]').count(), PATIENT).toBe(0);
    const found = await faults(agent, name);
    await agent.page.keyboard.press('Escape');
    await agent.dialog.waitFor({ state: 'hidden' });
    return found;
  }

  async function faults(agent: Agent, name: string): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await agent.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      let seen = await faultsOf(agent);
      // Colours that were on their way from one to the other are nobody's: what is a fault is one at the second look.
      if (seen.length > 0) {
        await agent.page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
        seen = await faultsOf(agent);
      }
      found.push(...seen.map((fault) => `${name}, ${look}, ${colorScheme}: ${fault}`));
    }
    return found;
  }
});

async function talkOf(world: string): Promise<string> {
  const shopper = await enter(desk.app, WORLDS[world] as World);
  await shopper.say('I have one photo for you');
  shopper.close();
  return shopper.conversation().id;
}

async function faultsOf({ page }: Agent): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await tool.run(
      // The preview is the widget, which is tried by itself.
      { exclude: ['iframe'] },
      { rules: { 'label-content-name-mismatch': { enabled: true } } },
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join(' | ')}`,
    );
  });
}
