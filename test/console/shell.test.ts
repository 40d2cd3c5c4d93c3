/** Coming in, finding one's way, and going out: what everybody does who works here. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import spanish from '../../locales/es/console.json';
import type { LinkRow } from '../../server/store/port.ts';
import { newLink } from '../../server/people/new-link.ts';
import { createIds } from '../../server/identity/ids.ts';
import { DAY, HOUR } from '../support/clock.ts';
import { openShopper } from '../support/shopper.ts';
import { faults, type OpenedConsole, openConsole, PHONE, tooWide } from './console.ts';

let console: OpenedConsole;
beforeAll(async () => {
  console = await openConsole();
});
afterAll(() => console?.close());

describe('signing in', () => {
  it('says what is wrong in one way for both, keeps the address, and lets the right one in', async () => {
    const nadia = await console.person('Nadia', 'agent');
    const { page, troubles, leave } = await console.visit();
    await expect.poll(() => focused(page)).toBe('E-mail address');
    await page.keyboard.type('nobody@shop.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: 'E-mail address or password is not right' });
    await alert.waitFor();

    await page.getByLabel('E-mail address').fill(nadia.row.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password either');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await alert.waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(nadia.row.email);

    await page.getByLabel('Password', { exact: true }).fill(nadia.password);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    await expect.poll(() => page.title()).toBe('Inbox · Northfold');
    expect(troubles).toEqual([]);
    await leave();
  });

  it('counts down where it must wait, and works again afterwards', async () => {
    const tom = await console.person('Tom', 'agent');
    const { page, leave } = await console.visit();
    await page.getByLabel('E-mail address').fill(tom.row.email);
    const password = page.getByLabel('Password', { exact: true });
    const waits = page.getByRole('button', { name: /^Try again in \d+ seconds?$/ });
    await expect
      .poll(
        async () => {
          await password.fill('wrong');
          await page.keyboard.press('Enter');
          await page.getByRole('alert').locator('p').waitFor();
          return waits.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    expect(await waits.getAttribute('aria-disabled')).toBe('true');
    // The server counts by its own clock; the button by the browser's.
    console.app.clock.advance(HOUR);
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    await password.fill(tom.password);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    await leave();
  });

  it('shows the password when asked, and names its fields for password managers', async () => {
    const { page, leave } = await console.visit();
    const password = page.getByLabel('Password', { exact: true });
    expect(await password.getAttribute('autocomplete')).toBe('current-password');
    expect(await page.getByLabel('E-mail address').getAttribute('autocomplete')).toBe('username');
    await password.fill('see me');
    await page.getByRole('button', { name: 'Show the password' }).click();
    expect(await password.getAttribute('type')).toBe('text');
    await page.getByRole('button', { name: 'Show the password', pressed: true }).click();
    expect(await password.getAttribute('type')).toBe('password');
    await leave();
  });
});

describe('a one-time link', () => {
  it('lets somebody invited join, with a password that is long enough, and is dead afterwards', async () => {
    const token = await link({ kind: 'invite', email: 'rosa@shop.example', name: 'Rosa', role: 'agent' });
    const { page, troubles, leave } = await console.visit({ at: `#join=${token}` });
    await page.getByRole('heading', { name: 'Join Northfold' }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Rosa');
    expect(await page.getByLabel('E-mail address').count()).toBe(0);

    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByText('5 more characters').waitFor();
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('This password is too short. Add a word.').waitFor();
    expect(await focused(page)).toBe('Password');
    expect(await faults(page)).toEqual([]);

    await page.getByLabel('Password', { exact: true }).fill('rain on the tin roof');
    await page.getByText('Very good').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    // The token does not stay in the address.
    expect(new URL(page.url()).hash).toBe('#/inbox/all');
    expect(troubles).toEqual([]);
    await leave();

    const again = await console.visit({ at: `#join=${token}` });
    await again.page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    expect(await faults(again.page)).toEqual([]);
    await again.page.getByRole('button', { name: 'To the sign-in' }).click();
    await again.page.getByLabel('E-mail address').waitFor();
    await again.leave();
  });

  it('makes a shop and its owner on a fresh server, and tells what is wrong where it is', async () => {
    const fresh = await openConsole();
    const token = await link({ kind: 'setUp', role: 'owner', storeId: null }, fresh);
    const { page, troubles, leave } = await fresh.visit({ at: `#join=${token}` });
    await page.getByLabel('Name of the shop').fill('Fern & Co');
    await page.getByLabel('Address of the shop').fill('fern.example');
    await page.getByLabel('Name', { exact: true }).fill('Ines');
    await page.getByLabel('E-mail address').fill('ines@fern.example');
    await page.getByLabel('Password', { exact: true }).fill('three green ferns');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the shop' }).click();
    await page.getByText('must start with https://').waitFor();
    expect(await focused(page)).toBe('Address of the shop');
    expect(await page.getByLabel('Address of the shop').getAttribute('aria-invalid')).toBe('true');

    await page.getByLabel('Address of the shop').fill('https://fern.example');
    await page.getByRole('button', { name: 'Make the shop' }).click();
    await page.getByRole('heading', { name: 'Store', level: 1 }).waitFor();
    expect(await page.getByLabel('Name of the shop').inputValue()).toBe('Fern & Co');
    expect(troubles).toEqual([]);
    await leave();
    await fresh.close();
  });

  it('sets a new password', async () => {
    const ana = await console.person('Ana', 'agent');
    const token = await link({ kind: 'password', agentId: ana.row.id, role: 'agent' });
    const { page, leave } = await console.visit({ at: `#join=${token}` });
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await page.getByText(`For ${ana.row.email}.`).waitFor();
    await page.getByLabel('New password').fill('a lamp of brass and glass');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Inbox' }).waitFor();
    await leave();
  });
});

describe('the shell', () => {
  it('shows an agent no set-up, and says so to whoever goes there all the same', async () => {
    const { page, leave } = await console.visit({ who: await console.person('Uli', 'lead'), at: '#/store' });
    await page.getByRole('heading', { name: 'This page is for the owner' }).waitFor();
    expect(await page.getByRole('link', { name: 'Team' }).count()).toBe(0);
    await leave();
  });

  it('goes from place to place, and back', async () => {
    const { page, leave } = await console.visit({ who: await console.person('Olga', 'owner') });
    const current = () => page.locator('nav [aria-current="page"]').innerText();
    await page.getByRole('link', { name: 'Mine' }).click();
    await expect.poll(current).toContain('Mine');
    await page.getByRole('link', { name: 'Team' }).click();
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
    await expect.poll(() => page.title()).toBe('Team · Northfold');
    await page.goBack();
    await expect.poll(current).toContain('Mine');
    await leave();
  });

  it('is worked by keys alone: the menu of one’s own corner, a dialog, the way out', async () => {
    const { page, leave } = await console.visit({ who: await console.person('Kim', 'agent') });
    const corner = page.getByRole('button', { name: /^Kim/ });
    await corner.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Taking chats');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('You are away. New chats go to others.').first().waitFor();
    await corner.getByText('Away').waitFor();
    expect(await corner.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await expect.poll(() => focused(page)).toBe('Settings');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await corner.getByText('Away').waitFor();
    await corner.click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await leave();
  });

  it('changes the password, and tells when the old one is not right', async () => {
    const liv = await console.person('Liv', 'agent');
    const { page, leave } = await console.visit({ who: liv });
    await page.getByRole('button', { name: /^Liv/ }).click();
    await page.getByRole('menuitem', { name: 'Change your password' }).click();
    const old = page.getByLabel('Your password until now');
    await old.fill('something else');
    await page.getByLabel('New password').fill('boats on a quiet lake');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('That is not your password until now.').waitFor();
    expect(await faults(page)).toEqual([]);
    await old.fill(liv.password);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('Your password is changed.').first().waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await leave();
  });

  it('asks for the password again when the session ends, over what was open, and goes on there', async () => {
    const eve = await console.person('Eve', 'owner');
    const { page, leave } = await console.visit({ who: eve, at: '#/store' });
    await page.getByLabel('Name of the shop').fill('Half a name');
    await console.app.store.endSessionsOf(console.app.shop.id, eve.row.id);
    await console.app.app.tick();
    const dialog = page.getByRole('dialog', { name: 'You are signed out' });
    await dialog.waitFor();
    expect(await focused(page)).toBe('Password');
    expect(await faults(page)).toEqual([]);
    // There is no way around it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel('Password', { exact: true }).fill(eve.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name of the shop').inputValue()).toBe('Half a name');
    await leave();
  });

  it('counts who is there, finds them by number, and tells of somebody who wants a person', async () => {
    const { page, context, leave } = await console.visit({ who: await console.person('Sam', 'agent'), at: '#/inbox/mine' });
    await context.grantPermissions(['notifications']);
    await page.evaluate(() => {
      const told: string[] = [];
      class Told {
        static permission = 'granted';
        static requestPermission = () => Promise.resolve('granted');
        constructor(title: string) {
          told.push(title);
        }
        close() {}
      }
      Object.assign(window, { Notification: Told, told });
    });
    await page.getByRole('button', { name: /^Sam/ }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Show notices' }).check();
    await page.keyboard.press('Escape');
    const inbox = page.getByRole('link', { name: 'Inbox' });
    await expect.poll(() => inbox.innerText()).toContain('0');

    const shopper = await openShopper(console.app.url, { store: console.app.shop.key });
    await shopper.say('hello, where is my parcel?');
    await expect.poll(() => inbox.innerText(), PATIENT).toContain('1');
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([]);
    await shopper.send({ kind: 'wantsPerson' });
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told), PATIENT)
      .toEqual(['Somebody wants a person']);
    await expect.poll(() => page.title()).toBe('(1) Inbox · Northfold');
    shopper.close();
    await leave();
  });

  it('speaks the language that was chosen, from then on', async () => {
    const { page, leave } = await console.visit();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
    await page.getByRole('heading', { name: spanish.signIn.title }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: spanish.signIn.title }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    await leave();
  });

  it('says when the line is lost, and stops saying it when it is back', async () => {
    const { page, context, leave } = await console.visit({ who: await console.person('Ida', 'agent') });
    await page.getByRole('button', { name: /^Ida/ }).waitFor();
    const strip = page.getByText('No line to the server. What you write is kept and sent when it is back.');
    await context.setOffline(true);
    await strip.waitFor();
    await context.setOffline(false);
    await strip.waitFor({ state: 'detached' });
    await leave();
  });
});

describe.each([
  ['at a desk', {}],
  ['on a phone', PHONE],
  ['at 320 px', { viewport: { width: 320, height: 640 } }],
])('%s', (_where, context) => {
  it('axe finds nothing and nothing is too wide: signing in, the shell, its dialogs', async () => {
    const out = await console.visit(context);
    await out.page.getByLabel('E-mail address').waitFor();
    expect(await faults(out.page)).toEqual([]);
    expect(await tooWide(out.page)).toEqual([]);
    await out.leave();

    const { page, troubles, leave } = await console.visit({ ...context, who: await console.person('Mo', 'owner') });
    await page.getByRole('button', { name: /^Mo/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: /^Mo/ }).click();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('combobox').fill('TW 0000');
    await page.getByText('Nothing has the number TW 0000').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await leave();
  });
});

/** News is gathered on its way. */
const PATIENT = { timeout: 10_000 };

type About = Pick<LinkRow, 'kind' | 'role'> & Partial<Pick<LinkRow, 'agentId' | 'email' | 'name' | 'storeId'>>;

/** A link as the server makes it, and its token. */
async function link(about: About, { app } = console): Promise<string> {
  const make = { newId: createIds().newId, now: app.clock.now(), lifeMs: DAY };
  const made = newLink({ storeId: app.shop.id, ...about }, make);
  await app.store.addLink(made.link);
  return made.token;
}

/** What the one with the focus is called. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    return element?.labels?.[0]?.textContent ?? element?.innerText ?? '';
  });
}
