import { encode } from 'uqr';

export interface QrCode {
  /** Modules in a row, without the margin. */
  size: number;
  /** The dark ones, a unit each, as the path of an SVG. */
  path: string;
}

/** M: a screen is clean and lit, but may be read at a slant. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return { size, path: data.map((row, y) => rowPath(row, y)).join('') };
}

/** Neighbours are one stroke, so that no hairline shows between them. */
function rowPath(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const width = x - start + 1;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
