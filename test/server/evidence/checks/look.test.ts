import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createLook, LOOK_LIMITS } from '../../../../server/evidence/checks/look.ts';
import { labelPicture } from './labels.ts';
import { sceneJpeg } from './scenes.ts';

const photoOf = async (jpeg: Buffer) => {
  const { width, height } = await sharp(jpeg).metadata();
  return { jpeg, width, height };
};

describe('a look at a photo', () => {
  it('sees light, focus, size, print and barcodes in one go', async () => {
    const seen = await createLook({ ...LOOK_LIMITS, timeoutMs: 60_000 })(await photoOf(await labelPicture('RB123456785GB')), {
      barcodes: true,
    });
    expect(seen).toMatchObject({ dark: false, blurred: false, small: false, barcodes: [{ text: 'RB123456785GB' }] });
    expect(seen.print).toMatch(/^[0-9a-f]{16}./);
  });

  it('reads barcodes only where they are wanted', async () => {
    expect((await createLook()(await photoOf(await sceneJpeg('side', 1)), { barcodes: false })).barcodes).toBeNull();
  });

  it('finds nothing where a thread is stuck, and still sees the rest', async () => {
    const look = createLook({ timeoutMs: 2_000, atOnce: 1, thread: new URL('./stuck-worker.ts', import.meta.url) });
    const photo = await photoOf(await sceneJpeg('things', 1, { light: 0.1 }));
    // The second waits for the first in vain: its time is over before its turn comes.
    const both = await Promise.all([look(photo, { barcodes: true }), look(photo, { barcodes: true })]);
    for (const seen of both) expect(seen).toMatchObject({ dark: true, small: false, barcodes: null });
  });

  it('finds nothing where there is no time at all, and in what is no picture', async () => {
    const hurried = createLook({ ...LOOK_LIMITS, timeoutMs: 0 });
    expect(await hurried(await photoOf(await sceneJpeg('things', 1)), { barcodes: true })).toMatchObject({ dark: false, barcodes: null });
    const broken = { jpeg: Buffer.from('no picture'), width: 900, height: 900 };
    expect(await createLook()(broken, { barcodes: true })).toEqual({
      dark: false,
      blurred: false,
      small: false,
      print: null,
      barcodes: null,
    });
  });
});
