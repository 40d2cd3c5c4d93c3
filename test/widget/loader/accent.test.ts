import { describe, expect, it } from 'vitest';
import { accent } from '../../../widget/loader/accent.ts';

describe('the accent', () => {
  it.each([
    ['#20558f', '#fff'],
    ['#1d6b4f', '#fff'],
    ['#f2c12e', '#000'],
    ['#7fd1c2', '#000'],
    ['#161616', '#fff'],
    ['#FFFFFF', '#000'],
  ])('on %s is %s', (fill, on) => {
    expect(accent(fill)).toEqual({ fill, on });
  });

  it.each([undefined, '', 'banana', 'red;}', '#12', '#12345g', 'var(--x)', 'transparent'])('is ours where the shop says %s', (color) => {
    expect(accent(color)).toEqual({ fill: '#20558f', on: '#fff' });
  });

  it('is readable on every colour', () => {
    const steps = ['00', '24', '3f', '5b', '76', '80', '9c', 'b4', 'd1', 'ff'];
    const colors = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    const unreadable = colors.filter((color) => contrast(color, accent(color).on) < 4.5);
    expect(unreadable).toEqual([]);
  });
});

/** WCAG 2.2 contrast, written independently of the loader's. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const hex = color.length === 4 ? color.replaceAll(/[^#]/g, '$&$&') : color;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
