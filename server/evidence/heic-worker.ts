/** The thread of `decodeHeic`: one file, one answer, and it ends. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

export interface HeicTask {
  bytes: Uint8Array<ArrayBuffer>;
  maxPixels: number;
}
export type HeicResult =
  { ok: true; rgba: Uint8Array; width: number; height: number } | { ok: false; code: 'E_PHOTO_BROKEN' | 'E_PHOTO_PIXELS' };

interface Pixels {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(into: Pixels, done: (pixels: Pixels | null) => void): void;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  HEAPU32: Uint32Array;
  _heif_get_global_security_limits(): number;
}

const task = workerData as HeicTask;
const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as Libheif;

limitPixels(libheif, task.maxPixels);
const images = new libheif.HeifDecoder().decode(task.bytes);
const image = images.find((one) => one.is_primary()) ?? images[0];
if (!image) answer({ ok: false, code: 'E_PHOTO_BROKEN' });
else decode(image);

function decode(image: HeifImage): void {
  const width = image.get_width();
  const height = image.get_height();
  if (width < 1 || height < 1) return answer({ ok: false, code: 'E_PHOTO_BROKEN' });
  if (width * height > task.maxPixels) return answer({ ok: false, code: 'E_PHOTO_PIXELS' });
  image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (pixels) => {
    if (!pixels) return answer({ ok: false, code: 'E_PHOTO_BROKEN' });
    answer({ ok: true, rgba: new Uint8Array(pixels.data.buffer), width, height }, pixels.data.buffer);
  });
}

function answer(result: HeicResult, transfer?: ArrayBuffer): void {
  parentPort?.postMessage(result, transfer ? [transfer] : []);
}

/**
 * The container may declare a small picture around a huge one, so the decoder's own limit is set too: the 64-bit
 * `max_image_size_pixels`, second field of libheif's `heif_security_limits`.
 */
function limitPixels(library: Libheif, maxPixels: number): void {
  const field = (library._heif_get_global_security_limits() + 8) / 4;
  library.HEAPU32[field] = maxPixels;
  library.HEAPU32[field + 1] = 0;
}
