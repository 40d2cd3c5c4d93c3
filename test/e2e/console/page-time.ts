/** The clock of a page in the test's hand. Only what the clock says is the test's: timers and animations go on as they do. */
import type { BrowserContext } from 'playwright-core';

interface Timed {
  __now?: number;
}

/** For every page that this browser opens from now on. */
export async function beginTime(context: BrowserContext, now: number): Promise<void> {
  await context.addInitScript((at) => {
    const timed = window as unknown as Timed;
    timed.__now = at;
    const Real = Date;
    window.Date = class extends Real {
      constructor(...given: unknown[]) {
        // Whatever a date is made of, or the time as it is here.
        super(...((given.length > 0 ? given : [timed.__now]) as [number]));
      }
      static override now(): number {
        return timed.__now ?? Real.now();
      }
    } as DateConstructor;
  }, now);
}

/** Pages look at the clock when they are looked at. */
export async function setTime(context: BrowserContext, now: number): Promise<void> {
  await beginTime(context, now);
  for (const page of context.pages()) {
    await page.evaluate((at) => {
      (window as unknown as Timed).__now = at;
      document.dispatchEvent(new Event('visibilitychange'));
    }, now);
  }
}
