/** Barcodes are read by WebAssembly in a thread of its own: it can be stopped, and its memory is given back. */
import { Worker } from 'node:worker_threads';
import type { Grey } from './grey.ts';

export interface Barcode {
  /** As ZXing names it: 'Code128', 'QRCode'. */
  format: string;
  text: string;
}

const THREAD = new URL('./barcode-worker.ts', import.meta.url);

/** null: it could not be done, or not in time. */
export function readBarcodes(picture: Grey, timeoutMs: number, thread: URL = THREAD): Promise<Barcode[] | null> {
  return new Promise((resolve) => {
    // A copy of its own, since a small buffer shares its memory with others.
    const data = new Uint8Array(picture.data);
    const worker = new Worker(thread, { workerData: { ...picture, data }, transferList: [data.buffer], stdout: true, stderr: true });
    const tooLong = setTimeout(() => void worker.terminate(), timeoutMs);
    let barcodes: Barcode[] | null = null;

    worker.once('message', (answer: Barcode[]) => {
      barcodes = answer;
      void worker.terminate();
    });
    // A crash of the reader says nothing about the photo; 'exit' follows and answers.
    worker.once('error', () => undefined);
    worker.once('exit', () => {
      clearTimeout(tooLong);
      resolve(barcodes);
    });
  });
}
