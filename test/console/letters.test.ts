/** The owner's page of the letters: reading, trying, keeping and putting back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults, type OpenedConsole, openConsole, PHONE, tooWide, type Visitor } from './console.ts';

let console: OpenedConsole;
let owner: Awaited<ReturnType<OpenedConsole['person']>>;
beforeAll(async () => {
  console = await openConsole();
  owner = await console.person('Olga', 'owner');
});
afterAll(() => console?.close());
beforeEach(async () => {
  console.app.clock.advance(60_000);
  const { store, shop, clock } = console.app;
  const audit = { at: clock.now(), actor: 'x', action: 'letter.putBack', detail: {} };
  for (const { letter, locale, updatedAt } of await store.letterTextsOf(shop.id))
    await store.removeLetterText(shop.id, updatedAt, letter, locale, audit);
});

describe('the letters page', () => {
  it('shows a letter as it reads, while it is written, and keeps it', async () => {
    const { page, troubles, leave } = await openLetters();
    await open(page, 'A promise will be late');
    const subject = page.getByLabel('Subject');
    expect(await subject.inputValue()).toContain('{{order}}');
    await page.locator('.letter-paper').getByText('That is our fault').waitFor();
    await subject.fill('Late again || Late');
    await page.locator('.letter-paper h3').getByText('Late again').waitFor();
    await page.getByText('This letter is not saved').waitFor();
    await page.getByRole('button', { name: 'Save the letter' }).click();
    await page.getByText('Saved. The letter goes out in your words from now on.').first().waitFor();
    expect(await console.app.store.letterText(console.app.shop.id, 'late', 'en')).toMatchObject({ subject: 'Late again || Late' });
    await page.getByRole('button', { name: /A promise will be late Yours/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(troubles).toEqual([]);

    await page.getByRole('button', { name: 'Put ours back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Put ours back' }).click();
    await page.getByText('Our words hold again.').first().waitFor();
    expect(await console.app.store.letterText(console.app.shop.id, 'late', 'en')).toBeNull();
    expect(await subject.inputValue()).toContain('will be late');
    await leave();
  });

  it('puts a place where one writes, by the keyboard too', async () => {
    const { page, leave } = await openLetters();
    const body = page.getByLabel('Letter', { exact: true }).and(page.locator('textarea'));
    await body.fill('Dear !');
    await body.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5));
    await page.getByRole('button', { name: 'First name' }).focus();
    await page.keyboard.press('Enter');
    expect(await body.inputValue()).toBe('Dear {{name}}!');
    await page.keyboard.type('x');
    expect(await body.inputValue()).toBe('Dear {{name}}x!');
    await page.locator('.letter-paper').getByText('Dear Amalx!').waitFor();
    await leave();
  });

  it('tells at the field what is wrong, and keeps what was written', async () => {
    const { page, leave } = await openLetters();
    const body = page.locator('textarea');
    await body.fill('Hello {{price}}');
    await page.getByText('{{price}} is not a place of this letter').waitFor();
    await page.getByRole('button', { name: 'Save the letter' }).click();
    await expect.poll(() => body.getAttribute('aria-invalid')).toBe('true');
    await body.fill('Hello {{name}}');
    await page.getByText('{{protection}} must stay in this letter').waitFor();
    expect(await body.inputValue()).toBe('Hello {{name}}');
    expect(await console.app.store.letterTextsOf(console.app.shop.id)).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await leave();
  });

  it('shows markup as text', async () => {
    const { page, troubles, leave } = await openLetters();
    await page.locator('textarea').fill('<img src=x onerror="document.title=1"> {{protection}}');
    await page.locator('.letter-paper').getByText('<img src=x').waitFor();
    expect(await page.locator('.letter-paper img').count()).toBe(0);
    expect(troubles).toEqual([]);
    await leave();
  });

  it('asks before what was written is lost: another letter, another language, another page', async () => {
    const { page, leave } = await openLetters();
    await page.getByLabel('Subject').fill('Mine');
    for (const way of [
      () => open(page, 'Case closed'),
      () => page.getByRole('tab', { name: 'Español' }).click(),
      () => page.getByRole('link', { name: 'Team' }).click(),
    ]) {
      await way();
      await page.getByRole('dialog').getByText('What you changed in this letter is not saved.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.getByLabel('Subject').inputValue()).toBe('Mine');
    }
    await leave();
  });

  it('goes on with one’s own words when somebody else wrote meanwhile', async () => {
    const { page, leave } = await openLetters();
    const { store, shop, clock } = console.app;
    await page.getByLabel('Subject').fill('Mine');
    const theirs = {
      letter: 'signedNotReceived',
      locale: 'en',
      subject: 'Theirs',
      body: '{{protection}}',
      updatedAt: clock.now(),
    } as const;
    await store.saveLetterText(shop.id, null, theirs, { at: clock.now(), actor: 'x', action: 'letter.changed', detail: {} });
    await page.getByRole('button', { name: 'Save the letter' }).click();
    await page.getByText('Somebody else has changed this letter meanwhile.').waitFor();
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Save the letter' }).click();
    await expect.poll(async () => (await store.letterText(shop.id, 'signedNotReceived', 'en'))?.subject).toBe('Mine');
    await leave();
  });

  it('says which words are used in a language that has none', async () => {
    const { store, shop, clock } = console.app;
    const settings = (await store.shopById(shop.id))?.settings ?? shop.settings;
    await store.saveSettings(shop.id, { ...settings, locales: [...settings.locales, 'sv'] }, clock.now());
    const { page, leave } = await openLetters();
    await page.getByRole('tab', { name: 'Svenska' }).click();
    await page.getByText('There are no words for this letter in Svenska yet. Until you write some, it goes out in English.').waitFor();
    expect(await page.getByText('Missing', { exact: true }).count()).toBe(14);
    await store.saveSettings(shop.id, settings, clock.now());
    await leave();
  });

  it('shows in which languages the owner’s words are missing, at the letter and at the language', async () => {
    const { store, shop, clock } = console.app;
    const mine = { letter: 'late', locale: 'es', subject: 'Tarde', body: '{{by}}', updatedAt: clock.now() } as const;
    await store.saveLetterText(shop.id, null, mine, { at: clock.now(), actor: 'x', action: 'letter.changed', detail: {} });
    const { page, leave } = await openLetters();
    await page.getByRole('button', { name: 'A promise will be late Missing' }).click();
    await page.getByText('This letter is in your words in Español. In English yours are missing, so our own wording goes out.').waitFor();
    await page.getByRole('tab', { name: 'Français Missing' }).waitFor();
    await page.getByRole('tab', { name: 'Español', exact: true }).click();
    await page.getByRole('button', { name: 'A promise will be late Yours' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await leave();
  });

  it.each([
    ['on a phone', PHONE, 'dark'],
    ['in Arabic', { locale: 'ar' }, 'light'],
    ['in Arabic on a phone', { ...PHONE, locale: 'ar' }, 'light'],
    ['in the dark', {}, 'dark'],
  ] as const)('holds %s', async (_where, context, colorScheme) => {
    const { page, leave } = await openLetters({ ...context, colorScheme });
    await page.locator('.letter-paper article').waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await leave();
  });
});

async function openLetters(context: object = {}): Promise<Visitor> {
  const visitor = await console.visit({ at: '#/letters', who: owner, ...context });
  await visitor.page.locator('.letter-editor').waitFor();
  return visitor;
}

async function open(page: Page, title: string): Promise<void> {
  await page
    .locator('.letter-list')
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click();
}
