const ours = '#20558f';

/** The fill and what is readable on it: white reaches 4.5:1 up to a relative luminance of 0.183, black beyond it. */
export function accent(color: string | undefined): { fill: string; on: string } {
  const fill = color && /^#[\da-f]{6}$/i.test(color) ? color : ours;
  const rgb = parseInt(fill.slice(1), 16);
  const luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
  return { fill, on: luminance > 0.183 ? '#000' : '#fff' };
}

/** Within 0.01 of sRGB's own curve, which is far from where either colour would stop being readable. */
function linear(channel: number): number {
  return (channel / 255) ** 2.2;
}
