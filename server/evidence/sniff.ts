/** Which decoder an upload needs. Told by its first bytes alone: names and content types are what the sender likes them to be. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** Bytes that `sniff` wants to see; fewer are enough for a shorter file. */
export const SNIFF_BYTES = 64;

/** null: none of the formats that are let in. */
export function sniff(head: Uint8Array): PhotoFormat | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SNIFF_BYTES));
  if (bytes.length >= 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(PNG)) return 'png';
  if (text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP') return 'webp';
  if (text(bytes, 4) === 'ftyp') return sniffBrands(bytes);
  return null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);
const AVIF_BRANDS = new Set(['avif', 'avis']);

/** An ISO base media file names a major brand and compatible ones. `mif1` alone doesn't tell HEVC from AV1, so all are read. */
function sniffBrands(bytes: Buffer): PhotoFormat | null {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  const brands = [text(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at));
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return 'avif';
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? 'heic' : null;
}

function text(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 4);
}
