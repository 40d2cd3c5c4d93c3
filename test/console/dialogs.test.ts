import { describe, expect, it } from 'vitest';
import { NOW } from '../../console/gallery/side.fixtures.ts';
import { expectClean, focused, gallery, SMALL, sticksOut, stretchWords, told, tooSmall } from './gallery-page.ts';

const withEntry = gallery();
const ROOM = { now: NOW };
const conversation = 'conversation-maya';

const NAMES = [
  'transfer',
  'transferMany',
  'transferAlone',
  'transferLoading',
  'promise',
  'promiseFar',
  'remedy',
  'remedyNone',
  'close',
  'closeHard',
  'askAgain',
  'askAgainAny',
  'finding',
  'findingMine',
  'findingNone',
  'letters',
  'lettersNone',
  'shortcuts',
];

describe.each(NAMES)('%s', (name) => {
  const entry = `dialogs/${name}`;

  it('has nothing for axe to find, by day and by night, keeps the content security policy, and changes nothing on Escape', () =>
    withEntry(entry, ROOM, async (page, troubles) => {
      await expectClean(page, troubles);
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await told(page)).filter(([what]) => what !== 'ask')).toEqual([['closed']]);
      const asked = (await told(page)).flatMap(([what, event]) => (what === 'ask' ? [event] : []));
      expect(asked.filter((event) => event !== 'colleagues' && event !== 'letters')).toEqual([]);
    }));

  it('keeps inside 320 px, also with words as long as German’s, and gives fingers room', () =>
    withEntry(entry, { ...ROOM, ...SMALL }, async (page) => {
      expect(await sticksOut(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      await stretchWords(page);
      expect(await sticksOut(page)).toEqual([]);
    }));
});

describe('handing to a colleague', () => {
  it('names who is here and who has the least to do, and never oneself', () =>
    withEntry('dialogs/transfer', ROOM, async (page) => {
      const names = await page
        .locator('.choices label')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replace(/\s+/g, ' ')));
      expect(names).toEqual([
        'TB Tom Becker Here, 1 chat',
        'RM Rosa Marín Here, takes no chats now, 4 chats',
        'SW Sun Wei Not here, 0 chats',
      ]);
    }));

  it('is done by keys', () =>
    withEntry('dialogs/transfer', ROOM, async (page) => {
      await page.getByRole('radio').first().waitFor();
      await expect.poll(() => focused(page)).toContain('Tom Becker');
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => told(page))
        .toEqual([
          ['ask', 'colleagues', {}],
          ['ask', 'transfer', { conversation, to: 'agent-rosa' }],
          ['done', 'Rosa Marín has the talk now'],
          ['closed'],
        ]);
    }));

  it('asks to whom, where nobody is chosen', () =>
    withEntry('dialogs/transfer', ROOM, async (page) => {
      await page.getByRole('button', { name: 'Hand it over' }).click();
      await page.getByRole('alert').getByText('Choose one first.').waitFor();
      await expect.poll(() => focused(page)).toContain('Tom Becker');
      expect((await told(page)).filter(([, event]) => event === 'transfer')).toEqual([]);
    }));

  it('finds by name among many, however accents are typed, and keeps the choice in sight', () =>
    withEntry('dialogs/transferMany', ROOM, async (page) => {
      await page.getByRole('radio', { name: 'Sun Wei' }).check();
      await page.getByRole('searchbox', { name: 'Find by name' }).fill('marin');
      await expect.poll(() => page.getByRole('radio').count()).toBe(2);
      await page.getByRole('radio', { name: 'Rosa Marín' }).waitFor();
      expect(await page.getByRole('radio', { name: 'Sun Wei' }).isChecked()).toBe(true);
    }));

  it('keeps the choice when it is refused, and goes well when tried again', () =>
    withEntry('dialogs/transferTaken', ROOM, async (page) => {
      await page.getByRole('radio', { name: 'Tom Becker' }).check();
      await page.getByRole('button', { name: 'Hand it over' }).click();
      await page.getByRole('alert').getByText('Tom Becker has this talk by now. Nothing was changed.').waitFor();
      expect(await page.getByRole('radio', { name: 'Tom Becker' }).isChecked()).toBe(true);
      expect((await told(page)).map(([what]) => what)).not.toContain('done');
      await page.getByRole('button', { name: 'Hand it over' }).click();
      await expect.poll(async () => (await told(page)).at(-1)).toEqual(['closed']);
    }));
});

