import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What a phone's camera makes of a picture with a QR code in it; null: nothing. */
export async function readCode(picture: Uint8Array): Promise<string | null> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });
  const [found] = await readBarcodes(picture, { formats: ['QRCode'] });
  return found?.text ?? null;
}
