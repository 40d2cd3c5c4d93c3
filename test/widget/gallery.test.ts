import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatState } from '../../widget/app/state.ts';
import { state, talk } from '../../widget/gallery/fixtures.ts';
import { chips } from '../../widget/gallery/prompts.ts';
import { STATES } from '../../widget/gallery/states.ts';
import { launchBrowser } from '../support/browser.ts';
import { openGallery } from './gallery-site.ts';

const PHONE = { width: 375, height: 740 };
const NAMES = Object.keys(STATES);

let browser: Browser;
let gallery: Awaited<ReturnType<typeof openGallery>>;
let axe: string;
beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchBrowser(), openGallery()]);
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

describe.each(NAMES)('%s', (name) => {
  it('has nothing for axe to find, by day and by night, and keeps the content security policy', () =>
    withPage(name, {}, async (page, troubles) => {
      expect(await violations(page)).toEqual([]);
      await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
      expect(await violations(page)).toEqual([]);
      expect(troubles).toEqual([]);
    }));

  it('keeps inside 320 px, where every target has 44', () =>
    withPage(name, { viewport: { width: 320, height: 568 } }, async (page) => {
      expect(await page.evaluate(outside)).toEqual([]);
      expect(await page.evaluate(tooSmall)).toEqual([]);
    }));
});

describe('the menu', () => {
  it('takes the focus, and gives it back on Escape without closing the panel', () =>
    withPage('parcel', {}, async (page) => {
      const more = page.getByRole('button', { name: 'Language, transcript and more' });
      await more.click();
      await page.getByRole('dialog').waitFor();
      expect(await focused(page)).toBe('Language');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await more.evaluate((el) => el === document.activeElement)).toBe(true);
      expect(await told(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await told(page)).toEqual(['close']);
    }));

  it('asks once before it ends the talk', () =>
    withPage('parcel', {}, async (page) => {
      await page.getByRole('button', { name: 'Language, transcript and more' }).click();
      await page.getByRole('button', { name: 'End the talk' }).click();
      expect(await told(page)).toEqual([]);
      expect(await focused(page)).toBe('End the talk');
      await page.keyboard.press('Enter');
      expect(await told(page)).toEqual(['end']);
    }));

  it('hands over the talk as a file', () =>
    withPage('case', {}, async (page) => {
      await page.getByRole('button', { name: 'Language, transcript and more' }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save this talk' }).click()]);
      expect(file.suggestedFilename()).toBe('TW-4827.txt');
    }));
});

describe('the composer', () => {
  it('sends on Enter, breaks the line on Shift and Enter, and keeps the words until they are in the outbox', () =>
    withPage('parcel', {}, async (page) => {
      const field = page.getByRole('textbox', { name: 'Message' });
      await field.fill('one');
      await field.press('Shift+Enter');
      await field.pressSequentially('two');
      await field.press('Enter');
      expect(await told(page)).toContain('say one\ntwo');
      expect(await field.inputValue()).toBe('one\ntwo');
      const said = { kind: 'text', text: 'one\ntwo' } as const;
      await draw(page, { ...parcel(), outbox: [{ id: 'out-1', at: 1, state: 'sending', kind: 'said', said, label: said.text }] });
      await expect.poll(() => field.inputValue()).toBe('');
    }));

  it('leaves Enter to a composition of characters', () =>
    withPage('parcel', {}, async (page) => {
      const field = page.getByRole('textbox', { name: 'Message' });
      await field.fill('十五天');
      await field.evaluate((el) =>
        el.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })),
      );
      expect((await told(page)).filter((name) => name.startsWith('say'))).toEqual([]);
    }));

  it('takes Enter as a new line where the keyboard is on the screen', () =>
    withPage('parcel', { hasTouch: true, isMobile: true }, async (page) => {
      const field = page.getByRole('textbox', { name: 'Message' });
      await field.fill('one');
      await field.press('Enter');
      expect(await field.inputValue()).toBe('one\n');
      await page.getByRole('button', { name: 'Send' }).click();
      expect(await told(page)).toContain('say one');
    }));

  it('counts near the end, and keeps what is too long instead of cutting it', () =>
    withPage('parcel', {}, async (page) => {
      const field = page.getByRole('textbox', { name: 'Message' });
      await field.fill('x'.repeat(3990));
      await page.getByText('10 characters left').waitFor();
      await field.fill('x'.repeat(4003));
      await page.getByText('3 characters too long. Send it in two parts.').waitFor();
      await field.press('Enter');
      expect((await told(page)).filter((name) => name.startsWith('say'))).toEqual([]);
    }));

  it('begins with the draft', () =>
    withPage('parcel', { draft: 'And he put it in the hall' }, async (page) => {
      expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('And he put it in the hall');
    }));
});