describe('a promise', () => {
  it('needs words and an hour, and says which is missing', () =>
    withEntry('dialogs/promise', ROOM, async (page) => {
      await page.getByRole('button', { name: 'Promise it' }).click();
      await page.getByText('Write what you promise.').waitFor();
      await page.getByText('Choose by when. Without a date it is no promise.').waitFor();
      await expect.poll(() => focused(page)).toBe('What you promise');
      expect(await told(page)).toEqual([]);
    }));

  it('is made at the hour that the shopper reads', () =>
    withEntry('dialogs/promise', ROOM, async (page) => {
      await page.getByRole('textbox', { name: 'What you promise' }).fill('  A new shade leaves today. ');
      await page.getByRole('radio', { name: 'In 2 business days' }).check();
      await page.getByText('Maya reads: Tue 18 August, 18:00').waitFor();
      // Leeds and London have one clock.
      expect(await page.getByText('Your time:').count()).toBe(0);
      await page.getByRole('button', { name: 'Promise it' }).click();
      await expect.poll(async () => (await told(page)).length).toBe(3);
      const [asked] = await told(page);
      const dueAt = Date.UTC(2026, 7, 18, 17);
      expect(asked).toEqual([
        'ask',
        'promise',
        { conversation, id: expect.stringMatching(/^[\w-]{22}$/) as string, text: 'A new shade leaves today.', dueAt },
      ]);
    }));

  it('shows both clocks where they differ, and takes a date and an hour of one’s own by theirs', () =>
    withEntry('dialogs/promiseFar', ROOM, async (page) => {
      await page.getByRole('radio', { name: 'Another time' }).check();
      await page.getByLabel('Date', { exact: true }).fill('2026-10-26');
      await page.getByLabel('Hour', { exact: true }).fill('09:30');
      await page.getByText('Jonas reads: Mon 26 October, 09:30').waitFor();
      await page.getByText('Your time: Mon 26 October, 00:30').waitFor();
    }));

  it('keeps what was typed when the hour is refused, says so at the hour, and is the same promise when tried again', () =>
    withEntry('dialogs/promiseFar', ROOM, async (page) => {
      const text = page.getByRole('textbox', { name: 'What you promise' });
      await text.fill('You hear from me.');
      await page.getByRole('radio', { name: 'Another time' }).check();
      await page.getByLabel('Date', { exact: true }).fill('2027-06-01');
      const send = page.getByRole('button', { name: 'Promise it' });
      await send.click();
      await page.getByText('That is more than 60 days off. Choose an earlier day.').waitFor();
      expect(await page.getByLabel('Date', { exact: true }).getAttribute('aria-invalid')).toBe('true');
      expect(await text.inputValue()).toBe('You hear from me.');
      await send.click();
      await expect.poll(async () => (await told(page)).filter(([what]) => what === 'ask').length).toBe(2);
      const ids = (await told(page)).flatMap(([what, , payload]) => (what === 'ask' ? [(payload as { id: string }).id] : []));
      expect(ids[0]).toBe(ids[1]);
    }));

  it('can’t be for an hour that is over', () =>
    withEntry('dialogs/promise', ROOM, async (page) => {
      await page.getByRole('textbox', { name: 'What you promise' }).fill('Too late.');
      await page.getByRole('radio', { name: 'Another time' }).check();
      await page.getByLabel('Date', { exact: true }).fill('2026-08-14');
      await page.getByLabel('Hour', { exact: true }).fill('14:00');
      await page.getByRole('button', { name: 'Promise it' }).click();
      await page.getByText('That time is over. Choose a later one.').waitFor();
      expect(await told(page)).toEqual([]);
    }));

  it('is sent once, however often one presses', () =>
    withEntry('dialogs/promiseBusy', ROOM, async (page) => {
      await page.getByRole('textbox', { name: 'What you promise' }).fill('Once.');
      await page.getByRole('radio', { name: 'Today 18:00' }).check();
      const send = page.getByRole('button', { name: 'Promise it' });
      await send.click();
      await expect.poll(() => send.getAttribute('aria-busy')).toBe('true');
      await send.click({ force: true });
      await page.keyboard.press('Enter');
      expect((await told(page)).length).toBe(1);
    }));
});

