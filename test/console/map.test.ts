import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { crowdedMap, missingMap, NOW } from '../../console/gallery/side.fixtures.ts';
import { expectClean, focused, gallery, SMALL, sticksOut, stretchWords, told, tooSmall } from './gallery-page.ts';

const withEntry = gallery();
const ROOM = { now: NOW };

describe.each(['mine', 'looking', 'crowded', 'loading', 'refused'])('%s', (name) => {
  const entry = `map/${name}`;

  it('has nothing for axe to find, by day and by night, and keeps the content security policy', () => withEntry(entry, ROOM, expectClean));

  it('keeps inside 320 px, also with words as long as German’s, and gives fingers room', () =>
    withEntry(entry, { ...ROOM, ...SMALL }, async (page) => {
      expect(await sticksOut(page)).toEqual([]);
      expect(await tooSmall(page)).toEqual([]);
      await stretchWords(page);
      expect(await sticksOut(page)).toEqual([]);
    }));

  it('grows with its words on a desk', () =>
    withEntry(entry, ROOM, async (page) => {
      await stretchWords(page);
      expect(await sticksOut(page)).toEqual([]);
    }));
});

describe('the map', () => {
  it('is a list of steps, each with what it is to the talk and where it goes on', () =>
    withEntry('map/looking', ROOM, async (page) => {
      const steps = page.getByRole('list', { name: 'Steps of the bot' }).locator('> [role=listitem]');
      expect(await steps.count()).toBe(missingMap.nodes.length);
      const now = steps.filter({ has: page.locator('[aria-current=step]') });
      expect(await now.count()).toBe(1);
      for (const words of [
        'All six sides',
        '4 of 6.',
        'the bot is here.',
        'can be given back here',
        'can’t, with a reason: Did someone else collect it?',
      ])
        expect(await now.textContent()).toContain(words);
      await page.getByText('4 of 7').waitFor();
      await page.getByText('Sat 15 August, 11:18').waitFor();
    }));

  it('can be looked at by anybody, and given back on by whom has the talk', () =>
    withEntry('map/looking', ROOM, async (page) => {
      expect(await page.locator('button.node').count()).toBe(0);
      await page.getByText('Take over from any step.').waitFor();
    }));

  it.each([
    ['mine', missingMap, undefined],
    ['crowded', crowdedMap, undefined],
    ['mine', missingMap, 'rtl'],
    ['crowded', crowdedMap, 'rtl'],
  ] as const)('has every line begin and end at a box (%s, %#)', (name, map, dir) =>
    withEntry(`map/${name}`, { ...ROOM, ...(dir && { dir }) }, async (page) => {
      await expect.poll(() => page.locator('.lines > g:not(.people)').count()).toBe(map.edges.length);
      expect(await loose(page)).toEqual([]);
      expect(await page.locator('.lines > .done').count()).toBe(map.edges.filter(({ done }) => done).length);
      // Longer words make the boxes grow, and the lines go with them.
      await stretchWords(page);
      await expect.poll(() => loose(page)).toEqual([]);
    }),
  );

  it('has its first column where reading begins', () =>
    withEntry('map/mine', { ...ROOM, dir: 'rtl' }, async (page) => {
      const [main, beside] = await Promise.all([
        page.locator('[data-box=warehouse]').boundingBox(),
        page.locator('[data-box=search]').boundingBox(),
      ]);
      expect(main!.x).toBeGreaterThan(beside!.x);
      expect(main!.y).toBe(beside!.y);
    }));

  it('is one column on a phone, and says in words what it does not draw', () =>
    withEntry('map/mine', { ...ROOM, ...SMALL }, async (page) => {
      await page.getByText('all in: Carrier search').waitFor();
      const lefts = await page
        .locator('.node')
        .evaluateAll((nodes) => [...new Set(nodes.map((node) => node.getBoundingClientRect().left))]);
      expect(lefts).toHaveLength(1);
      expect(await loose(page)).toEqual([]);
    }));

  it('asks again where it did not come', () =>
    withEntry('map/refused', ROOM, async (page) => {
      await page.getByText('The server did not answer.').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(async () => (await told(page)).length).toBe(2);
    }));
});

describe('giving back', () => {
  it('is chosen by keys, asked in its place, and done', () =>
    withEntry('map/mine', ROOM, async (page) => {
      await expect.poll(() => focused(page)).toContain('All six sides');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => focused(page)).toContain('Photo of everything');
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: 'Give back at Photo of everything' }).waitFor();
      expect(await focused(page)).toBe('Give back here');
      expect(await told(page)).toEqual([['ask', 'flowMap', { conversation: 'conversation-maya' }]]);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await told(page)).slice(1)).toEqual([['giveBack', 'photos'], ['closed']]);
    }));

  it('is thought over by Escape, which leaves the map open', () =>
    withEntry('map/mine', ROOM, async (page) => {
      const node = page.getByRole('button', { name: 'Which items, how many' });
      await node.click();
      await page.getByText('The bot takes the talk up here.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('The bot takes the talk up here.').waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toContain('Which items, how many');
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await told(page)).at(-1)).toEqual(['closed']);
    }));

  it('tells why it was refused, in its place', () =>
    withEntry('map/taken', ROOM, async (page) => {
      await page.getByRole('button', { name: 'The label' }).click();
      await page.getByRole('button', { name: 'Give back here' }).click();
      await page.getByRole('group', { name: 'Give back at The label' }).getByText('Tom Becker has this talk by now.').waitFor();
      expect(await focused(page)).toBe('Give back here');
    }));

  it('goes from ring to ring, to the ends and no further', () =>
    withEntry('map/mine', ROOM, async (page) => {
      await expect.poll(() => focused(page)).toContain('All six sides');
      await page.keyboard.press('Home');
      expect(await focused(page)).toContain('Which items, how many');
      await page.keyboard.press('ArrowUp');
      expect(await focused(page)).toContain('Which items, how many');
      await page.keyboard.press('End');
      expect(await focused(page)).toContain('Resend or refund');
    }));
});

/** Lines with an end that touches no box. */
function loose(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const from = document.querySelector('.lines')!.getBoundingClientRect();
    const boxes = [...document.querySelectorAll('[data-box]')].map((box) => box.getBoundingClientRect());
    const touches = ([x, y]: number[]) =>
      boxes.some((box) => {
        const [across, down] = [from.left + x!, from.top + y!];
        const near = across > box.left - 1.5 && across < box.right + 1.5 && down > box.top - 1.5 && down < box.bottom + 1.5;
        const deep = across > box.left + 1.5 && across < box.right - 1.5 && down > box.top + 1.5 && down < box.bottom - 1.5;
        return near && !deep;
      });
    return [...document.querySelectorAll('.lines > g > path:first-child')].flatMap((path) => {
      const d = path.getAttribute('d') ?? '';
      const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
      return [points[0], points.at(-1)].every((point) => point !== undefined && touches(point)) ? [] : [d];
    });
  });
}