describe('the thread', () => {
  it('follows the talk from its end, and leaves a reader further up in peace', () =>
    withPage('history', {}, async (page) => {
      const main = page.getByRole('main');
      const fromEnd = () => main.evaluate((el) => Math.round(el.scrollHeight - el.clientHeight - el.scrollTop));
      const now = history();
      await draw(page, withMore(now, 'One more.'));
      await page.getByText('One more.').waitFor();
      await expect.poll(fromEnd).toBe(0);

      // Where the reader is, the panel hears with the event, which the browser sends with its next frame.
      await main.evaluate((el) =>
        new Promise((scrolled) => {
          el.addEventListener('scroll', scrolled, { once: true });
          el.scrollTop = 0;
        }).then(() => undefined),
      );
      expect(await fromEnd()).toBeGreaterThan(100);
      await draw(page, withMore(withMore(now, 'One more.'), 'And another.'));
      const jump = page.getByRole('button', { name: 'New messages' });
      await jump.waitFor();
      expect(await main.evaluate((el) => el.scrollTop)).toBe(0);
      await jump.click();
      await expect.poll(fromEnd).toBe(0);
      await jump.waitFor({ state: 'detached' });
    }));

  it('begins a long answer at its beginning', () =>
    withPage('parcel', {}, async (page) => {
      const before = parcel();
      const long = talk(
        ...before.messages.map(({ from, body }) => [from, body] as [typeof from, typeof body]),
        ['bot', 'It begins here.'],
        ['bot', 'word '.repeat(400)],
      );
      await draw(page, { ...before, messages: long });
      const top = () =>
        page
          .getByText('It begins here.')
          .evaluate((el) => Math.round(el.getBoundingClientRect().top - (el.closest('main')?.getBoundingClientRect().top ?? 0)));
      await expect.poll(top).toBeGreaterThanOrEqual(0);
      await draw(page, { ...before, messages: long, typing: 'Nadia' });
      await page.getByText('Nadia is writing').waitFor({ state: 'attached' });
      expect(await top()).toBeLessThan(100);
      expect(await top()).toBeGreaterThanOrEqual(0);
    }));

  it('keeps the bubble of an own message while it becomes a message, and never reads it out', () =>
    withPage('parcel', {}, async (page) => {
      const said = { kind: 'text', text: 'Thank you' } as const;
      const before = parcel();
      await draw(page, { ...before, outbox: [{ id: 'mine-0001', at: 1, state: 'sending', kind: 'said', said, label: said.text }] });
      const bubble = page.locator('.msg', { hasText: 'Thank you' });
      await bubble.waitFor();
      expect(await bubble.getAttribute('aria-live')).toBe('off');
      const mine = { seq: before.messages.length + 1, id: 'mine-0001', at: Date.now(), from: 'shopper' as const, body: said };
      await draw(page, { ...before, messages: [...before.messages, mine] });
      await expect.poll(() => bubble.count()).toBe(1);
      await bubble.getByText('Sent').waitFor();
    }));

  it('shows the bot’s bold words as bold and everybody’s markup as text', () =>
    withPage('parcel', {}, async (page) => {
      await draw(page, state(talk(['bot', 'It is **here** <i>now</i>'], ['shopper', '**no** <img src=x onerror=alert(1)>'])));
      await page.getByText('**no** <img src=x onerror=alert(1)>', { exact: true }).waitFor();
      expect(await page.locator('.bot b').textContent()).toBe('here');
      expect(await page.locator('.msg i, .msg img').count()).toBe(0);
    }));

  it('brings whoever pressed an answer to the next question, and leaves a writer alone', () =>
    withPage('parcel', {}, async (page) => {
      await page.getByRole('button', { name: 'Remind me' }).click();
      expect(await told(page)).toContain('choose Remind me Remind me');
      await draw(page, { ...parcel(), conversation: { ...conversation(), prompt: { ...chips('Tomorrow'), id: 'q2' } } });
      await page.getByRole('button', { name: 'Tomorrow' }).waitFor();
      await expect.poll(() => focused(page)).toBe('Your answer');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Tomorrow');

      await page.getByRole('textbox', { name: 'Message' }).focus();
      await draw(page, { ...parcel(), conversation: { ...conversation(), prompt: { ...chips('Later'), id: 'q3' } } });
      await page.getByRole('button', { name: 'Later' }).waitFor();
      expect(await focused(page)).toBe('Message');
    }));

  it('takes a question away while its answer is on its way, and brings it back when that failed', () =>
    withPage('parcel', {}, async (page) => {
      const answer = (how: 'sending' | 'failed'): ChatState => ({
        ...parcel(),
        outbox: [{ id: 'out-1', at: 1, state: how, kind: 'said', said: { kind: 'choice', prompt: 'p', choice: 'x' }, label: 'Remind me' }],
      });
      await draw(page, answer('sending'));
      await page.getByRole('button', { name: 'Too late' }).waitFor({ state: 'detached' });
      await draw(page, answer('failed'));
      await page.getByRole('button', { name: 'Too late' }).waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      expect(await told(page)).toEqual(['retry out-1', 'discard out-1']);
    }));
});