describe('a remedy', () => {
  it('is not chosen beforehand, looks alike whatever it is, and is recorded with what the shopper wants', () =>
    withEntry('dialogs/remedy', ROOM, async (page) => {
      expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
      const boxes = await Promise.all(
        ['Send it again', 'Give the money back'].map((name) => page.locator('label', { hasText: name }).boundingBox()),
      );
      expect([boxes[0]!.width, boxes[0]!.height]).toEqual([boxes[1]!.width, boxes[1]!.height]);
      await page.getByRole('radio', { name: 'Either is fine' }).check();
      await page.getByRole('textbox', { name: 'In Maya’s words' }).fill('As long as it is here by Sunday');
      await page.getByRole('radio', { name: 'Send it again' }).check();
      await page.getByRole('button', { name: 'Agree on it' }).click();
      const payload = { conversation, remedy: 'resend', asked: 'either', words: 'As long as it is here by Sunday' };
      await expect.poll(() => told(page)).toEqual([['ask', 'settleRemedy', payload], ['done', 'Agreed: it is sent again'], ['closed']]);
    }));

  it('asks for both, and says when it is not what was wanted', () =>
    withEntry('dialogs/remedy', ROOM, async (page) => {
      await page.getByRole('radio', { name: 'The money back', exact: true }).check();
      await page.getByRole('button', { name: 'Agree on it' }).click();
      await page.getByText('Choose one first.').waitFor();
      await page.getByRole('radio', { name: 'Send it again' }).check();
      await page.getByRole('status').getByText('This is not what Maya asked for.').waitFor();
      await page.getByRole('button', { name: 'Agree on it' }).click();
      await expect
        .poll(async () => (await told(page))[0])
        .toEqual(['ask', 'settleRemedy', { conversation, remedy: 'resend', asked: 'refund' }]);
    }));

  it('says why there is none to choose', () =>
    withEntry('dialogs/remedyNone', ROOM, async (page) => {
      await page.getByText('There is no remedy to choose here now').waitFor();
      expect(await page.getByRole('radio').count()).toBe(0);
    }));
});

describe('closing', () => {
  it('names the promises that are open, and what becomes of them', () =>
    withEntry('dialogs/close', ROOM, async (page) => {
      await page.getByText('2 promises are open.').waitFor();
      await page.getByText('News, whatever it is, Wed 19 August, 18:00').waitFor();
      await page.getByText('Closed as solved they count as kept, as not solved they are withdrawn:').waitFor();
      await page.getByRole('radio', { name: 'Not solved' }).check();
      await page.getByText('Closed as not solved, they are withdrawn:').waitFor();
      await page.getByRole('button', { name: 'Close the talk' }).click();
      await expect
        .poll(() => told(page))
        .toEqual([['ask', 'close', { conversation, outcome: 'unsolved' }], ['done', 'Closed as not solved'], ['closed']]);
    }));

  it('tells why it was refused', () =>
    withEntry('dialogs/closeTaken', ROOM, async (page) => {
      await page.getByRole('radio', { name: 'Solved', exact: true }).check();
      await page.getByRole('button', { name: 'Close the talk' }).click();
      await page.getByRole('alert').getByText('Tom Becker has this talk by now.').waitFor();
      expect(await page.getByRole('radio', { name: 'Solved', exact: true }).isChecked()).toBe(true);
    }));
});

