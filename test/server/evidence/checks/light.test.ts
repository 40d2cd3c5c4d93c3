import { describe, expect, it } from 'vitest';
import { isBlurred } from '../../../../server/evidence/checks/blurred.ts';
import { isDark } from '../../../../server/evidence/checks/dark.ts';
import { isSmall } from '../../../../server/evidence/checks/small.ts';
import { greyOf } from './pixels.ts';
import { SCENES, sceneJpeg } from './scenes.ts';

const SEEDS = [1, 2];

describe('dark', () => {
  it.each(SCENES)('is not said of a %s by day, nor by a weak lamp', async (kind) => {
    for (const seed of SEEDS) {
      expect(isDark(await greyOf(await sceneJpeg(kind, seed)))).toBe(false);
      expect(isDark(await greyOf(await sceneJpeg(kind, seed, { light: 0.45, grain: 9 })))).toBe(false);
    }
  });

  it.each(SCENES)('is said of a %s at night', async (kind) => {
    for (const seed of SEEDS) expect(isDark(await greyOf(await sceneJpeg(kind, seed, { light: 0.12, grain: 8 })))).toBe(true);
  });
});

describe('blurred', () => {
  it.each(SCENES)('is not said of a sharp %s, whatever the grain, the size, the quality and the angle', async (kind) => {
    for (const options of [{ grain: 2 }, { grain: 9 }, { width: 900, height: 675 }, { quality: 45 }, { turn: 17 }, { blur: 1 }]) {
      for (const seed of SEEDS) expect(isBlurred(await greyOf(await sceneJpeg(kind, seed, options)))).toBe(false);
    }
  });

  it('is never said of what has nothing to be sharp about', async () => {
    for (const kind of ['whiteSide', 'plainSide'] as const) {
      expect(isBlurred(await greyOf(await sceneJpeg(kind, 1, { blur: 12 })))).toBe(false);
    }
  });

  it.each(['side', 'things', 'label', 'blackBag', 'sill'] as const)('is said of a %s far out of focus', async (kind) => {
    for (const seed of SEEDS) expect(isBlurred(await greyOf(await sceneJpeg(kind, seed, { blur: 12 })))).toBe(true);
  });
});

it.each([
  [2400, 1800, false],
  [800, 600, false],
  [500, 500, false],
  [499, 2400, true],
  [320, 240, true],
])('%d x %d pixels: small is %s', (width, height, small) => {
  expect(isSmall({ width, height })).toBe(small);
});