describe('questions', () => {
  it('finds by order or by parcel, says which field is empty, and keeps what was typed', () =>
    withPage('find', {}, async (page) => {
      const order = page.getByLabel('Order number');
      await page.getByRole('button', { name: 'Find my order' }).click();
      expect(await order.getAttribute('aria-invalid')).toBe('true');
      expect(await order.evaluate((el) => el === document.activeElement)).toBe(true);
      await order.fill('1003');
      await page.getByRole('button', { name: 'Use the tracking number' }).click();
      await page.getByLabel('Tracking number').fill('LX123456785FR');
      await page.getByRole('button', { name: 'Use the order number' }).click();
      expect(await order.inputValue()).toBe('1003');
      await page.getByRole('button', { name: 'Find my order' }).click();
      expect(await told(page)).toEqual(['find {"order":"1003","contact":"anna@example.com"} 1003 · anna@example.com']);
    }));

  it('counts the items', () =>
    withPage('items', {}, async (page) => {
      const submit = page.getByRole('button', { name: 'These are missing' });
      // It is locked and yet can be pressed, so that a reader hears why.
      await submit.click({ force: true });
      expect(await told(page)).toEqual([]);
      await page.getByText('Mug, speckled').click();
      await page.getByRole('button', { name: 'One more' }).click();
      await page.getByText('2 of 4').waitFor();
      await submit.click();
      expect(await told(page)).toEqual(['pickItems [{"id":"mug","count":2}] 2 × Mug, speckled']);
    }));

  it('has no remedy chosen beforehand, and sends the one that is', () =>
    withPage('remedies', {}, async (page) => {
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      const submit = page.getByRole('button', { name: 'This is what I choose' });
      await submit.click({ force: true });
      expect(await told(page)).toEqual([]);
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
      await submit.click();
      expect(await told(page)).toEqual(['chooseRemedy refund Get the money back']);
    }));

  it('rates by keyboard, and lets one skip', () =>
    withPage('recap', {}, async (page) => {
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('textbox', { name: 'What should we do better?' }).fill('Say it earlier');
      await page.getByRole('button', { name: 'Send', exact: true }).first().click();
      await page.getByRole('button', { name: 'Skip' }).click();
      expect(await told(page)).toEqual(['rate 2 Say it earlier', 'choose skip Skip']);
    }));
});

