/** The claim pack: what a carrier asks for, in one ZIP, each file with its sum. Photos go through one at a time. */
import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { photoFile } from '../evidence/door.ts';
import type { FilesProvider } from '../providers/ports.ts';
import type { PhotoRow } from '../store/port.ts';

export interface PackFile {
  /** Our own making: ASCII, no more than one folder. */
  name: string;
  bytes: Uint8Array | string;
}

/** `sha256.txt` stands last and names all the others: `sha256sum -c sha256.txt`. */
export async function* packed(
  texts: readonly PackFile[],
  photos: readonly PackPhoto[],
  files: FilesProvider,
  at: number,
): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  });
  const sums: string[] = [];

  function* add(name: string, bytes: Uint8Array, stored: boolean): Generator<Buffer> {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = at;
    zip.add(file);
    file.push(bytes, true);
    if (failure) throw failure;
    yield* chunks.splice(0);
  }

  for (const { name, bytes } of texts) {
    const buffer = Buffer.from(bytes);
    sums.push(sumLine(buffer, name));
    yield* add(name, buffer, false);
  }
  for (const { name, photo } of photos) {
    const bytes = await files.get(photoFile(photo.id));
    // Its time was over a moment ago: then it is in no list either.
    if (!bytes) continue;
    sums.push(sumLine(bytes, name));
    // JPEG gets no smaller.
    yield* add(name, bytes, true);
  }
  yield* add('sha256.txt', Buffer.from(sums.join('')), false);
  zip.end();
  yield* chunks.splice(0);
}

export interface PackPhoto {
  name: string;
  photo: PhotoRow;
}

/** What papers prove goes to the papers. */
const DOCUMENTS: readonly string[] = ['certificate', 'value'];

/** In the order in which they came. */
export function namedPhotos(photos: readonly PhotoRow[]): PackPhoto[] {
  return [...photos]
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map((photo, index) => {
      const folder = DOCUMENTS.includes(photo.item) ? 'documents' : 'photos';
      const number = String(index + 1).padStart(2, '0');
      return { name: `${folder}/${[number, plain(photo.item), plain(photo.slot)].join('-')}.jpg`, photo };
    });
}

/** Item and slot are ours already; a name for somebody's disk is made anew all the same. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 20) || 'x';
}

function sumLine(bytes: Uint8Array, name: string): string {
  return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`;
}
