/** Files as shoppers send them: drawn here, encoded for real. None shows a person or a place. */
import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import bwip from 'bwip-js/node';
import sharp from 'sharp';

export interface PhotoOptions {
  width?: number;
  height?: number;
  format?: 'jpeg' | 'png' | 'webp' | 'avif';
  /** 1 as lit by day, 0 black. */
  light?: number;
}

/** An opened carton with two of three things in it, on a table. */
export async function boxPhoto({ width = 1200, height = 900, format = 'jpeg', light = 1 }: PhotoOptions = {}): Promise<Buffer> {
  const grain = await sharp({
    create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 14 } },
  })
    .raw()
    .toBuffer();
  const scene = sharp(Buffer.from(boxScene(width, height))).composite([
    { input: grain, raw: { width, height, channels: 3 }, blend: 'soft-light' },
  ]);
  const flat = await scene.removeAlpha().raw().toBuffer();
  return sharp(flat, { raw: { width, height, channels: 3 } })
    .linear(light, 0)
    .toFormat(format, { quality: 86 })
    .toBuffer();
}

/** The same, taken with the lights off. */
export function darkPhoto(options: PhotoOptions = {}): Promise<Buffer> {
  return boxPhoto({ ...options, light: 0.06 });
}

/** 12 megapixels, upright by its EXIF orientation only, and telling where it was taken. */
export async function phonePhoto(): Promise<Buffer> {
  const photo = sharp(await boxPhoto()).resize(4032, 3024);
  const exif = {
    IFD0: { Make: 'Example', Model: 'Phone' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 34/1 56/1', GPSLongitudeRef: 'E', GPSLongitude: '12/1 34/1 56/1' },
  };
  return photo.withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg({ quality: 90 }).toBuffer();
}

/** `boxPhoto` at 800 x 600 as an iPhone would write it, with a place in its EXIF; HEVC, so nothing here can encode it anew. */
export function heicPhoto(): Promise<Buffer> {
  return readFile(new URL('photo.heic', import.meta.url));
}

/** A parcel's label whose Code 128 says `number`. */
export async function labelPhoto(number: string): Promise<Buffer> {
  const bars = await bwip.toBuffer({ bcid: 'code128', text: number, scale: 4, height: 22, includetext: true, backgroundcolor: 'FFFFFF' });
  const label =
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#b98b5a"/>
    <rect x="120" y="140" width="960" height="620" rx="8" fill="#fff"/></svg>`);
  return sharp(label)
    .composite([{ input: bars, gravity: 'centre' }])
    .removeAlpha()
    .jpeg({ quality: 90 })
    .toBuffer();
}

export const emptyFile = () => Buffer.alloc(0);

/** No format at all; the same bytes each time. */
export function garbage(bytes = 20_000): Buffer {
  let state = 0x2545f491;
  return Buffer.from(Array.from({ length: bytes }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24));
}

/** Begins as a photo and ends in the middle. */
export async function brokenPhoto(): Promise<Buffer> {
  const photo = await boxPhoto({ width: 800, height: 600 });
  return photo.subarray(0, Math.floor(photo.length / 20));
}

/** A drawing with a script in it; tests name it `.jpg`. */
export function svgAsPhoto(): Buffer {
  return Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`);
}

/** A sound JPEG that a careless server would also hand out as a page: markup in a comment and after the end. */
export async function polyglot(): Promise<Buffer> {
  const photo = await boxPhoto({ width: 400, height: 300 });
  const page = Buffer.from('<!doctype html><html><body><script>alert(document.domain)</script></body></html>');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
  return Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), page]);
}

/** A few hundred bytes that ask for 50,000 x 50,000 pixels. */
export function pngBomb(side = 50_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(65_536))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

function boxScene(width: number, height: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1200 900" preserveAspectRatio="none">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#e9e2d6"/><stop offset="1" stop-color="#b9ac9a"/></linearGradient>
    <linearGradient id="carton" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c99a63"/><stop offset="1" stop-color="#96693a"/></linearGradient>
  </defs>
  <rect width="1200" height="900" fill="url(#wall)"/>
  <rect y="560" width="1200" height="340" fill="#7d5b3f"/>
  <ellipse cx="600" cy="770" rx="430" ry="50" fill="#000" opacity=".3"/>
  <path d="M250 330 L950 330 L1010 480 L190 480 Z" fill="#4d341d"/>
  <rect x="330" y="270" width="190" height="180" rx="14" fill="#2f6f8f"/>
  <circle cx="690" cy="360" r="95" fill="#d9503f"/>
  <rect x="190" y="440" width="820" height="330" fill="url(#carton)"/>
  <rect x="190" y="580" width="820" height="46" fill="#e5d3b0" opacity=".8"/>
  <rect x="640" y="650" width="300" height="96" fill="#fdfdfb"/>
  <path d="M660 668h6v60h-6zM674 668h3v60h-3zM684 668h9v60h-9zM702 668h3v60h-3zM712 668h6v60h-6zM728 668h12v60h-12z" fill="#111"/>
  <path d="M190 440 L90 360 L250 330 Z M1010 440 L1110 360 L950 330 Z" fill="#b08350"/>
</svg>`;
}
