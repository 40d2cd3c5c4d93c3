/** Every screen, light and dark, left to right and right to left: no fault that axe finds, nothing wider than the screen. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';
import type { Shopper } from './shopper.ts';
import { textsOf } from './texts.ts';
import { type Look, tour, tourRemedies } from './tour.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe.each(['en', 'ar'])('in %s', (language) => {
  it.each([
    ['on the way to a case', tour],
    ['at the remedies', tourRemedies],
  ])('axe finds no fault %s', async (_where, walk) => {
    const { shopper, faults } = await walked(language, walk, async (one, screen) => {
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await one.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await faultsOf(one)).map((fault) => `${screen}, ${colorScheme}: ${fault}`));
      }
      return found;
    });
    expect(faults).toEqual([]);
    await shopper.leave();
  });

  it.each([
    ['on the way to a case', tour],
    ['at the remedies', tourRemedies],
  ])('fits 320 px, and text of twice the size %s', async (_where, walk) => {
    const { shopper, faults } = await walked(language, walk, async (one, screen) => {
      const phone = one.page.viewportSize() ?? { width: 390, height: 844 };
      const found: string[] = [];
      await one.page.setViewportSize({ width: 320, height: 640 });
      found.push(...(await tooWide(one)).map((what) => `${screen}, 320 px: ${what}`));
      await one.page.setViewportSize(phone);
      await zoomText(one, 2);
      found.push(...(await tooWide(one)).map((what) => `${screen}, text at 200 %: ${what}`));
      await zoomText(one, 1);
      return found;
    });
    expect(faults).toEqual([]);
    await shopper.leave();
  });
});

// Whoever speaks to their device says what they see.
it.each(['en', 'es', 'zh-CN', 'ar'])('what stands on the way to a person is part of its name in %s', (language) => {
  const { label } = textsOf(language);
  for (const [seen, name] of [
    ['person', 'personAsk'],
    ['asked', 'personAsked'],
  ] as const) {
    expect(label(`widget:ui.${name}`).toLowerCase()).toContain(label(`widget:ui.${seen}`).toLowerCase());
  }
});

type Inspect = (shopper: Shopper, screen: string) => Promise<string[]>;

async function walked(language: string, walk: (shopper: Shopper, look: Look) => Promise<void>, inspect: Inspect) {
  const shopper = await shop.visit({ path: `/?locale=${language}`, language });
  const faults: string[] = [];
  await walk(shopper, async (screen) => {
    faults.push(...(await inspect(shopper, screen)));
  });
  return { shopper, faults };
}

async function faultsOf(shopper: Shopper): Promise<string[]> {
  const frame = shopper.frame();
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { rules: { 'label-content-name-mismatch': { enabled: true } } });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    );
  });
}

/** What is wider than the screen; not what is meant to be scrolled sideways, or only heard. */
function tooWide(shopper: Shopper): Promise<string[]> {
  return shopper.frame().evaluate(() => {
    const room = document.documentElement.clientWidth;
    const found: string[] = [];
    if ((document.scrollingElement?.scrollWidth ?? 0) > innerWidth) found.push('the page');
    for (const element of document.querySelectorAll('main, dialog[open], form, header.bar')) {
      if (element.scrollWidth > element.clientWidth + 1) found.push(`inside ${element.tagName.toLowerCase()}.${element.className}`);
    }
    for (const element of document.querySelectorAll(
      'button, input, textarea, p, b, small, span, li, dt, dd, h1, h2, article, dialog[open], label, svg',
    )) {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 1 && !element.closest('.sr') && (left < -1 || right > room + 1)) {
        found.push(`${element.tagName.toLowerCase()}.${element.className} from ${Math.round(left)} to ${Math.round(right)} of ${room}`);
      }
    }
    return found;
  });
}

/** What a browser's "text only" zoom does: every size of text, and nothing else. */
function zoomText(shopper: Shopper, times: number): Promise<void> {
  return shopper.frame().evaluate((factor) => {
    const root = document.documentElement;
    const names = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .flatMap((rule) => (rule instanceof CSSStyleRule ? [...rule.style].filter((name) => /^--t-\d+$/.test(name)) : []));
    if (names.length === 0) throw new Error('no sizes of text are named');
    for (const name of new Set(names)) {
      root.style.removeProperty(name);
      if (factor === 1) continue;
      const size = getComputedStyle(root).getPropertyValue(name);
      root.style.setProperty(
        name,
        size.replace(/(\d+(?:\.\d+)?)px/g, (_whole, px: string) => `${Number(px) * factor}px`),
      );
    }
  }, times);
}
