import type { PhoneLinkView } from '../../protocol/shopper-events.ts';

/** Looks like a code, and no camera reads it. */
export const phoneLink: PhoneLinkView = {
  url: 'https://help.shop.example/panel?store=ts_gallery#link=b3duIHdvcmRzLCBub3QgYSBzZWNyZXQgb2YgYW55b25l',
  qr: { size: 25, path: [corner(0, 0), corner(18, 0), corner(0, 18), ...dots()].join('') },
  expiresAt: 0,
  lifeMs: 600_000,
};

function corner(x: number, y: number): string {
  return `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;
}

function dots(): string[] {
  const free = Array.from({ length: 25 * 25 }, (_, i) => [i % 25, Math.floor(i / 25)] as const);
  return free
    .filter(([x, y]) => !(y < 8 && (x < 8 || x > 16)) && !(y > 16 && x < 8) && (x * 7 + y * 11 + x * y) % 5 < 2)
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`);
}
