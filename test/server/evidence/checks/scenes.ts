/** Scenes as shoppers photograph them, drawn from a number: the same number draws the same scene. No photo of anything real. */
import sharp from 'sharp';
import type { Sharp } from 'sharp';

export const SCENES = ['side', 'plainSide', 'whiteSide', 'things', 'label', 'blackBag', 'cloth', 'sill'] as const;
export type Scene = (typeof SCENES)[number];

export interface SceneOptions {
  /** Which of several that belong together: the six sides of one box have one `seed`. */
  part?: number;
  width?: number;
  height?: number;
  /** Standard deviation of the camera's grain, of 255. */
  grain?: number;
  /** 1 as lit by day, 0 black. */
  light?: number;
  /** Gaussian, in pixels. */
  blur?: number;
  /** Degrees. */
  turn?: number;
}

/** Raw pixels, so that each test encodes them as it likes. */
export async function scene(kind: Scene, seed: number, options: SceneOptions = {}): Promise<Sharp> {
  const { part = 0, width = 1600, height = 1200, grain = 5, light = 1, blur = 0, turn = 0 } = options;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1600 1200" preserveAspectRatio="none">
    <g transform="${held(dice(seed * 503 + part * 211 + 5), turn)}">${DRAWN[kind](dice(seed * 31 + 7), dice(seed * 1009 + part * 101 + 3), part)}</g></svg>`;
  let picture = sharp(Buffer.from(svg)).flatten({ background: '#8d7d6b' }).removeAlpha();
  if (blur > 0) picture = sharp(await picture.raw().toBuffer(), { raw: { width, height, channels: 3 } }).blur(blur);
  const pixels = await picture.linear(light, 0).raw().toBuffer();
  const random = dice(seed * 77 + part * 13 + 1);
  // Two evens make a hill: near enough to a Gaussian. Drawn once, then thrown about: a picture has millions of grains.
  const grains = Float32Array.from({ length: 65_536 }, () => (random() + random() - 1) * grain * 2.45);
  let state = seed * 7 + part;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[i] = Math.max(0, Math.min(255, Math.round((pixels[i] ?? 0) + (grains[state >>> 16] ?? 0))));
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export async function sceneJpeg(kind: Scene, seed: number, options: SceneOptions & { quality?: number } = {}): Promise<Buffer> {
  return (await scene(kind, seed, options)).jpeg({ quality: options.quality ?? 82 }).toBuffer();
}

/** Numbers from 0 to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Dice = () => number;
const between = (random: Dice, low: number, high: number) => Math.round(low + random() * (high - low));
const list = (count: number, draw: (i: number) => string) => Array.from({ length: count }, (_, i) => draw(i)).join('');

/** Nobody holds a camera twice in the same place. */
function held(hand: Dice, turn: number): string {
  const [right, down] = [between(hand, -50, 50), between(hand, -40, 40)];
  return `translate(${right} ${down}) rotate(${turn + between(hand, -30, 30) / 10} 800 600) translate(800 600) scale(${1.1 + hand() * 0.1}) translate(-800 -600)`;
}

/** `box` is thrown the same for all parts of one thing, `own` for each part anew. */
const DRAWN: Record<Scene, (box: Dice, own: Dice, part: number) => string> = {
  // A side of a carton on a table: much alike, but each has its tape, its marks, its dents where they are.
  side: (box, own, part) => {
    const [hue, top] = [between(box, 28, 36), between(box, 180, 260)];
    const [left, right] = [between(own, 150, 320), between(own, 1280, 1450)];
    const marks =
      part % 3 === 0
        ? `<rect x="${between(own, 620, 780)}" y="${top}" width="160" height="${1000 - top}" fill="#e6d6b4" opacity=".85"/>`
        : list(3, () => mark(own));
    return `${room(box)}${light('l', own)}<rect x="${left}" y="${top}" width="${right - left}" height="${1000 - top}" fill="hsl(${hue} 42% 55%)"/>
      ${list(4, () => crease(own, left, right, top))}${marks}<rect x="${left}" y="${top}" width="${right - left}" height="${1000 - top}" fill="url(#l)"/>`;
  },
  // Nothing but cardboard, from edge to edge.
  plainSide: (box, own) =>
    `${light('p', own)}<rect width="1600" height="1200" fill="hsl(${between(box, 28, 36)} 40% 56%)"/>
    ${list(60, (i) => `<path d="M0 ${i * 20 + between(own, 0, 4)}h1600" stroke="#7a5a34" stroke-width="2" opacity=".10"/>`)}
    ${list(3, () => crease(own, 100, 1500, 100))}<rect width="1600" height="1200" fill="url(#p)"/>`,
  whiteSide: (_box, own) =>
    `${light('w', own)}<rect width="1600" height="1200" fill="#eeece8"/><rect width="1600" height="1200" fill="url(#w)"/>`,
  things: (box, own) =>
    `${room(box)}${list(between(own, 3, 7), () => {
      const [x, y, size] = [between(own, 150, 1200), between(own, 300, 800), between(own, 90, 260)];
      const colour = `hsl(${between(own, 0, 359)} 50% ${between(own, 30, 70)}%)`;
      return own() > 0.5
        ? `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour}"/><circle cx="${x}" cy="${y}" r="${size / 4}" fill="#0003"/>`
        : `<rect x="${x}" y="${y}" width="${size}" height="${size * 0.7}" rx="12" fill="${colour}"/><path d="M${x} ${y + 20}h${size}" stroke="#0005" stroke-width="4"/>`;
    })}`,
  label: (box, own) => {
    const [x, y] = [between(own, 180, 340), between(own, 120, 260)];
    return `<rect width="1600" height="1200" fill="hsl(${between(box, 28, 36)} 42% 55%)"/><rect x="${x}" y="${y}" width="1050" height="780" fill="#fbfaf6"/>
      ${list(9, (i) => words(own, x + 60, y + 60 + i * 44))}${bars(own, x + 90, y + 500)}`;
  },
  blackBag: (_box, own) =>
    `<rect width="1600" height="1200" fill="#c9c2b6"/><path d="M120 180Q800 ${between(own, 60, 140)} 1480 200L1500 1020Q800 1120 100 1040Z" fill="#17171a"/>
    ${list(6, () => `<path d="M${between(own, 200, 1300)} ${between(own, 250, 900)}q90 ${between(own, -60, 60)} 180 20" stroke="#55565c" stroke-width="6" fill="none"/>`)}`,
  cloth: (_box, own) =>
    `<rect width="1600" height="1200" fill="hsl(${between(own, 0, 359)} 25% 60%)"/>
    ${list(80, (i) => `<path d="M${i * 20} 0v1200M0 ${i * 15}h1600" stroke="#0002" stroke-width="${3 + (i % 3)}"/>`)}`,
  // A bright window behind: half the picture is light, half is not.
  sill: (box, own) =>
    `<rect width="1600" height="1200" fill="#2a2724"/><rect x="${between(own, 100, 500)}" y="60" width="900" height="640" fill="#f4f6f8"/>
    <rect x="${between(box, 300, 700)}" y="640" width="520" height="380" fill="#3d2f20"/><path d="M0 1020h1600v180H0z" fill="#1d1b19"/>`,
};

function room(box: Dice): string {
  const wall = `hsl(${between(box, 20, 60)} 15% ${between(box, 70, 88)}%)`;
  return `<rect width="1600" height="1200" fill="${wall}"/><rect y="900" width="1600" height="300" fill="hsl(${between(box, 15, 35)} 35% ${between(box, 30, 50)}%)"/>`;
}

function light(id: string, own: Dice): string {
  const [x, y] = [own() > 0.5 ? 1 : 0, own() > 0.5 ? 1 : 0];
  return `<defs><linearGradient id="${id}" x1="${x}" y1="${y}" x2="${1 - x}" y2="${1 - y}"><stop offset="0" stop-color="#fff" stop-opacity=".${between(own, 10, 22)}"/>
    <stop offset="1" stop-color="#000" stop-opacity=".${between(own, 10, 24)}"/></linearGradient></defs>`;
}

function crease(own: Dice, left: number, right: number, top: number): string {
  const [x, y] = [between(own, left, right - 200), between(own, top, 950)];
  return `<path d="M${x} ${y}l${between(own, 60, 220)} ${between(own, -40, 40)}" stroke="#6b4c28" stroke-width="${between(own, 3, 7)}" opacity=".55"/>`;
}

function mark(own: Dice): string {
  const [x, y] = [between(own, 350, 1150), between(own, 320, 820)];
  return own() > 0.5
    ? `<rect x="${x}" y="${y}" width="${between(own, 90, 230)}" height="${between(own, 60, 150)}" fill="#fbf9f2"/>${words(own, x + 8, y + 30)}`
    : `<path d="M${x} ${y}v60h40M${x + 70} ${y}l20 30 20-30v60" stroke="#3b2c19" stroke-width="8" fill="none"/>`;
}

function words(own: Dice, x: number, y: number): string {
  return list(
    between(own, 5, 14),
    (i) =>
      `<rect x="${x + i * 26}" y="${y - between(own, 14, 22)}" width="${between(own, 5, 18)}" height="${between(own, 14, 22)}" fill="#23201b"/>`,
  );
}

function bars(own: Dice, x: number, y: number): string {
  let at = x;
  return list(70, () => {
    const wide = between(own, 3, 12);
    const bar = `<rect x="${at}" y="${y}" width="${wide}" height="180" fill="#111"/>`;
    at += wide + between(own, 3, 10);
    return at < x + 860 ? bar : '';
  });
}
