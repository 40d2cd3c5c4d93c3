/**
 * Takes an upload off the wire into a file, so that slow and many uploads cost disk and not memory. What is not a photo
 * is known from the first bytes and not read further. An upload that breaks off leaves nothing behind.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sniff, SNIFF_BYTES } from './sniff.ts';

export type Received = { ok: true; bytes: number } | { ok: false; code: 'E_PHOTO_TYPE' | 'E_PHOTO_SIZE' | 'E_PHOTO_EMPTY' };

/** Rejects when the sender went away or the disk can't take it. The file at `path` exists only after `ok`. */
export async function receive(body: Readable, path: string, maxBytes: number): Promise<Received> {
  let length = 0;
  try {
    await pipeline(checked, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (length === 0) throw new Refused('E_PHOTO_EMPTY');
    return { ok: true, bytes: length };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof Refused) return { ok: false, code: error.code };
    throw error;
  }

  async function* checked(): AsyncGenerator<Buffer> {
    let head: Buffer | null = Buffer.alloc(0);
    // The rest of a refused body is the caller's to read away: destroying it would cut the answer off.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new Refused('E_PHOTO_SIZE');
      if (head) {
        head = Buffer.concat([head, chunk]);
        if (head.length < SNIFF_BYTES) continue;
        yield checkedHead(head);
        head = null;
      } else yield chunk;
    }
    if (head && head.length > 0) yield checkedHead(head);
  }
}

function checkedHead(head: Buffer): Buffer {
  if (!sniff(head)) throw new Refused('E_PHOTO_TYPE');
  return head;
}

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: 'E_PHOTO_TYPE' | 'E_PHOTO_SIZE' | 'E_PHOTO_EMPTY';
  constructor(code: 'E_PHOTO_TYPE' | 'E_PHOTO_SIZE' | 'E_PHOTO_EMPTY') {
    super(code);
    this.code = code;
  }
}
