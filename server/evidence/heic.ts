/**
 * HEIC decoding. sharp's binaries lack HEVC, so libheif's WebAssembly build does it: slowly (seconds for a large photo),
 * hence in a thread of its own that can be stopped and whose memory is given back.
 */
import { Worker } from 'node:worker_threads';
import type { HeicResult, HeicTask } from './heic-worker.ts';

/** Copies `bytes`. The size that the container declares is checked against `maxPixels` before anything is decoded. */
export function decodeHeic(bytes: Uint8Array, limits: { maxPixels: number; timeoutMs: number }): Promise<HeicResult> {
  return new Promise((resolve) => {
    const task: HeicTask = { bytes: Uint8Array.from(bytes), maxPixels: limits.maxPixels };
    // The decoder prints its complaints about a file; they are not ours to log.
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { workerData: task, stdout: true, stderr: true });
    const tooLong = setTimeout(() => void worker.terminate(), limits.timeoutMs);
    let result: HeicResult = { ok: false, code: 'E_PHOTO_BROKEN' };

    worker.once('message', (answer: HeicResult) => {
      result = answer;
      void worker.terminate();
    });
    // A crash of the decoder is the file's fault; 'exit' follows and answers.
    worker.once('error', () => undefined);
    worker.once('exit', () => {
      clearTimeout(tooLong);
      resolve(result);
    });
  });
}
