import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_IT_IS, fitted, MOST_ZOOM, movedBy, turned, zoomedTo } from '../../../console/desk/viewer/zoom.ts';

const photo = { width: 1200, height: 900 };
const stage = { width: 600, height: 600 };

describe('a photo in its stage', () => {
  it('is all seen, and never larger than it is', () => {
    expect(fitted(photo, stage, 0)).toEqual({ width: 600, height: 450 });
    expect(fitted({ width: 100, height: 50 }, stage, 0)).toEqual({ width: 100, height: 50 });
    expect(fitted({ width: 0, height: 0 }, stage, 0)).toEqual({ width: 0, height: 0 });
  });

  it('that is turned fits by its other side', () => {
    expect(fitted({ width: 1200, height: 400 }, { width: 600, height: 300 }, 1)).toEqual({ width: 300, height: 100 });
  });

  it('keeps under the pointer what lies there', () => {
    const at = { x: 100, y: -50 };
    const under = (lie: typeof AS_IT_IS) => ({ x: (at.x - lie.x) / lie.zoom, y: (at.y - lie.y) / lie.zoom });
    const near = zoomedTo(AS_IT_IS, 4, at, photo, stage);
    expect(under(near).x).toBeCloseTo(under(AS_IT_IS).x);
    expect(under(near).y).toBeCloseTo(under(AS_IT_IS).y);
  });

  it('stays within bounds, whatever one does', () => {
    const steps = fc.array(
      fc.record({
        factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
        x: fc.integer({ min: -900, max: 900 }),
        y: fc.integer({ min: -900, max: 900 }),
      }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        let lie = AS_IT_IS;
        for (const { factor, x, y } of all) {
          lie = movedBy(zoomedTo(lie, lie.zoom * factor, { x, y }, photo, stage), { x, y }, photo, stage);
          expect(lie.zoom).toBeGreaterThanOrEqual(1);
          expect(lie.zoom).toBeLessThanOrEqual(MOST_ZOOM);
          expect(Math.abs(lie.x)).toBeLessThanOrEqual(Math.max(0, (600 * lie.zoom - 600) / 2) + 1e-6);
          expect(Math.abs(lie.y)).toBeLessThanOrEqual(Math.max(0, (450 * lie.zoom - 600) / 2) + 1e-6);
        }
      }),
    );
  });

  it('lies as it is after a turn, and goes on turning the same way', () => {
    const near = zoomedTo(AS_IT_IS, 3, { x: 10, y: 10 }, photo, stage);
    expect(turned(turned({ ...near, turns: 3 }))).toEqual({ ...AS_IT_IS, turns: 5 });
  });
});