describe('what is noticed about a photo', () => {
  const file = { name: 'better', mimeType: 'image/png', buffer: Buffer.from('better') };

  it('stands at its slot with two ways of one size, and the photo may be used as it is', () =>
    withPage('noticed', {}, async (page) => {
      const hint = page.getByRole('group', { name: 'Photo' });
      await hint.getByText('It came out dark').waitFor();
      const again = await hint.locator('label').boundingBox();
      const anyway = await hint.getByRole('button', { name: 'Use it anyway' }).boundingBox();
      expect([again?.width, again?.height]).toEqual([anyway?.width, anyway?.height]);
      await hint.getByRole('button', { name: 'Use it anyway' }).click();
      expect(await told(page)).toEqual(['keepPhoto one']);
      await expect.poll(() => focused(page)).toBe('Photo, saved. It came out dark');
    }));

  it('may be answered with another photo, which takes its place', () =>
    withPage('noticed', {}, async (page) => {
      await page.getByLabel('Take it again').setInputFiles(file);
      expect(await told(page)).toEqual(['removePhoto one', 'addPhotos label one better']);
    }));

  it('names the sides of a box, there and in the slot itself, and is reached by keyboard', () =>
    withPage('noticedBox', {}, async (page) => {
      await page.getByRole('group', { name: 'Left' }).getByText('It is the same picture as “Top”').waitFor();
      await page.getByRole('button', { name: 'Right, saved. It came out blurred. It is very small, so details are hard to see' }).waitFor();
      await page.getByLabel('Take it again, Left').focus();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Use it anyway, Left');
      await page.keyboard.press('Enter');
      expect(await told(page)).toEqual(['keepPhoto left']);
    }));

  it('is announced where it appears, and is gone at once when the photo is used', () =>
    withPage('label', {}, async (page) => {
      const said = page.locator('[aria-live=polite].noticed');
      expect(await said.textContent()).toBe('');
      await draw(page, fresh('noticed'));
      await said.getByText('It came out dark').waitFor();
      const keep = { kind: 'keepPhoto', photoId: 'one' } as const;
      await draw(page, { ...fresh('noticed'), outbox: [{ id: 'out-1', at: 1, state: 'sending', kind: 'said', said: keep, label: null }] });
      await expect.poll(() => said.textContent()).toBe('');
    }));
});

describe('photos of the box', () => {
  const file = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(name) });

  it('fill the free sides when several are chosen, and what finds no side goes into the talk', () =>
    withPage('evidence', {}, async (page) => {
      await page.getByLabel('Back, take this photo next').setInputFiles([file('a'), file('b'), file('c')]);
      expect(await told(page)).toEqual(['addPhotos packaging back a', 'addPhotos packaging bottom b', 'addPhotos loose one c']);
    }));

  it('say for each side how it stands', () =>
    withPage('evidence', {}, async (page) => {
      for (const name of ['Top, saved', 'Left, sending, 64%', 'Front, not sent']) await page.getByRole('button', { name }).waitFor();
      expect(await page.getByLabel('Bottom, no photo yet').getAttribute('type')).toBe('file');
    }));

  it('open large, and can be tried again or removed', () =>
    withPage('evidence', {}, async (page) => {
      await page.getByRole('button', { name: 'Front, not sent' }).click();
      await page.getByRole('dialog', { name: 'Front' }).getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('button', { name: 'Top, saved' }).click();
      await page.getByRole('dialog', { name: 'Top' }).getByRole('button', { name: 'Remove' }).click();
      expect(await told(page)).toEqual(['retry up-2', 'removePhoto top']);
      await expect.poll(() => focused(page)).toBe('Top, saved');
    }));

  it('need not be taken', () =>
    withPage('evidence', {}, async (page) => {
      await page.getByRole('button', { name: 'I can’t take these photos' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'I threw the box away' }).click();
      expect(await told(page)).toEqual(['evidenceCant threw_away I threw the box away']);
    }));

  it('open the camera on a phone and the files on a computer', async () => {
    await withPage('group', { hasTouch: true, isMobile: true }, async (page) => {
      expect(await page.getByLabel('Take photo', { exact: true }).getAttribute('capture')).toBe('environment');
      expect(await page.getByLabel('Choose photos', { exact: true }).getAttribute('capture')).toBeNull();
    });
    await withPage('group', {}, async (page) => {
      expect(await page.getByLabel('Choose photos', { exact: true }).getAttribute('multiple')).not.toBeNull();
      expect(await page.locator('[capture]').count()).toBe(0);
    });
  });
});

