import { useEffect, useRef, useState } from 'preact/hooks';
import { word } from '../shared/words.ts';

/** How the colour reads, by day and by night: drawn with the widget's own tokens, and measured from what was drawn. */
export function Contrast({ color }: { color: string }) {
  return (
    <div class="contrast" role="group" aria-label={word('store.contrast')}>
      {(['light', 'dark'] as const).map((theme) => (
        <Sample key={theme} theme={theme} color={color} />
      ))}
      <p class="hint">{word('store.contrastHint')}</p>
    </div>
  );
}

function Sample({ theme, color }: { theme: 'light' | 'dark'; color: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [ratios, setRatios] = useState<{ fill: number; link: number } | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.setProperty('--accent', color);
    const of = (selector: string, property: 'color' | 'backgroundColor') => {
      const part = element.querySelector(selector);
      return part ? rgbOf(getComputedStyle(part)[property]) : null;
    };
    const [fill, onFill, link, surface] = [
      of('.s-fill', 'backgroundColor'),
      of('.s-fill', 'color'),
      of('.s-link', 'color'),
      of('.s-paper', 'backgroundColor'),
    ];
    setRatios(fill && onFill && link && surface ? { fill: contrast(fill, onFill), link: contrast(link, surface) } : null);
  }, [color, theme]);
  return (
    <div class="sample">
      <div data-theme={theme} ref={box}>
        <div class="s-paper">
          <span class="s-fill">{word('store.sampleButton')}</span>
          <span class="s-link">{word('store.sampleLink')}</span>
        </div>
      </div>
      <p>
        {ratios
          ? word(theme === 'light' ? 'store.ratiosLight' : 'store.ratiosDark', { fill: told(ratios.fill), link: told(ratios.link) })
          : word('store.notMeasured')}
      </p>
    </div>
  );
}

type Rgb = readonly [number, number, number];

/** Browsers write a colour in many ways; a pixel has one. */
function rgbOf(color: string): Rgb | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** By WCAG 2.2. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => {
    const c = channel / 255;
    return c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Never rounded up past a bound that it does not reach. */
function told(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
