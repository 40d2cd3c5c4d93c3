import fc from 'fast-check';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { distance, isSamePicture, printOf, readPrint, SIDE, writePrint } from '../../../../server/evidence/checks/print.ts';
import { partsOf } from '../../../../server/store/prints.ts';
import { printed } from './pixels.ts';
import { sceneJpeg } from './scenes.ts';

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
const picture = fc.uint8Array({ minLength: SIDE * SIDE, maxLength: SIDE * SIDE }).map((data) => ({ data, width: SIDE, height: SIDE }));

describe('the hash', () => {
  it('is as far from another as that from it, and no distance from itself', () => {
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('shares one of its four parts with whatever differs in three bits', () => {
    fc.assert(
      fc.property(hash, fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 3 }), (a, turned) => {
        const bits = turned.reduce((sum, bit) => sum ^ (1n << BigInt(bit)), BigInt(`0x${a}`));
        const b = bits.toString(16).padStart(16, '0');
        expect(distance(a, b)).toBe(turned.length);
        const parts = partsOf(b);
        expect(partsOf(a).some((part, i) => part === parts[i])).toBe(true);
      }),
    );
  });

  it('comes back from the row as it was written, with its detail', () => {
    fc.assert(
      fc.property(picture, (grey) => {
        const print = printOf(grey);
        if (print !== null) expect(readPrint(writePrint(print))).toEqual(print);
      }),
    );
  });
});

it('two pictures are the same whichever is asked first, and each is its own', () => {
  fc.assert(
    fc.property(picture, picture, (one, other) => {
      const [a, b] = [printOf(one), printOf(other)];
      if (a === null || b === null) return;
      expect(isSamePicture(a, b)).toBe(isSamePicture(b, a));
      expect(isSamePicture(a, a)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

describe('the same picture', () => {
  const copies: [string, (photo: Sharp) => Sharp][] = [
    ['compressed hard', (photo) => photo.jpeg({ quality: 40 })],
    ['half as large', (photo) => photo.resize({ width: 800 }).jpeg({ quality: 80 })],
    ['cut by two hundredths', (photo) => photo.extract({ left: 16, top: 12, width: 1568, height: 1176 }).jpeg({ quality: 82 })],
    ['made brighter', (photo) => photo.linear(1.1, 5).jpeg({ quality: 75 })],
    ['as PNG', (photo) => photo.png()],
  ];

  it.each(copies)('is known when it was %s', async (_how, copy) => {
    for (const kind of ['side', 'things', 'label'] as const) {
      for (const seed of [1, 2, 3]) {
        const photo = await sceneJpeg(kind, seed);
        const [a, b] = [await printed(photo), await printed(await copy(sharp(photo)).toBuffer())];
        expect(a && b && isSamePicture(a, b), `${kind} ${seed}`).toBe(true);
      }
    }
  });
});

describe('not the same picture', () => {
  it('are the six sides of one box, however alike', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const sides = await Promise.all([0, 1, 2, 3, 4, 5].map(async (part) => printed(await sceneJpeg('side', seed, { part }))));
      expect(alike(sides)).toEqual([]);
    }
  });

  it('are boxes, things and labels of different parcels on the same kind of table', async () => {
    for (const kind of ['side', 'things', 'label'] as const) {
      const prints = await Promise.all([1, 2, 3, 4, 5, 6].map(async (seed) => printed(await sceneJpeg(kind, seed, { part: seed }))));
      expect(alike(prints)).toEqual([]);
    }
  });

  it('is bare cardboard, which has no print: any side is like any other', async () => {
    for (const kind of ['plainSide', 'whiteSide'] as const) expect(await printed(await sceneJpeg(kind, 1))).toBeNull();
  });
});

function alike(prints: (Awaited<ReturnType<typeof printed>> | null)[]): string[] {
  return prints.flatMap((a, i) => prints.slice(i + 1).flatMap((b, j) => (a && b && isSamePicture(a, b) ? [`${i} and ${i + 1 + j}`] : [])));
}
