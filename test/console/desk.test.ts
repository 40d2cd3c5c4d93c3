import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FakeWire } from '../../console/gallery/fake-wire.ts';
import type { AgentServerEvents } from '../../protocol/agent-events.ts';
import { expectClean, focused, gallery, SMALL, sticksOut, type Room } from './gallery-page.ts';

const STATES = [
  'locked',
  'mine',
  'waiting',
  'other',
  'otherForLead',
  'closed',
  'nothingOpen',
  'emptyList',
  'loading',
  'failed',
  'talkLoading',
  'talkGone',
  'talkFailed',
  'notes',
  'refused',
  'cards',
  'foreign',
  'hostile',
  'tenThousand',
  'longTalk',
];
const WIDE: Room = { viewport: { width: 1440, height: 900 } };
const PHONE: Room = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const withEntry = gallery();

describe.each(STATES)('%s', (name) => {
  it('has nothing for axe to find, by day and by night, wide and on a phone', async () => {
    await withEntry(`desk/${name}`, WIDE, expectClean);
    await withEntry(`desk/${name}`, PHONE, expectClean);
  });

  it('keeps inside the screen, in both directions', async () => {
    for (const room of [SMALL, { ...SMALL, dir: 'rtl' }, { viewport: { width: 900, height: 700 } }] satisfies Room[]) {
      await withEntry(`desk/${name}`, room, async (page) => expect(await sticksOut(page)).toEqual([]));
    }
  });
});

describe('what strangers wrote', () => {
  it('is text, whatever it looks like', () =>
    withEntry('desk/hostile', WIDE, async (page) => {
      const log = page.getByRole('log');
      await log.getByText('<img src=x onerror="document.title=1"> <b>Maya</b> شادية').first().waitFor();
      await log.getByText('**not bold**').waitFor();
      expect(
        await page.locator('#app img').evaluateAll((all) => all.filter((img) => !img.getAttribute('src')?.startsWith('/api/')).length),
      ).toBe(0);
      expect(await page.title()).not.toBe('1');
    }));

  it('runs in its own direction', () =>
    withEntry('desk/foreign', WIDE, async (page) => {
      const words = page.getByRole('log').getByText('هل يمكنني التحدث مع شخص؟');
      expect(await words.evaluate((el) => getComputedStyle(el).direction)).toBe('rtl');
    }));
});

describe('the bot’s words', () => {
  it('are shown as the shopper reads them, and back, in their place', () =>
    withEntry('desk/foreign', WIDE, async (page) => {
      const toggle = page.getByRole('button', { name: /^As .*فاطمة.* reads it$/ });
      await toggle.click();
      const words = page.locator('.m.bot p');
      await expect.poll(() => words.textContent()).toContain('شكرًا لك');
      expect(await words.getAttribute('lang')).toBe('ar');
      expect(await words.evaluate((el) => getComputedStyle(el).direction)).toBe('rtl');
      await page.getByRole('button', { name: 'In your language' }).click();
      expect(await words.textContent()).toBe('Thank you. Customs asks for € 14.');
      await toggle.click();
      await expect.poll(() => words.textContent()).toContain('شكرًا لك');
      expect(await asked(page, 'original')).toHaveLength(1);
    }));

  it('have no other wording where both read the same language', () =>
    withEntry('desk/locked', WIDE, async (page) => {
      await page.getByText('Next, all six sides').waitFor();
      expect(await page.getByRole('button', { name: /reads it/ }).count()).toBe(0);
    }));
});

describe('the shopper’s language', () => {
  it('is named where one writes, also while one does', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      await page.getByRole('textbox', { name: 'Reply to Maya' }).fill('Hello');
      await page.getByText('They write English').waitFor();
    }));

  it('is told by what they wrote, and says so', () =>
    withEntry('desk/foreign', WIDE, async (page) => {
      await page.getByText('now writes Arabic').waitFor();
      await page.getByTitle('They write Arabic now, told by their words').waitFor();
    }));
});

