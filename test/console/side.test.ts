import { describe, expect, it } from 'vitest';
import { NOW } from '../../console/gallery/side.fixtures.ts';
import { expectClean, focused, gallery, SMALL, sticksOut, stretchWords, told, tooSmall } from './gallery-page.ts';

const withEntry = gallery();
const ROOM = { now: NOW };

describe.each([
  'full',
  'stranger',
  'hard',
  'settled',
  'noticed',
  'viewerNoticed',
  'parcel',
  'proof',
  'promises',
  'promisesLate',
  'viewer',
  'viewerMissing',
])('%s', (name) => {
  const entry = `side/${name}`;

  it('has nothing for axe to find, by day and by night, and keeps the content security policy', () =>
    withEntry(entry, ROOM, async (page, troubles) => {
      if (name === 'viewerMissing') await page.getByRole('alert').waitFor();
      await expectClean(page, troubles);
    }));

  it('keeps inside 320 px, also with words as long as German’s', () =>
    withEntry(entry, { ...ROOM, ...SMALL }, async (page) => {
      expect(await sticksOut(page)).toEqual([]);
      await stretchWords(page);
      expect(await sticksOut(page)).toEqual([]);
    }));
});

it.each(['parcel', 'proof', 'promises', 'promisesLate', 'viewer', 'viewerNoticed'])('gives fingers room in %s', (name) =>
  withEntry(`side/${name}`, { ...ROOM, ...SMALL }, async (page) => {
    expect(await tooSmall(page)).toEqual([]);
  }),
);

describe('what was noticed about photos', () => {
  it('is marked in the grid and listed below it, with the way to the earlier conversation', () =>
    withEntry('side/noticed', ROOM, async (page) => {
      await page
        .getByRole('button', { name: /^Left, show it large\. It is dark\. Nearly the same picture came in case TW-7K2P/ })
        .waitFor();
      const line = page.getByRole('listitem').filter({ hasText: 'Left Nearly the same picture came in case TW-7K2P' });
      const link = line.getByRole('link', { name: 'Open that conversation' });
      expect(await link.getAttribute('href')).toBe('#/inbox/all/conversation-earlier');
      await page.getByText('The barcode is this parcel’s: LZ482917367CN').waitFor();
    }));

  it('stands below the photo when it is large, and goes with it', () =>
    withEntry('side/viewerNoticed', ROOM, async (page) => {
      const list = page.getByRole('list', { name: 'What was noticed' });
      expect(await list.getByRole('listitem').count()).toBe(2);
      await page.keyboard.press('ArrowRight');
      await list.waitFor({ state: 'detached' });
    }));
});

describe('the side', () => {
  it('says what is not there yet', () =>
    withEntry('side/stranger', ROOM, async (page) => {
      await page.getByText('No order yet: the bot is still finding it.').waitFor();
      expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Parcel', 'Case', 'Evidence', 'Promises']);
    }));

  it('tells the facts of the case', () =>
    withEntry('side/full', ROOM, async (page) => {
      const facts = await page.locator('.side dl > div').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ')).join(': '))); // prettier-ignore
      expect(facts).toContain('Missing: 1 × Lamp shade, sand £22.00');
      expect(facts).toContain('Protection: to Tue 8 September 25 days left');
      expect(facts).toContain('Looked in the packing: yes, twice');
      // Nothing of the talk comes twice: the number stands at the top.
      expect(facts.filter((fact) => fact.startsWith('Number'))).toEqual([]);
    }));

  it('unfolds every scan', () =>
    withEntry('side/full', ROOM, async (page) => {
      expect(await page.getByText('Left the country').count()).toBe(0);
      const fold = page.getByRole('button', { name: 'All 6 scans so far' });
      expect(await fold.getAttribute('aria-expanded')).toBe('false');
      await fold.click();
      await page.getByText('Left the country').waitFor();
    }));

  it('copies the number as the carrier wants it', () =>
    withEntry('side/full', ROOM, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: /LZ.482/ }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('LZ482917367CN');
    }));

  it('shows markup as the text it is', () =>
    withEntry('side/hard', ROOM, async (page, troubles) => {
      await page.getByText('<img src=x onerror=alert(1)>', { exact: true }).waitFor();
      await page.getByText('<i>I will ring</i> them at once').waitFor();
      expect(await page.locator('.side :is(img[src="x"], script, b b, dd b, u)').count()).toBe(0);
      expect(troubles).toEqual([]);
    }));
});

