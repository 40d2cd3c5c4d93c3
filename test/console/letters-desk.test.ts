/** Letters and the claim pack from the desk. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOpen, photosAsked, type Talk } from '../server/road/talks.ts';
import { boxPhoto } from '../support/images.ts';
import { faults, type OpenedConsole, openConsole, tooWide, type Visitor } from './console.ts';

let console: OpenedConsole;
beforeAll(async () => {
  console = await openConsole({ mail: { send: () => Promise.resolve() } });
});
afterAll(() => console?.close());

async function openTalk(one: Talk, name: string): Promise<Visitor> {
  const who = await console.person(name, 'agent');
  const visitor = await console.visit({ at: `#/inbox/all/${one.of.conversation}`, who });
  await visitor.page.getByRole('log').waitFor();
  return visitor;
}

async function openLetters(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Take/ }).first().click();
  await page
    .getByRole('button', { name: /^Letter/ })
    .first()
    .click();
  await page.getByRole('listbox').waitFor();
}

describe('a letter that fits', () => {
  it('goes out by e-mail, and the talk tells of it', async () => {
    const one = await caseOpen(console.app);
    const { page, troubles, leave } = await openTalk(one, 'Mei');
    await openLetters(page);
    await page.getByRole('option', { name: /^Signed for, not received/ }).click();
    await page.getByRole('dialog').getByText('You told us that order').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    await page.getByText('The letter is on its way by e-mail.').first().waitFor();
    await page.getByRole('log').getByText('Mei sent you a letter by e-mail').waitFor();
    const audits = await console.app.store.auditOf(console.app.shop.id, null, 20);
    expect(audits.filter(({ action }) => action === 'letter.sent')).toHaveLength(1);
    expect(troubles).toEqual([]);
    one.close();
    await leave();
  });

  it('goes into the reply, to be changed, and nothing is sent', async () => {
    const one = await caseOpen(console.app);
    const { page, leave } = await openTalk(one, 'Ida');
    await openLetters(page);
    await page.getByRole('option', { name: /^Signed for, not received/ }).click();
    await page.getByRole('button', { name: 'Put it into the reply' }).click();
    await expect.poll(() => page.locator('textarea').first().inputValue()).toContain('You told us that order 1003');
    expect(await page.locator('textarea').first().inputValue()).not.toMatch(/\{\{|\*\*/);
    one.close();
    await leave();
  });

  it('of paper opens as a page of its own', async () => {
    const one = await caseOpen(console.app);
    const { page, context, leave } = await openTalk(one, 'Noa');
    await openLetters(page);
    await page.getByRole('option', { name: /^For the post office/ }).click();
    const [paper] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the page' }).click()]);
    await paper.getByText('To the post office').first().waitFor();
    expect(await tooWide(paper)).toEqual([]);
    one.close();
    await leave();
  });
});

describe('the claim pack', () => {
  it('is fetched as one file from the case, and looked at with its photos', async () => {
    const one = await photosAsked(console.app);
    await one.shopper.photo('group', 'one', await boxPhoto({ width: 600, height: 400 }));
    const { page, context, troubles, leave } = await openTalk(one, 'Uma');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Claim pack' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^claim-TW-[A-Z0-9]+\.zip$/);
    expect(Object.keys(unzipSync(await readFile(await download.path())))).toContain('photos/01-group-one.jpg');
    const [view] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Look at the claim' }).click()]);
    await view.getByRole('heading', { name: /^Claim TW-/ }).waitFor();
    await expect.poll(() => view.locator('figure img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    one.close();
    await leave();
  });

  it('says that it did not come, and can be tried again', async () => {
    const one = await photosAsked(console.app);
    const { page, leave } = await openTalk(one, 'Zoe');
    await page.route('**/api/console/claim-pack/*', (route) => route.abort());
    await page.getByRole('button', { name: 'Claim pack' }).click();
    await page.getByText('The claim pack could not be fetched. Try again.').waitFor();
    await page.unroute('**/api/console/claim-pack/*');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Claim pack' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    one.close();
    await leave();
  });
});