describe('by keyboard', () => {
  it('t takes over, and what is typed then is a reply', () =>
    withEntry('desk/locked', WIDE, async (page) => {
      await page.getByText('The bot is talking with Maya').waitFor();
      await page.keyboard.press('t');
      await page.getByRole('textbox', { name: 'Reply to Maya' }).waitFor();
      await expect.poll(() => focused(page)).toBe('Reply to Maya');
      expect(await asked(page, 'take')).toEqual([{ conversation: 'conv-maya-01' }]);
      await page.getByText('You have the chat').last().waitFor();
    }));

  it('n opens the note even while replying is locked, and Escape leaves the field', () =>
    withEntry('desk/locked', WIDE, async (page) => {
      await page.getByText('The bot is talking with Maya').waitFor();
      await page.keyboard.press('n');
      await expect.poll(() => focused(page)).toBe('Note for the team');
      await page.keyboard.type('take care: j k t');
      expect(await page.getByRole('textbox', { name: 'Note for the team' }).inputValue()).toBe('take care: j k t');
      expect(await asked(page, 'take')).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).not.toBe('Note for the team');
      await page.keyboard.press('Enter');
      expect(await asked(page, 'note')).toEqual([]);
    }));

  it('j and k go through the list, Enter opens', () =>
    withEntry('desk/nothingOpen', WIDE, async (page) => {
      await page.getByRole('link', { name: /Jonas Adler/ }).waitFor();
      await page.keyboard.press('j');
      await expect.poll(() => focused(page)).toContain('Jonas Adler');
      await page.keyboard.press('j');
      await expect.poll(() => focused(page)).toContain('Maya Linden');
      await page.keyboard.press('k');
      await expect.poll(() => focused(page)).toContain('Jonas Adler');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /Maya Linden/ }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Choose a talk').waitFor();
    }));

  it('? shows every key, and letters do nothing behind it', () =>
    withEntry('desk/locked', WIDE, async (page) => {
      await page.getByText('The bot is talking with Maya').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('t');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await asked(page, 'take')).toEqual([]);
    }));

  it('b opens the way back to the bot, by its steps', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      await page.getByRole('textbox', { name: 'Reply to Maya' }).waitFor();
      await page.keyboard.press('b');
      await page.getByRole('menuitem', { name: 'Warehouse check' }).click();
      expect(await asked(page, 'giveBack')).toEqual([{ conversation: 'conv-maya-01', step: 'investigation' }]);
      await page.getByText('The bot goes on at: Warehouse check').last().waitFor();
    }));
});

describe('replying', () => {
  it('sends on Enter, breaks the line with Shift, and shows how far it got', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      const field = page.getByRole('textbox', { name: 'Reply to Maya' });
      await field.fill('One');
      await field.press('Shift+Enter');
      await field.pressSequentially('two');
      await field.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('');
      const bubble = page.locator('.m.agent', { hasText: 'two' });
      await bubble.getByText(/^Sent/).waitFor();
      const [said] = (await asked(page, 'say')) as { id: string; text: string }[];
      expect(said?.text).toBe('One\ntwo');
      const message = {
        seq: 14,
        id: said?.id ?? '',
        at: Date.now(),
        from: 'agent' as const,
        agent: { id: 'agent-nadia', name: 'Nadia Keller' },
        body: { kind: 'text' as const, text: 'One\ntwo' },
      };
      await push(page, 'turn', { conversation: await view(page, 14), messages: [message] });
      await push(page, 'seen', { conversation: 'conv-maya-01', by: 'shopper', seq: 14 });
      await bubble.getByText(/^Seen/).waitFor();
      expect(await bubble.count()).toBe(1);
    }));

  it('keeps the draft of each talk', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      const field = page.getByRole('textbox', { name: 'Reply to Maya' });
      await field.fill('I will look it');
      await page.getByRole('tab', { name: 'Note' }).click();
      expect(await page.getByRole('textbox', { name: 'Note for the team' }).inputValue()).toBe('');
      await page.getByRole('link', { name: /Jonas Adler/ }).click();
      await page.getByRole('link', { name: /Maya Linden/ }).click();
      await expect.poll(() => field.inputValue()).toBe('I will look it');
    }));

  it('that is refused says why, and becomes a note', () =>
    withEntry('desk/refused', WIDE, async (page) => {
      const field = page.getByRole('textbox', { name: 'Reply to Maya' });
      await field.fill('I can send it today');
      await field.press('Enter');
      await page.getByText('Not sent. Tom Berg has this talk now.').waitFor();
      await expect.poll(() => fromEnd(page)).toBeLessThan(2);
      await page.getByRole('button', { name: 'Keep as a note' }).click();
      await expect.poll(() => asked(page, 'note')).toMatchObject([{ text: 'I can send it today' }]);
    }));

  it('without a line is kept, and goes out when it is back', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      await line(page, 'lost');
      const field = page.getByRole('textbox', { name: 'Reply to Maya' });
      await field.fill('Still here');
      await field.press('Enter');
      await page.getByText('On this device, goes out by itself').waitFor();
      await line(page, 'open');
      await expect.poll(() => asked(page, 'say')).toMatchObject([{ text: 'Still here' }]);
    }));
});

