/** The tools that other tests trust. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import * as images from './images.ts';
import { addUp } from './outcome.ts';
import { outcomeOf, type Report } from './suites.ts';

describe('the browser that came with the packages', () => {
  it('opens a page, with its text and its frames', async () => {
    const browser = await launchBrowser({ prefer: 'packaged' });
    try {
      const page = await browser.newPage();
      await page.setContent('<p>Hello</p><iframe srcdoc="<p>inside</p>"></iframe>');
      expect(await page.innerText('p')).toBe('Hello');
      expect(await page.frameLocator('iframe').locator('p').innerText()).toBe('inside');
    } finally {
      await browser.close();
    }
  });
});

describe('counting', () => {
  const file = (status: 'passed' | 'failed', ...tests: ('passed' | 'failed' | 'skipped')[]): Report => ({
    testResults: [{ name: '/a.test.ts', status, assertionResults: tests.map((each) => ({ fullName: `is ${each}`, status: each })) }],
  });
  const count = (code: number | null, report: Report | null) => {
    const { passed, failed, skipped } = addUp([outcomeOf('core', code, report)]);
    return { passed, failed, skipped };
  };

  it('counts each test', () => {
    expect(count(1, file('failed', 'passed', 'failed', 'skipped', 'passed'))).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(count(1, file('failed'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a failed hook as failed, and what it kept from running as skipped', () => {
    expect(count(1, file('failed', 'skipped', 'passed'))).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it.each([
    ['an error outside the tests', 1, file('passed', 'passed')],
    ['a run that was stopped', null, null],
    ['a run that left no report', 1, null],
    ['success without a report', 0, null],
  ])('counts %s as failed', (_what, code, report) => {
    expect(count(code, report).failed).toBe(1);
  });
});

describe('the photos', () => {
  it('are files of their format', async () => {
    expect(await sharp(await images.boxPhoto({ format: 'webp' })).metadata()).toMatchObject({ format: 'webp', width: 1200, height: 900 });
    expect((await sharp(await images.polyglot()).metadata()).format).toBe('jpeg');
    expect(await sharp(images.pngBomb(), { limitInputPixels: false }).metadata()).toMatchObject({ width: 50_000, height: 50_000 });
    expect((await images.heicPhoto()).subarray(4, 12).toString('latin1')).toBe('ftypheic');
  });

  it('are lit, dark, or not readable to the end', async () => {
    const brightness = async (photo: Buffer) => (await sharp(photo).stats()).channels[0]?.mean;
    expect(await brightness(await images.boxPhoto())).toBeGreaterThan(80);
    expect(await brightness(await images.darkPhoto())).toBeLessThan(20);
    await expect(
      sharp(await images.brokenPhoto(), { failOn: 'error' })
        .raw()
        .toBuffer(),
    ).rejects.toThrow();
  });

  it('of a phone tell a place and lie on their side', async () => {
    const { exif, ...phone } = await sharp(await images.phonePhoto()).metadata();
    expect(phone).toMatchObject({ width: 4032, height: 3024, orientation: 6 });
    const gpsPointer = [Buffer.from([0x88, 0x25]), Buffer.from([0x25, 0x88])];
    expect(gpsPointer.some((tag) => exif?.includes(tag))).toBe(true);
  });
});
