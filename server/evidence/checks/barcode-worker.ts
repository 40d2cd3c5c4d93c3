/** The thread of `readBarcodes`: one picture, one answer, and it ends. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Barcode } from './barcodes.ts';
import type { Grey } from './grey.ts';

/** What parcels carry, and what is printed on the things in them. */
const FORMATS = ['Code128', 'Code39', 'ITF', 'QRCode', 'DataMatrix', 'PDF417', 'Aztec', 'EANUPC'] as const;
/** Low bars are followed within some 12 degrees of level and upright; three more turns reach whatever lies askew. */
const TURNS = [0, Math.PI / 4, Math.PI / 8, (3 * Math.PI) / 8];

const picture = workerData as Grey;
// Handed over, else the library would fetch it from the network.
const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
await prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true });

let barcodes: Barcode[] = [];
for (const angle of TURNS) {
  if (barcodes.length === 0) barcodes = await read(angle === 0 ? picture : turned(picture, angle));
}
parentPort?.postMessage(barcodes);

async function read({ data, width, height }: Grey): Promise<Barcode[]> {
  const rgba = new Uint32Array(width * height);
  for (let at = 0; at < data.length; at++) rgba[at] = ((data[at] ?? 0) * 0x010101) | 0xff000000;
  const found = await readBarcodes(
    { data: new Uint8ClampedArray(rgba.buffer), width, height, colorSpace: 'srgb' },
    { formats: [...FORMATS], tryHarder: true, tryRotate: true, tryDownscale: true, tryInvert: false, maxNumberOfSymbols: 12 },
  );
  const barcodes = found.map(({ format, text }) => ({ format, text: text.slice(0, 200) }));
  return barcodes.filter(({ text }, i) => barcodes.findIndex((other) => other.text === text) === i);
}

/** About its middle, on white, as large as it has to be and no larger than it was. */
function turned({ data, width, height }: Grey, angle: number): Grey {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [wide, high] = [width * cos + height * sin, width * sin + height * cos];
  const scale = Math.min(1, Math.max(width, height) / Math.max(wide, high));
  const out = {
    data: new Uint8Array(Math.floor(wide * scale) * Math.floor(high * scale)).fill(255),
    width: Math.floor(wide * scale),
    height: Math.floor(high * scale),
  };
  for (let y = 0; y < out.height; y++) {
    const down = (y - out.height / 2) / scale;
    for (let x = 0; x < out.width; x++) {
      const across = (x - out.width / 2) / scale;
      const u = Math.round(across * cos + down * sin + width / 2);
      const v = Math.round(down * cos - across * sin + height / 2);
      if (u >= 0 && v >= 0 && u < width && v < height) out.data[y * out.width + x] = data[v * width + u] ?? 255;
    }
  }
  return out;
}
