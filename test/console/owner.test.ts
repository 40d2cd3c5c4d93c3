/** What an owner does: the shop's settings and its people. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreSettings } from '../../protocol/settings.ts';
import { faults, type OpenedConsole, openConsole, PHONE, tooWide, type Visitor } from './console.ts';

let console: OpenedConsole;
let before: StoreSettings;
let owner: Awaited<ReturnType<OpenedConsole['person']>>;
beforeAll(async () => {
  console = await openConsole();
  owner = await console.person('Olga', 'owner');
  before = (await settings()).settings;
});
afterAll(() => console?.close());
beforeEach(async () => {
  console.app.clock.advance(60_000);
  await console.app.store.saveSettings(console.app.shop.id, before, console.app.clock.now());
});

describe('the store page', () => {
  it('shows the colour in the real widget as it is tried, and takes effect when it is saved', async () => {
    const { page, troubles, leave } = await openStore();
    const name = page.getByLabel('Name of the shop');
    await page.evaluate(() => {
      const counted = window as unknown as { focusLost: number };
      counted.focusLost = 0;
      window.addEventListener('blur', () => (counted.focusLost += 1));
    });
    await name.focus();
    const fillOf = () =>
      page
        .frameLocator('.preview iframe')
        .frameLocator('iframe')
        .locator('.bar .mark')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(fillOf, PATIENT).toBe('rgb(32, 85, 143)');
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByLabel('Colour', { exact: true }).fill('#14532d');
    await expect.poll(fillOf, PATIENT).toBe('rgb(20, 83, 45)');
    // The chat that opened anew beside it took no key from whoever writes, not for a moment.
    expect(await page.evaluate(() => (window as unknown as { focusLost: number }).focusLost)).toBe(0);
    await page.getByText('1 change not saved').waitFor();
    expect((await settings()).settings.color).toBe(before.color);

    await save(page);
    expect((await settings()).settings.color).toBe('#14532d');
    // The console wears it at once, and the line for the pages carries it.
    await expect
      .poll(() => page.locator('.nav .mark').evaluate((element) => getComputedStyle(element).backgroundColor))
      .toBe('rgb(20, 83, 45)');
    expect(await page.locator('.snippet code').innerText()).toContain('data-color="#14532d"');
    expect(troubles).toEqual([]);
    await leave();
  });

  it('tells the contrast as it is drawn', async () => {
    const { page, leave } = await openStore();
    await page.getByLabel('Colour', { exact: true }).fill('#ffe14d');
    await page.getByText(/^Light: words on the button 1[0-9]\.\d to 1, links [5-9]\.\d to 1\.$/).waitFor();
    await leave();
  });

  it('puts the settings back that were there before', async () => {
    const { page, leave } = await openStore();
    await page.getByLabel('Name of the shop').fill('Southfold');
    await save(page);
    expect((await settings()).settings.name).toBe('Southfold');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The settings are as they were before.').first().waitFor();
    expect((await settings()).settings).toEqual(before);
    expect(await page.getByLabel('Name of the shop').inputValue()).toBe(before.name);
    await leave();
  });

  it('tells what is wrong at its place, and keeps what was written', async () => {
    const { page, leave } = await openStore();
    const answer = page.getByLabel('Answer of the carrier within');
    await answer.fill('31');
    await page.getByLabel('Delivery takes at most').fill('3');
    await page.getByRole('button', { name: 'Add an address' }).click();
    await page.getByLabel('Address 2').fill('shop.example/help');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write a whole number. From 1 to 30.').waitFor();
    await page.getByText('This can’t be less than the shortest delivery, which is 7.').waitFor();
    await page.getByText('2 places need another look.').waitFor();
    expect(await answer.getAttribute('aria-invalid')).toBe('true');
    expect(await faults(page)).toEqual([]);

    // What only the server can tell stands at its row too.
    await answer.fill('9');
    await page.getByLabel('Delivery takes at most').fill('20');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('must start with https://').waitFor();
    expect(await page.getByLabel('Address 2').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Address 2').inputValue()).toBe('shop.example/help');
    await page.getByLabel('Address 2').fill('https://shop.example');
    await save(page);
    const { origins, policy } = (await settings()).settings;
    expect(origins).toEqual([...before.origins, 'https://shop.example']);
    expect(policy.promises.carrierAnswer).toBe(9);
    expect(policy.deliveryBusinessDays.max).toBe(20);
    await leave();
  });

  it('keeps one’s own changes when somebody else saved meanwhile', async () => {
    const { page, leave } = await openStore();
    await page.getByLabel('Photos are kept for').fill('30');
    console.app.clock.advance(1_000);
    const others = { ...before, name: 'Renamed elsewhere' };
    await console.app.store.saveSettings(console.app.shop.id, others, console.app.clock.now());
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody else changed this meanwhile.').waitFor();
    expect((await settings()).settings).toEqual(others);

    await page.getByRole('button', { name: 'Show the newest, keep my changes' }).click();
    await expect.poll(() => page.getByLabel('Name of the shop').inputValue()).toBe('Renamed elsewhere');
    expect(await page.getByLabel('Photos are kept for').inputValue()).toBe('30');
    await save(page);
    expect((await settings()).settings).toEqual({ ...others, policy: { ...others.policy, photoKeepDays: 30 } });
    await leave();
  });

  it('asks before changes are thrown away', async () => {
    const { page, leave } = await openStore();
    await page.getByLabel('Name of the shop').fill('Nobody saved me');
    await page.getByRole('link', { name: 'Team' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByRole('button', { name: 'Stay here' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).hash).toBe('#/store');
    expect(await page.getByLabel('Name of the shop').inputValue()).toBe('Nobody saved me');
    await page.getByRole('link', { name: 'Team' }).click();
    await dialog.getByRole('button', { name: 'Leave, throw them away' }).click();
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
    expect((await settings()).settings.name).toBe(before.name);
    await leave();
  });

  it('greets in one language, counts where the greeting is missing, and says what is read there', async () => {
    const { page, troubles, leave } = await openStore();
    const greeting = page.getByRole('region', { name: 'Greeting' });
    const field = (language: string) => greeting.getByLabel(language, { exact: true });
    expect(await greeting.getByText('Missing', { exact: true }).count()).toBe(0);
    await greeting.getByText('Shown instead: ¿Qué pasó con tu paquete?').waitFor();
    await field('Español').fill('Hola, aquí Northfold');
    await page.getByText('1 change not saved').waitFor();
    await greeting.getByText(`${before.locales.length - 1} languages without yours`).waitFor();
    expect(await greeting.getByText('Missing', { exact: true }).count()).toBe(before.locales.length - 1);
    expect(await faults(page)).toEqual([]);
    await save(page);
    expect((await settings()).settings.greeting).toEqual({ es: 'Hola, aquí Northfold' });
    await page.frameLocator('.preview iframe').frameLocator('iframe').getByRole('heading', { name: 'Hola, aquí Northfold' }).waitFor();

    await field('English').fill('**Hello**');
    await page.getByRole('button', { name: 'Save' }).click();
    await greeting.getByText('must be one line of plain text').waitFor();
    await field('English').fill('');
    await field('Español').fill('');
    await save(page);
    expect((await settings()).settings.greeting).toEqual({});
    expect(troubles).toEqual([]);
    await leave();
  });

  it('changes languages, opening hours, and what may be left open', async () => {
    const { page, leave } = await openStore();
    await page.getByRole('checkbox', { name: 'Español' }).uncheck();
    await page.getByText('1 change not saved').waitFor();
    await page.getByRole('checkbox', { name: 'Español' }).check();
    await expect.poll(() => page.getByText('not saved').count()).toBe(0);

    await page.getByRole('checkbox', { name: 'English' }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose one of the languages that are offered.').waitFor();
    await page.getByLabel('First language').selectOption('es');
    await page.getByRole('checkbox', { name: 'Saturday' }).check();
    await page.getByLabel('Time zone').selectOption('Asia/Shanghai');
    await page.getByRole('checkbox', { name: 'leave it to the carrier' }).check();
    await page.getByRole('checkbox', { name: 'Money back' }).uncheck();
    await save(page);
    const now = (await settings()).settings;
    expect(now.locales).toEqual(before.locales.filter((one) => one !== 'en'));
    expect(now.defaultLocale).toBe('es');
    expect(now.policy.hours).toEqual({ ...before.policy.hours, tz: 'Asia/Shanghai', days: [1, 2, 3, 4, 5, 6] });
    expect(now.policy.lostAfterDays).toBe(null);
    expect(now.policy.refund.offered).toBe(false);
    await leave();
  });
});

describe('the team page', () => {
  it('invites somebody by a link that is shown once, and withdraws it', async () => {
    const { page, troubles, leave } = await openTeam();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await dialog.getByText('Write an e-mail address like nadia@shop.example.').waitFor();
    await dialog.getByLabel('E-mail address').fill('rosa@shop.example');
    await dialog.getByLabel('Name').fill('Rosa');
    await dialog.getByRole('radio', { name: 'Lead' }).check();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Rosa is invited' }).waitFor();
    const url = await dialog.getByLabel('One-time link').inputValue();
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).click();

    const invited = await console.visit({ at: new URL(url).hash });
    await invited.page.getByText('you begin as: Lead.').waitFor();
    await invited.leave();

    const row = page.getByRole('listitem').filter({ hasText: 'rosa@shop.example' });
    await row.getByText('The link holds until').waitFor();
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('withdrew an invitation').waitFor();
    const late = await console.visit({ at: new URL(url).hash });
    await late.page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await late.leave();
    expect(troubles).toEqual([]);
    await leave();
  });

  it('changes a role, and disables and enables again, each told and written down', async () => {
    const tom = await console.person('Tom', 'agent');
    const other = await console.visit({ who: tom });
    await other.page.getByRole('button', { name: /^Tom/ }).waitFor();
    const { page, leave } = await openTeam();
    const row = page.getByRole('listitem').filter({ hasText: tom.row.email });
    await choose(page, 'Tom', 'menuitemradio', 'Lead');
    await page.getByRole('button', { name: 'Change the role' }).click();
    await row.getByText('Lead', { exact: true }).waitFor();
    await page.getByText('made Tom: Lead').waitFor();

    await choose(page, 'Tom', 'menuitem', 'Disable');
    await page.getByRole('dialog', { name: 'Disable Tom?' }).getByRole('button', { name: 'Disable' }).click();
    await row.getByText('Disabled', { exact: true }).waitFor();
    expect((await console.app.store.agent(console.app.shop.id, tom.row.id))?.disabled).toBe(true);
    await console.app.app.tick();
    await other.page.getByRole('dialog', { name: 'You are signed out' }).waitFor();
    await other.leave();

    await choose(page, 'Tom', 'menuitem', 'Enable again');
    await page.getByRole('dialog').getByRole('button', { name: 'Enable again' }).click();
    await row.getByText('Lead', { exact: true }).waitFor();
    await leave();
  });

  it('keeps the last owner, and says why', async () => {
    const { page, leave } = await openTeam();
    await choose(page, 'Olga', 'menuitem', 'Disable');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Disable' }).click();
    await dialog.getByRole('alert').locator('p').waitFor();
    expect((await console.app.store.agent(console.app.shop.id, owner.row.id))?.disabled).toBe(false);
    await page.keyboard.press('Escape');
    await leave();
  });

  it('makes a link for a new password', async () => {
    const ana = await console.person('Ana', 'agent');
    const { page, leave } = await openTeam();
    await choose(page, 'Ana', 'menuitem', 'Link for a new password');
    await page.getByRole('dialog').getByRole('button', { name: 'Make the link' }).click();
    await page.getByRole('dialog', { name: 'New password for Ana' }).waitFor();
    const url = await page.getByLabel('One-time link').inputValue();
    const theirs = await console.visit({ at: new URL(url).hash });
    await theirs.page.getByText(`For ${ana.row.email}.`).waitFor();
    await theirs.leave();
    await leave();
  });

  it('pages through what was done', async () => {
    for (let i = 0; i < 60; i++) {
      const row = { at: console.app.clock.now() + i, actor: owner.row.id, action: 'settings.changed', detail: { changed: 'name, color' } };
      await console.app.store.addAudit(console.app.shop.id, row);
    }
    const { page, leave } = await openTeam();
    const lines = page.locator('.audit-day li');
    await expect.poll(() => lines.count()).toBe(50);
    await page.getByText('changed 2 settings of the shop').first().waitFor();
    await page.getByRole('button', { name: 'Show older' }).click();
    await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(60);
    await leave();
  });
});

describe.each([
  ['at a desk', {}],
  ['on a phone', PHONE],
  ['at 320 px', { viewport: { width: 320, height: 640 } }],
])('%s', (_where, context) => {
  it.each(['store', 'team'])('axe finds nothing on the %s page, and nothing is too wide', async (place) => {
    const { page, troubles, leave } = await console.visit({ ...context, who: owner, at: `#/${place}` });
    await page
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /Store|Team/ })
      .waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    expect(await tooWide(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await leave();
  });
});

const PATIENT = { timeout: 15_000 };

async function openStore(): Promise<Visitor> {
  const visitor = await console.visit({ who: owner, at: '#/store' });
  await visitor.page.getByLabel('Name of the shop').waitFor();
  return visitor;
}

async function openTeam(): Promise<Visitor> {
  const visitor = await console.visit({ who: owner, at: '#/team' });
  await visitor.page.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
  return visitor;
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. It takes effect now.').first().waitFor();
}

/** From somebody's menu in the list of people. */
async function choose(page: Page, name: string, role: 'menuitem' | 'menuitemradio', entry: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole(role, { name: entry }).click();
}

async function settings() {
  const shop = await console.app.store.shopById(console.app.shop.id);
  if (!shop) throw new Error('The shop is gone');
  return shop;
}
