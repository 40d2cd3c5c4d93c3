/** Pictures for tests, drawn here. */
import sharp from 'sharp';

/** Red in its top left corner, so that turning and flipping show. */
export function drawing(width: number, height: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#d9c7a3"/><rect width="40%" height="40%" fill="#c0392b"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** The color at a place given as parts of the width and height. */
export async function colorAt(jpeg: Buffer, x: number, y: number): Promise<'red' | 'sand' | 'other'> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
  if (r > 150 && g < 100 && b < 100) return 'red';
  return r > 190 && g > 170 && b > 130 ? 'sand' : 'other';
}

/** A PNG header that promises a size, with nothing behind it. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  header.writeUInt32BE(crc(header.subarray(12, 29)), 29);
  const data = Buffer.from([0, 0, 0, 1, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0, 0]);
  data.writeUInt32BE(crc(data.subarray(4, 9)), 9);
  return Buffer.concat([header, data]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