describe('the floor', () => {
  it('is locked with a reason, and a lead alone may take from a colleague', async () => {
    await withEntry('desk/other', WIDE, async (page) => {
      await page.getByText('Tom Berg has this talk').waitFor();
      expect(await page.getByRole('button', { name: 'Take over from Tom Berg' }).count()).toBe(0);
    });
    await withEntry('desk/otherForLead', WIDE, async (page) => {
      await page.getByRole('button', { name: 'Take over from Tom Berg' }).click();
      await expect.poll(() => asked(page, 'take')).toEqual([{ conversation: 'conv-maya-01', from: 'agent-tom-01' }]);
    });
  });

  it('undo gives the talk back where the bot was', () =>
    withEntry('desk/locked', WIDE, async (page) => {
      await page.getByRole('button', { name: 'Take over' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => asked(page, 'giveBack')).toEqual([{ conversation: 'conv-maya-01', step: 'resume' }]);
    }));
});

describe('the thread', () => {
  it('opens a long talk at its end, loads upwards without a jump, and leaves a reader in peace', () =>
    withEntry('desk/longTalk', WIDE, async (page) => {
      await page.getByText('Line 420.').waitFor();
      await expect.poll(() => fromEnd(page)).toBeLessThan(2);
      const at = page.getByText(/^Line 361\./);
      await page.locator('.stream').evaluate((el) => (el.scrollTop = 100));
      await page.getByText(/^Line 300\./).waitFor({ state: 'attached' });
      const top = () => at.evaluate((el) => Math.round(el.getBoundingClientRect().top));
      const before = await top();
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(900);
      await push(page, 'turn', {
        conversation: await view(page, 421),
        messages: [{ seq: 421, id: 'message-0421', at: Date.now(), from: 'shopper', body: { kind: 'text', text: 'And now?' } }],
      });
      await page.getByRole('button', { name: 'New messages' }).waitFor();
      expect(await top()).toBe(before);
      expect((await asked(page, 'seen')).some((payload) => (payload as { seq: number }).seq === 421)).toBe(false);
      await page.getByRole('button', { name: 'New messages' }).click();
      await expect.poll(() => fromEnd(page)).toBeLessThan(2);
      await expect.poll(async () => (await asked(page, 'seen')).at(-1)).toMatchObject({ seq: 421 });
    }));

  it('shows that the shopper types, is here, and left', () =>
    withEntry('desk/mine', WIDE, async (page) => {
      await page.getByText('Maya is writing').waitFor();
      await push(page, 'presence', { conversation: 'conv-maya-01', here: false });
      await page.getByText('left just now').waitFor();
      await expect.poll(() => page.getByText('Maya is writing').count()).toBe(0);
    }));
});

describe('the list', () => {
  it('of ten thousand holds a screenful, and comes to whoever scrolls', () =>
    withEntry('desk/tenThousand', WIDE, async (page) => {
      const rows = page.locator('.items .item');
      await rows.first().waitFor();
      expect(await rows.count()).toBeLessThan(40);
      const list = page.locator('.items');
      for (let pages = 0; pages < 6; pages++) {
        const height = await list.evaluate((el) => el.scrollHeight);
        await list.evaluate((el) => (el.scrollTop = el.scrollHeight));
        await expect.poll(() => list.evaluate((el) => el.scrollHeight)).toBeGreaterThan(height);
      }
      expect(await rows.count()).toBeLessThan(40);
      expect((await asked(page, 'inbox')).length).toBeGreaterThan(6);
    }));

  it('keeps what one looks at in its place while others come in above', () =>
    withEntry('desk/tenThousand', WIDE, async (page) => {
      const list = page.locator('.items');
      await page.locator('.item').first().waitFor();
      await list.evaluate((el) => (el.scrollTop = 1500));
      const row = page.getByRole('link', { name: /Shopper 20 / });
      const top = () => row.evaluate((el) => Math.round(el.getBoundingClientRect().top));
      await row.waitFor();
      const before = await top();
      await page.evaluate(() => {
        const { wire } = window as unknown as { wire: FakeWire };
        const fresh = { rank: 1 as const, rankAt: -1, chipAt: Date.now(), id: 'conv-fresh-1', name: 'Fresh' };
        const like = {
          locale: 'en',
          language: 'English',
          status: 'bot' as const,
          problem: null,
          parcel: null,
          photos: null,
          preview: null,
        };
        const item = { ...like, ...fresh, unread: 0, agent: null, caseNumber: null, orderNumber: null, lastAt: 0 };
        wire.answer({ inboxItems: () => ({ ok: true, items: [item], counts: { all: 1, waiting: 0, mine: 0, bot: 0, closed: 0 } }) });
        wire.push('inboxChanged', { ids: ['conv-fresh-1'] });
      });
      await page.getByRole('tab', { name: /^All 1$/ }).waitFor();
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    }));

  it('says for each filter that it is empty, and tries again where it failed', async () => {
    await withEntry('desk/emptyList', WIDE, async (page) => {
      await page.getByText('Nothing open').waitFor();
      await page.getByRole('tab', { name: /Waiting/ }).click();
      await page.getByText('Nobody waits for a person').waitFor();
    });
    await withEntry('desk/failed', WIDE, async (page) => {
      await page.getByText('The list could not be read just now. Try again.').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect
        .poll(async () => (await asked(page, 'inbox')).filter((one) => (one as { filter: string }).filter === 'all').length)
        .toBe(2);
    });
  });
});

describe('on a phone', () => {
  it('one column at a time, with the clock in sight', () =>
    withEntry('desk/locked', PHONE, async (page) => {
      const chip = page.locator('.talk .due');
      for (const [tab, seen] of [
        ['Parcel', 'Royal Mail'],
        [/^Proof/, 'All six sides'],
        [/^Promises/, 'News, whatever it is'],
        ['Talk', 'Could you send only the shade?'],
      ] as const) {
        await page.getByRole('tab', { name: tab }).click();
        await page.getByText(seen).first().waitFor();
        expect(await chip.innerText()).toContain('42 min');
      }
      await page.getByRole('link', { name: /Back to the list/ }).click();
      await page.getByRole('link', { name: /Jonas Adler/ }).waitFor();
      expect(await page.getByRole('log').count()).toBe(0);
    }));
});

type Window_ = { wire: FakeWire };

async function asked(page: Page, event: string): Promise<unknown[]> {
  return page.evaluate(
    (wanted) => (window as unknown as Window_).wire.asked.filter((one) => one.event === wanted).map(({ payload }) => payload),
    event,
  );
}

async function push<E extends keyof AgentServerEvents>(page: Page, event: E, payload: Parameters<AgentServerEvents[E]>[0]): Promise<void> {
  await page.evaluate(
    ([name, what]) => (window as unknown as { wire: { push(name: string, what: unknown): void } }).wire.push(name, what),
    [event, payload] as const,
  );
}

async function line(page: Page, state: 'lost' | 'open'): Promise<void> {
  await page.evaluate((to) => ((window as unknown as Window_).wire.state.value = to), state);
}

/** The conversation as the line answers it, at a later message. */
async function view(page: Page, lastSeq: number) {
  const answer = await page.evaluate(() => (window as unknown as Window_).wire.ask('open', { conversation: 'conv-maya-01', after: 0 }));
  return { ...answer.conversation, lastSeq };
}

async function fromEnd(page: Page): Promise<number> {
  return page.locator('.stream').evaluate((el) => Math.round(el.scrollHeight - el.clientHeight - el.scrollTop));
}