describe('cards', () => {
  it('unfold the steps so far and the way to a dispute in place', () =>
    withPage('parcel', {}, async (page) => {
      const steps = page.getByRole('button', { name: 'All 5 steps so far' });
      expect(await steps.getAttribute('aria-expanded')).toBe('false');
      await steps.click();
      await page.getByText('Left the country').waitFor();
      await page.getByRole('button', { name: 'How to open a dispute' }).click();
      await page.getByText('Open the shop’s order page').waitFor();
    }));

  it('copy a number and say so', () =>
    withPage('customs', {}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'Copy LZ482917367CN' }).click();
      await expect.poll(() => page.locator('[role=status].sr').textContent()).toBe('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('LZ482917367CN');
    }));

  it('tell which step a case is at', () =>
    withPage('longCase', {}, async (page) => {
      expect(await page.locator('[aria-current=step]').textContent()).toBe('Carrier');
    }));
});

it('runs the road the other way where one reads from the right', () =>
  withPage('arabic', {}, async (page) => {
    expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual(['rtl', 'ar']);
    const [first, last] = await Promise.all([
      page.locator('.stops li').first().boundingBox(),
      page.locator('.stops li').last().boundingBox(),
    ]);
    expect(first?.x ?? 0).toBeGreaterThan(last?.x ?? 0);
    expect(await page.locator('.road').evaluate((el) => new DOMMatrix(getComputedStyle(el).transform).a)).toBe(-1);
  }));

interface Room extends BrowserContextOptions {
  draft?: string;
}

async function withPage(name: string, { draft, ...options }: Room, use: (page: Page, troubles: string[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    addEventListener('tw-action', (e) => {
      const { name, args } = (e as CustomEvent<{ name: string; args: unknown[] }>).detail;
      const plain = (arg: unknown): string =>
        typeof arg === 'string' || typeof arg === 'number'
          ? String(arg)
          : Array.isArray(arg) && arg[0] instanceof File
            ? arg.map((file: File) => file.name).join(' ')
            : arg instanceof Event
              ? ''
              : JSON.stringify(arg);
      if (name !== 'typing') told.push([name, ...args.map(plain)].join(' ').trim());
    });
  });
  const query = new URLSearchParams({ state: name, ...(draft && { draft }) });
  await page.goto(`${gallery.url}?${query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  try {
    await use(page, troubles);
  } finally {
    await context.close();
  }
}

const parcel = () => fresh('parcel');
const history = () => fresh('history');
const conversation = () => {
  const { conversation: found } = parcel();
  if (!found) throw new Error('The fixture has no conversation.');
  return found;
};

function fresh(name: string): ChatState {
  const make = STATES[name];
  if (!make) throw new Error(`There is no state ${name}.`);
  return make();
}

function withMore(now: ChatState, text: string): ChatState {
  const seq = now.messages.length + 1;
  return { ...now, messages: [...now.messages, { seq, id: `more-${seq}`, at: Date.now(), from: 'bot', body: { kind: 'text', text } }] };
}

const draw = (page: Page, next: ChatState) => page.evaluate((detail) => void dispatchEvent(new CustomEvent('tw-state', { detail })), next);
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told);

/** Name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? '');

async function violations(page: Page): Promise<string[]> {
  // Under the policy a script tag would be refused; an evaluation by the driver is not.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const found = await run.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

function outside(): string[] {
  return [...document.querySelectorAll('#app *')]
    .filter((el) => !el.closest('svg, .sr') && el.getBoundingClientRect().right > innerWidth + 1)
    .map((el) => el.outerHTML.slice(0, 80));
}

/** A smaller-looking target may reach out by its `::after`. */
function tooSmall(): string[] {
  return [...document.querySelectorAll('button, label:has(input)')].flatMap((el) => {
    const box = el.getBoundingClientRect();
    if (!box.width) return [];
    const reach = getComputedStyle(el, '::after');
    const by = (side: string) => (reach.position === 'absolute' ? -parseFloat(side) || 0 : 0);
    const height = box.height + by(reach.top) + by(reach.bottom);
    const width = box.width + by(reach.left) + by(reach.right);
    return height < 44 || width < 40 ? [`${Math.round(width)} × ${Math.round(height)} ${el.outerHTML.slice(0, 80)}`] : [];
  });
}