describe('asking again', () => {
  it('has the piece it was opened about, and a reason that is ready', () =>
    withEntry('dialogs/askAgain', ROOM, async (page) => {
      expect(await page.getByRole('radio', { name: 'All six sides' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.getByText('Say why. Without a reason Jonas would take the same photo again.').waitFor();
      await page.getByRole('button', { name: 'Too dark' }).click();
      const reason = await page.getByRole('textbox', { name: 'Why again?' }).inputValue();
      expect(reason.length).toBeGreaterThan(10);
      expect(await page.getByRole('button', { name: 'Too dark' }).getAttribute('aria-pressed')).toBe('true');
      await page.getByRole('button', { name: 'Ask again' }).click();
      await expect.poll(async () => (await told(page))[0]).toEqual(['ask', 'askAgain', { conversation, item: 'packaging', reason }]);
    }));

  it('asks which piece where it was opened about none', () =>
    withEntry('dialogs/askAgainAny', ROOM, async (page) => {
      await page.getByRole('textbox', { name: 'Why again?' }).fill('Unscharf.');
      await page.getByRole('button', { name: 'Ask again' }).click();
      await page.getByText('Choose one first.').waitFor();
      expect(await told(page)).toEqual([]);
    }));
});

describe('a finding', () => {
  it('says beforehand what the shopper will hear', () =>
    withEntry('dialogs/finding', ROOM, async (page) => {
      expect(await page.getByRole('radio').count()).toBe(3);
      const packed = page.getByRole('radio', { name: 'It was packed' });
      const described = await packed.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described}"]`).textContent()).toContain('Maya hears: it left the warehouse complete.');
      await packed.check();
      await page.getByRole('button', { name: 'Enter it' }).click();
      await expect
        .poll(() => told(page))
        .toEqual([['ask', 'record', { conversation, finding: 'packed' }], ['done', 'The answer is in the case'], ['closed']]);
    }));
});

describe('a finding while one has the talk oneself', () => {
  it('says that nobody tells the shopper but oneself, and what the bot does after it', () =>
    withEntry('dialogs/findingMine', ROOM, async (page) => {
      await page.getByText('You have the talk, so tell Maya yourself.').waitFor();
      await page.getByText('Given back, the bot goes on with the carrier’s search.').waitFor();
      expect(await page.getByText('Maya hears').count()).toBe(0);
    }));
});

describe('letters', () => {
  it('show both languages, are found by their words, and go into the reply by Enter', () =>
    withEntry('dialogs/letters', ROOM, async (page) => {
      const find = page.getByRole('combobox', { name: 'Find in the letters' });
      await expect.poll(() => find.evaluate((el) => el === document.activeElement)).toBe(true);
      await page.getByText('The lamp shade was left out at packing.').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.getByText('das Lager sieht sich das Packvideo an.').waitFor();
      expect(await page.getByRole('option', { selected: true }).textContent()).toBe('We wait for the warehouse');
      expect(await find.getAttribute('aria-activedescendant')).toBe(await page.getByRole('option', { selected: true }).getAttribute('id'));
      await find.fill('nachbarn');
      await expect.poll(() => page.getByRole('option').allTextContents()).toEqual(['Ask the neighbours once more']);
      await page.keyboard.press('Enter');
      const inserted = ['insert', 'Hallo Frau Osei,\n\nhaben Sie noch einmal bei den Nachbarn gefragt?'];
      await expect.poll(async () => (await told(page)).slice(1)).toEqual([inserted, ['done', ''], ['closed']]);
    }));

  it('say that none has these words', () =>
    withEntry('dialogs/letters', ROOM, async (page) => {
      await page.getByRole('combobox').fill('xylophone');
      await page.getByText('No letter has these words.').waitFor();
      await page.keyboard.press('Enter');
      expect((await told(page)).map(([what]) => what)).toEqual(['ask']);
    }));
});

it('shows every key there is, each with what it does', () =>
  withEntry('dialogs/shortcuts', ROOM, async (page) => {
    const rows = await page
      .locator('.keys dl > div')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows).toContainEqual(['Take over', 'T']);
    expect(rows).toContainEqual(['Back, close', 'Esc']);
    expect(rows.flat().filter((text) => !text || text.includes('keys.'))).toEqual([]);
  }));
