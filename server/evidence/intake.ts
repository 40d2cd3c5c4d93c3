/**
 * From whatever a phone sent to a picture that is safe to keep: told by its magic bytes, measured before it is decoded,
 * turned upright, re-encoded. Nothing of the sender's file survives but its pixels.
 */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { readCapped } from './read-capped.ts';
import { createGate } from './gate.ts';
import { decodeHeic } from './heic.ts';
import { sniff } from './sniff.ts';
import type { PhotoFormat } from './sniff.ts';
import type { PhotoLimits } from './limits.ts';

export type IntakeRefusal = 'E_PHOTO_TYPE' | 'E_PHOTO_SIZE' | 'E_PHOTO_EMPTY' | 'E_PHOTO_BROKEN' | 'E_PHOTO_PIXELS' | 'E_RATE';

export type IntakeResult =
  /** Sizes in pixels; `sha256` is the hex of `jpeg`. */
  { ok: true; jpeg: Buffer; width: number; height: number; sha256: string } | { ok: false; code: IntakeRefusal };

/** A stream is read only when a decoder is free, so hand in one that can wait, such as a file's. Rejects if it can't be read. */
export type Intake = (source: Uint8Array | AsyncIterable<Uint8Array>, limits: PhotoLimits) => Promise<IntakeResult>;

export function createIntake(room: { atOnce: number; waiting: number } = { atOnce: 2, waiting: 40 }): Intake {
  // libvips would take a thread per core for each picture and keep a cache of operations: both are for batch work.
  sharp.concurrency(1);
  sharp.cache(false);
  const gate = createGate(room);
  // WebAssembly memory holds several copies of a picture, so one at a time.
  const heicGate = createGate({ atOnce: 1, waiting: room.atOnce });

  return async (source, limits) => {
    const result = await gate.pass(async (): Promise<IntakeResult> => {
      const read = await readCapped(source, limits.maxBytes);
      if (!read.ok) return read;
      const format = sniff(read.bytes);
      if (!format) return refuse('E_PHOTO_TYPE');
      if (format !== 'heic') return toJpeg(read.bytes, format, limits);
      return (await heicGate.pass(() => heicToJpeg(read.bytes, limits))) ?? refuse('E_RATE');
    });
    return result ?? refuse('E_RATE');
  };
}

async function toJpeg(bytes: Uint8Array, format: Exclude<PhotoFormat, 'heic'>, limits: PhotoLimits): Promise<IntakeResult> {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (header.mediaType !== `image/${format}`) return refuse('E_PHOTO_TYPE');
    if (header.width * header.height > limits.maxPixels) return refuse('E_PHOTO_PIXELS');
    return await encode(sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'error' }).autoOrient(), limits);
  } catch {
    return refuse('E_PHOTO_BROKEN');
  }
}

async function heicToJpeg(bytes: Uint8Array, limits: PhotoLimits): Promise<IntakeResult> {
  const decoded = await decodeHeic(bytes, { maxPixels: limits.maxPixels, timeoutMs: limits.decodeTimeoutMs });
  if (!decoded.ok) return decoded;
  const { rgba, width, height } = decoded;
  try {
    return await encode(sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: limits.maxPixels }), limits);
  } catch {
    return refuse('E_PHOTO_BROKEN');
  }
}

async function encode(picture: Sharp, limits: PhotoLimits): Promise<IntakeResult> {
  const { data, info } = await picture
    .timeout({ seconds: Math.ceil(limits.decodeTimeoutMs / 1000) })
    .resize({ width: limits.longestSide, height: limits.longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: limits.quality })
    .toBuffer({ resolveWithObject: true });
  return { ok: true, jpeg: data, width: info.width, height: info.height, sha256: createHash('sha256').update(data).digest('hex') };
}

function refuse(code: IntakeRefusal): IntakeResult {
  return { ok: false, code };
}