describe('the evidence', () => {
  it('names each side with its state, and opens a photo large', () =>
    withEntry('side/full', ROOM, async (page) => {
      await page.getByRole('img', { name: 'Back, no photo yet' }).waitFor();
      await page.getByRole('button', { name: 'Left, show it large' }).click();
      expect(await told(page)).toEqual([['viewPhoto', 'photo-left-1']]);
    }));

  it('asks again for the piece whose menu it is', () =>
    withEntry('side/full', ROOM, async (page) => {
      await page.getByRole('button', { name: 'More for All six sides' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Ask again' }).waitFor();
      await page.keyboard.press('Enter');
      expect(await told(page)).toEqual([['openDialog', 'askAgain', 'packaging']]);
    }));

  it('says why a piece can’t be had, and which photo did not come', () =>
    withEntry('side/hard', ROOM, async (page) => {
      await page.getByText('can’t: it was thrown away').waitFor();
      await page.getByRole('button', { name: '<u>Photo</u>, the photo did not come' }).waitFor();
    }));

  it('asks for nothing once the talk is closed', () =>
    withEntry('side/settled', ROOM, async (page) => {
      expect(await page.getByRole('button', { name: /^More for/ }).count()).toBe(0);
      await page.getByText('Solved', { exact: true }).waitFor();
    }));
});

describe('the promises', () => {
  it('stand by their date, with the time that is left', () =>
    withEntry('side/promises', ROOM, async (page) => {
      const rows = page.locator('.prom');
      expect(await rows.locator('b').allTextContents()).toEqual(['What the packing video shows', 'News, whatever it is', 'Order found']);
      expect(await rows.first().locator('time').textContent()).toBe('42 min');
      // 42 minutes are left of 140.
      expect(await rows.first().locator('.part').getAttribute('stroke-dasharray')).toBe('30 100');
      await page.getByText('Warehouse, by 15:00').waitFor();
    }));

  it('say in words what is late, what was missed and what was taken back', () =>
    withEntry('side/promisesLate', ROOM, async (page) => {
      expect(await page.locator('.prom time').allTextContents()).toEqual(['18 min late']);
      await page.getByText('Bot, was due 14:00').waitFor();
      await page.getByText('Nadia Kaya, missed. Was due Wed 12 August, 14:18').waitFor();
      await page.getByText('Carrier, withdrawn. Was due Thu 13 August, 14:18').waitFor();
    }));

  it('take an answer where one is waited for, and are kept by hand', () =>
    withEntry('side/promises', ROOM, async (page) => {
      expect(await page.getByRole('button', { name: 'Enter the answer' }).count()).toBe(1);
      await page.getByRole('button', { name: 'Enter the answer' }).click();
      await page.getByRole('button', { name: 'More for the promise: News, whatever it is' }).click();
      await page.getByRole('menuitem', { name: 'Mark as kept' }).click();
      expect(await told(page)).toEqual([
        ['openDialog', 'finding'],
        ['settlePromise', 'promise-2', 'kept'],
      ]);
    }));

  it('are withdrawn after a question only', () =>
    withEntry('side/promises', ROOM, async (page) => {
      const withdraw = async () => {
        await page.getByRole('button', { name: 'More for the promise: News, whatever it is' }).click();
        await page.getByRole('menuitem', { name: 'Withdraw it' }).click();
      };
      await withdraw();
      await page.getByText('The shopper was told Wed 19 August, 18:00.').waitFor();
      await page.getByRole('button', { name: 'Leave it' }).click();
      expect(await told(page)).toEqual([]);
      await withdraw();
      expect(await focused(page)).toBe('Withdraw it');
      await page.keyboard.press('Enter');
      expect(await told(page)).toEqual([['settlePromise', 'promise-2', 'void']]);
    }));
});

describe('the large view', () => {
  const where = 'h2';

  it('goes through the photos by keys, and stays at the ends', () =>
    withEntry('side/viewer', ROOM, async (page) => {
      const title = page.getByRole('dialog').locator(where);
      expect(await title.textContent()).toBe('Left3 of 6');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => title.textContent()).toBe('Front4 of 6');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => title.textContent()).toBe('Photo6 of 6');
      await page.keyboard.press('Home');
      await expect.poll(() => title.textContent()).toBe('Photo of everything1 of 6');
      expect(await page.getByRole('button', { name: 'Photo before' }).getAttribute('aria-disabled')).toBe('true');
      await page.keyboard.press('Escape');
      await expect.poll(() => told(page)).toEqual([['closed']]);
    }));

  it('goes the other way where one reads from the right', () =>
    withEntry('side/viewer', { ...ROOM, dir: 'rtl' }, async (page) => {
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => page.getByRole('dialog').locator(where).textContent()).toBe('Front4 of 6');
    }));

  it('zooms by button, key and wheel, turns, and begins anew with the next photo', () =>
    withEntry('side/viewer', ROOM, async (page) => {
      const photo = page.getByRole('dialog').getByRole('img');
      const lie = () => photo.evaluate((el) => el.style.transform);
      const zoom = async () => Number(/scale\(([\d.]+)\)/.exec(await lie())?.[1]);
      await page.locator('.stage.here').waitFor();
      await page.getByRole('button', { name: 'Larger' }).click();
      await page.keyboard.press('+');
      await expect.poll(zoom).toBe(2.25);
      await page.mouse.move(500, 450);
      await page.mouse.wheel(0, -400);
      await expect.poll(zoom).toBeCloseTo(2.25 * Math.E, 1);
      await page.keyboard.press('r');
      await expect.poll(lie).toBe('translate(0px, 0px) rotate(90deg) scale(1)');
      await page.keyboard.press('ArrowRight');
      await expect.poll(lie).toBe('translate(0px, 0px) rotate(0deg) scale(1)');
    }));

  it('is moved when it is larger than the window, and never out of it', () =>
    withEntry('side/viewer', ROOM, async (page) => {
      const photo = page.getByRole('dialog').getByRole('img');
      await page.locator('.stage.here').waitFor();
      for (let i = 0; i < 4; i++) await page.keyboard.press('+');
      await page.mouse.move(500, 450);
      await page.mouse.down();
      await page.mouse.move(9000, 450, { steps: 4 });
      await page.mouse.up();
      const edges = () =>
        photo.evaluate((el) => Math.round(el.getBoundingClientRect().left - el.parentElement!.getBoundingClientRect().left));
      await expect.poll(edges).toBe(0);
    }));

  it('goes on by a stroke of the finger', () =>
    withEntry('side/viewer', { ...ROOM, ...SMALL }, async (page) => {
      await page.locator('.stage.here').waitFor();
      const line = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        line.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 300 }] });
      await touch('touchStart', 250);
      for (const x of [210, 160, 110, 80]) await touch('touchMove', x);
      await touch('touchEnd');
      await expect.poll(() => page.getByRole('dialog').locator(where).textContent()).toBe('Front4 of 6');
    }));

  it('says that a photo is gone, asks for it again, and offers no download', () =>
    withEntry('side/viewerMissing', ROOM, async (page) => {
      await page.getByText('This photo did not come.').waitFor();
      const [again] = await Promise.all([
        page.waitForRequest((request) => request.url().includes('/photos/photo-missing')),
        page.getByRole('button', { name: 'Try again' }).click(),
      ]);
      expect(again.method()).toBe('GET');
      await page.getByText('This photo did not come.').waitFor();
      expect(await page.locator('a').count()).toBe(0);
    }));
});

describe('the mails', () => {
  it('say what went, what is to go, and what could not', () =>
    withEntry('side/promisesLate', ROOM, async (page) => {
      const rows = page.locator('.mails li');
      expect(await rows.count()).toBe(2);
      await page.getByText('could not be mailed, given up').waitFor();
      await page.getByText('to be mailed').waitFor();
    }));

  it('are left out where there are none', () =>
    withEntry('side/promises', ROOM, async (page) => {
      expect(await page.locator('.mails').count()).toBe(0);
    }));

  it('say why one was not sent', () =>
    withEntry('side/settled', ROOM, async (page) => {
      await page.getByText('not mailed: read here').waitFor();
    }));
});
