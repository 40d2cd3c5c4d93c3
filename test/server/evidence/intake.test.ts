import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createIntake } from '../../../server/evidence/intake.ts';
import { PHOTO_LIMITS } from '../../../server/evidence/limits.ts';
import { colorAt, drawing, pngClaiming } from './pictures.ts';

const intake = createIntake();
const heic = () => readFile(new URL('./drawn.heic', import.meta.url));

describe('what is let in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s', async (format) => {
    const result = await intake(await drawing(64, 48).toFormat(format).toBuffer(), PHOTO_LIMITS);
    expect(result).toMatchObject({ ok: true, width: 64, height: 48 });
    if (!result.ok) return;
    expect((await sharp(result.jpeg).metadata()).format).toBe('jpeg');
    expect(result.sha256).toBe(createHash('sha256').update(result.jpeg).digest('hex'));
    expect(await colorAt(result.jpeg, 0.1, 0.1)).toBe('red');
    expect(await colorAt(result.jpeg, 0.9, 0.9)).toBe('sand');
  });

  it('heic, as phones send it', async () => {
    const result = await intake(await heic(), PHOTO_LIMITS);
    expect(result).toMatchObject({ ok: true, width: 320, height: 240 });
    if (!result.ok) return;
    expect(await colorAt(result.jpeg, 0.1, 0.1)).toBe('red');
    expect(await colorAt(result.jpeg, 0.9, 0.1)).toBe('sand');
    expect(result.jpeg.includes('CanaryCam')).toBe(false);
  });

  it('a stream', async () => {
    const bytes = await drawing(64, 48).jpeg().toBuffer();
    expect(await intake(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]), PHOTO_LIMITS)).toMatchObject({ ok: true });
  });

  it('a transparent picture, on white', async () => {
    const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const result = await intake(clear, PHOTO_LIMITS);
    const { dominant } = await sharp(result.ok ? result.jpeg : Buffer.alloc(0)).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });
});

describe('what is left of it', () => {
  it('no place, no camera, no text; and it stands upright', async () => {
    const photo = await drawing(80, 40)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'CanaryCam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .toBuffer();
    expect(photo.includes('CanaryCam')).toBe(true);
    const result = await intake(photo, PHOTO_LIMITS);
    expect(result).toMatchObject({ ok: true, width: 40, height: 80 });
    if (!result.ok) return;
    const left = await sharp(result.jpeg).metadata();
    expect([left.exif, left.xmp, left.iptc, left.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(result.jpeg.includes('CanaryCam')).toBe(false);
    // Turned a quarter clockwise: what was top left is now top right.
    expect(await colorAt(result.jpeg, 0.9, 0.1)).toBe('red');
    expect(await colorAt(result.jpeg, 0.1, 0.9)).toBe('sand');
  });

  it('nothing of a file hidden behind the picture', async () => {
    const polyglot = Buffer.concat([await drawing(64, 48).jpeg().toBuffer(), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    const result = await intake(polyglot, PHOTO_LIMITS);
    expect(result.ok && !result.jpeg.includes('<script>')).toBe(true);
  });

  it('its longest side', async () => {
    const result = await intake(await drawing(3000, 100).jpeg().toBuffer(), PHOTO_LIMITS);
    expect(result).toMatchObject({ ok: true, width: 2400, height: 80 });
  });
});

describe('what is refused', () => {
  it.each([
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page that calls itself a photo', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['a PDF', '%PDF-1.7'],
    ['a film', '\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000isommp42'],
    ['too few bytes to tell', '\u00ff\u00d8'],
  ])('%s', async (_name, text) => {
    expect(await intake(Buffer.from(text, 'latin1'), PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_TYPE' });
  });

  it('nothing at all', async () => {
    expect(await intake(Buffer.alloc(0), PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_EMPTY' });
  });

  it('more bytes than allowed, without reading on', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(1000, 1);
      }
    }
    expect(await intake(endless(), { ...PHOTO_LIMITS, maxBytes: 10_000 })).toEqual({ ok: false, code: 'E_PHOTO_SIZE' });
    expect(read).toBe(11);
  });

  it('50,000 by 50,000 pixels, by its header', async () => {
    expect(await intake(pngClaiming(50_000, 50_000), PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_PIXELS' });
  });

  it('one pixel more than allowed, in each format', async () => {
    const limits = { ...PHOTO_LIMITS, maxPixels: 64 * 48 };
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      expect(await intake(await drawing(64, 48).toFormat(format).toBuffer(), limits)).toMatchObject({ ok: true });
      expect(await intake(await drawing(65, 48).toFormat(format).toBuffer(), limits)).toEqual({ ok: false, code: 'E_PHOTO_PIXELS' });
    }
    expect(await intake(await heic(), { ...PHOTO_LIMITS, maxPixels: 320 * 240 })).toMatchObject({ ok: true });
    expect(await intake(await heic(), { ...PHOTO_LIMITS, maxPixels: 320 * 240 - 1 })).toEqual({ ok: false, code: 'E_PHOTO_PIXELS' });
  });

  it('a heic whose container says it is small', async () => {
    const liar = await heic();
    const size = liar.indexOf('ispe') + 8;
    liar.writeUInt32BE(16, size);
    liar.writeUInt32BE(16, size + 4);
    expect(await intake(liar, { ...PHOTO_LIMITS, maxPixels: 1000 })).toEqual({ ok: false, code: 'E_PHOTO_BROKEN' });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('%s cut in half', async (format) => {
    const bytes = await drawing(400, 300).toFormat(format).toBuffer();
    expect(await intake(bytes.subarray(0, bytes.length / 2), PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_BROKEN' });
  });

  it('heic cut in half', async () => {
    const bytes = await heic();
    expect(await intake(bytes.subarray(0, bytes.length / 2), PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_BROKEN' });
  });

  it('noise behind magic bytes', async () => {
    const noise = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 0xa5)]);
    expect(await intake(noise, PHOTO_LIMITS)).toEqual({ ok: false, code: 'E_PHOTO_BROKEN' });
  });
});

describe('a flood', () => {
  it('waits in a short queue; what finds no room is told so', async () => {
    const small = createIntake({ atOnce: 1, waiting: 1 });
    const photo = await drawing(64, 48).jpeg().toBuffer();
    const results = await Promise.all([small(photo, PHOTO_LIMITS), small(photo, PHOTO_LIMITS), small(photo, PHOTO_LIMITS)]);
    expect(results.map((one) => one.ok || one.code)).toEqual([true, true, 'E_RATE']);
    expect(await small(photo, PHOTO_LIMITS)).toMatchObject({ ok: true });
  });
});
