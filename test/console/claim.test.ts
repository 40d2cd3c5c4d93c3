/** The claim on the carrier as the desk shows it, and what agents enter about it. */
import { describe, expect, it } from 'vitest';
import { NOW } from '../../console/gallery/side.fixtures.ts';
import { expectClean, focused, gallery, SMALL, sticksOut, stretchWords, told, tooSmall } from './gallery-page.ts';

const withEntry = gallery();
const ROOM = { now: NOW };
const conversation = 'conversation-maya';

const PARTS = ['begun', 'refused', 'late', 'paid', 'unknown'];
const DIALOGS = ['line', 'file', 'fileUnknown', 'answer', 'appeal', 'goods', 'goodsEmpty'];

describe.each([...PARTS, 'beside', ...DIALOGS])('%s', (name) => {
  it('has nothing for axe to find, by day and by night, and keeps the content security policy', () =>
    withEntry(`claim/${name}`, ROOM, (page, troubles) => expectClean(page, troubles)));

  it('keeps inside 320 px, also from right to left and with words as long as German’s, and gives fingers room', () =>
    withEntry(`claim/${name}`, { ...ROOM, ...SMALL, dir: 'rtl' }, async (page) => {
      expect(await sticksOut(page)).toEqual([]);
      if (name !== 'beside') expect(await tooSmall(page)).toEqual([]);
      await stretchWords(page);
      expect(await sticksOut(page)).toEqual([]);
    }));
});

describe('the panel', () => {
  it('tells the days, who files, what is needed and what it may bring', () =>
    withEntry('claim/begun', ROOM, async (page) => {
      const facts = await page.locator('.claim dl > div').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ')).join(': '))); // prettier-ignore
      expect(facts).toContain('Line: China Post or EMS by its number');
      expect(facts).toContain('Days: to Wed, 20 January 2027 159 days left fairly certain');
      expect(facts).toContain('Filed by: The sender, so the store');
      expect(facts.find((fact) => fact.startsWith('Still needed'))).toContain('Photos of the box and its label');
      expect(facts).toContain('May bring: Not known yet Enter weight and values.');
      await page.getByText('For the team alone. The shopper sees nothing of it.').waitFor();
    }));

  it('shows what runs out, here and at the case', () =>
    withEntry('claim/beside', ROOM, async (page) => {
      await page.locator('.claim .due').getByText('24 h left to appeal').waitFor();
      await page.getByText('Claim: 24 h left to appeal').waitFor();
      await page.getByText('1 of 2 used').waitFor();
      await page.getByText(/Logistics, International parcel orders, Transaction, Complaint/).waitFor();
    }));

  it('says what is late', () =>
    withEntry('claim/late', ROOM, (page) => page.locator('.claim .due.bad').getByText('Platform is 2 days late').waitFor()));

  it('says why a sum is what it is, and what was paid', () =>
    withEntry('claim/paid', ROOM, async (page) => {
      await page.getByText('CN¥710.00', { exact: true }).waitFor();
      await page.getByText('CN¥620.00 for the loss, at most CN¥620.00 for 2 kg, and CN¥90.00 postage.').waitFor();
      await page.getByText('Accepted Thu 13 August CN¥710.00').waitFor();
    }));

  it('shows markup as the text it is', () =>
    withEntry('claim/refused', ROOM, async (page) => {
      await page.getByText('Type: “quantity short” <b>短少</b>', { exact: true }).waitFor();
    }));

  it('offers what may be done now, and nothing else, by keyboard too', () =>
    withEntry('claim/refused', ROOM, async (page) => {
      expect(await page.locator('.claim .acts button').allTextContents()).toEqual(['Enter a complaint', 'Enter an appeal', 'Weight and values']); // prettier-ignore
      await page.getByRole('button', { name: 'Enter an appeal' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'More for the claim' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Take back what was entered last' }).click();
      expect(await told(page)).toEqual([['openDialog', 'claimAppeal'], ['undoClaim']]);
    }));

  it('asks for the line where nobody can tell it', () =>
    withEntry('claim/unknown', ROOM, async (page) => {
      await page.locator('.claim .acts').getByRole('button', { name: 'Choose the line' }).click();
      expect(await told(page)).toEqual([['openDialog', 'claimLine']]);
    }));
});

describe('entering', () => {
  it('a line and what is claimed', () =>
    withEntry('claim/line', ROOM, async (page) => {
      await page.getByLabel('Line', { exact: true }).selectOption({ label: 'Royal Mail, within the UK' });
      await page.getByLabel('Never arrived').check();
      await page.getByRole('button', { name: 'Enter it' }).click();
      await expect
        .poll(() => told(page))
        .toEqual([
          ['ask', 'claimLine', { conversation, version: 0, line: 'royalMailUk', kind: 'lost' }],
          ['done', 'It stands in the claim'],
          ['closed'],
        ]);
    }));

  it('a complaint of an earlier day, with a note', () =>
    withEntry('claim/file', ROOM, async (page) => {
      await page.getByLabel('Day').fill('2026-08-10');
      await page.getByLabel('Note (optional)').fill('  Type: short  ');
      await page.getByRole('button', { name: 'Enter it' }).click();
      const [, , payload] = (await told(page))[0] as [string, string, object];
      expect(payload).toEqual({ conversation, version: 0, line: 'chinaEms', kind: 'missing', at: Date.UTC(2026, 7, 10, 22, 59), note: 'Type: short' }); // prettier-ignore
    }));

  it('an answer with what is paid, once it is chosen', () =>
    withEntry('claim/answer', ROOM, async (page) => {
      await page.getByRole('button', { name: 'Enter it' }).click();
      await page.getByText('Choose one').waitFor();
      await page.getByLabel('Accepted').check();
      await page.getByLabel(/^Amount paid/).fill('12 yuan');
      await page.getByRole('button', { name: 'Enter it' }).click();
      await page.getByText('Enter an amount such as 620 or 620.50').waitFor();
      await expect.poll(() => focused(page)).toContain('Amount paid');
      await page.getByLabel(/^Amount paid/).fill('620,5');
      await page.getByRole('button', { name: 'Enter it' }).click();
      await expect
        .poll(async () => (await told(page))[0])
        .toEqual(['ask', 'claimAnswer', { conversation, version: 6, outcome: 'accepted', amount: 62_050, at: NOW }]);
    }));

  it('an appeal, as of today', () =>
    withEntry('claim/appeal', ROOM, async (page) => {
      await page.getByRole('button', { name: 'Enter it' }).click();
      await expect.poll(async () => (await told(page))[0]).toEqual(['ask', 'claimAppeal', { conversation, version: 4, at: NOW }]);
    }));

  it('weight and values, where an empty field is not known yet', () =>
    withEntry('claim/goodsEmpty', ROOM, async (page) => {
      await page.getByLabel('Weight of a piece, kg').fill('1.2');
      await page.getByLabel('Postage paid, CNY').fill('90');
      await page.getByRole('button', { name: 'Enter it' }).click();
      const goods = { goods: 'declared', pieces: 1, grams: 1_200, postage: 9_000, declared: null, loss: null, box: 'unknown', scale: 'unknown', certificate: false }; // prettier-ignore
      await expect.poll(async () => (await told(page))[0]).toEqual(['ask', 'claimGoods', { conversation, version: 0, goods }]);
    }));
});
