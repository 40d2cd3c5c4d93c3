/** Looks at a photo as it will be kept: each check once, in bounded copies, within bounded time. What can't be told is not found. */
import sharp from 'sharp';
import type { ResizeOptions } from 'sharp';
import { createGate } from '../gate.ts';
import { readBarcodes, type Barcode } from './barcodes.ts';
import { isBlurred } from './blurred.ts';
import { isDark } from './dark.ts';
import type { Grey } from './grey.ts';
import { printOf, SIDE, writePrint } from './print.ts';
import { isSmall } from './small.ts';

export interface Seen {
  dark: boolean;
  blurred: boolean;
  small: boolean;
  /** As `writePrint` writes it; null where there is nothing to tell the picture by. */
  print: string | null;
  /** null: not looked for, or not done in time. */
  barcodes: Barcode[] | null;
}

/** Never rejects. */
export type Look = (photo: { jpeg: Buffer; width: number; height: number }, want: { barcodes: boolean }) => Promise<Seen>;

export interface LookLimits {
  /** For all of it, waiting included: somebody stands with a phone over a box. */
  timeoutMs: number;
  /** Threads that read barcodes at the same time. */
  atOnce: number;
  /** Another thread than our own, for tests. */
  thread?: URL;
}

export const LOOK_LIMITS: LookLimits = { timeoutMs: 5_000, atOnce: 2 };

const NOTHING: Seen = { dark: false, blurred: false, small: false, print: null, barcodes: null };
/** Longest side of the copy that light and sharpness are told by: two milliseconds of work. */
const COPY = 640;

export function createLook({ timeoutMs, atOnce, thread }: LookLimits = LOOK_LIMITS): Look {
  const gate = createGate({ atOnce, waiting: 40 });

  return async (photo, want) => {
    const until = performance.now() + timeoutMs;
    const [pixels, barcodes] = await Promise.all([
      within(timeoutMs, lookAtPixels(photo)),
      want.barcodes ? within(timeoutMs, read(photo.jpeg, until)) : null,
    ]);
    return { ...NOTHING, small: isSmall(photo), ...pixels, barcodes };
  };

  function read(jpeg: Buffer, until: number): Promise<Barcode[] | null> {
    return gate.pass(async () => {
      if (performance.now() >= until) return null;
      const picture = await greyOf(jpeg);
      const left = until - performance.now();
      return left > 0 ? readBarcodes(picture, left, thread) : null;
    });
  }
}

async function lookAtPixels({ jpeg }: { jpeg: Buffer }): Promise<Pick<Seen, 'dark' | 'blurred' | 'print'>> {
  const [copy, tiny] = await Promise.all([
    greyOf(jpeg, { width: COPY, height: COPY, fit: 'inside', withoutEnlargement: true }),
    greyOf(jpeg, { width: SIDE, height: SIDE, fit: 'fill' }),
  ]);
  const print = printOf(tiny);
  return { dark: isDark(copy), blurred: isBlurred(copy), print: print && writePrint(print) };
}

async function greyOf(jpeg: Buffer, size?: ResizeOptions): Promise<Grey> {
  const { data, info } = await sharp(jpeg)
    .greyscale()
    .resize(size ?? {})
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** null: it failed or took too long. */
function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), timeoutMs);
    work.then(resolve, () => resolve(null)).finally(() => clearTimeout(late));
  });
}
