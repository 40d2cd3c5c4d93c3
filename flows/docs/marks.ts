/** Small things that every part of a picture needs. */
import { LOOK } from './look.ts';

/** The sign of what time does by itself. */
export function clock(x: number, y: number): string {
  return `<path d="M${round(x - 5.5)} ${round(y)}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0M${round(x)} ${round(y - 3)}v3l2.4 1.4" fill="none" stroke="${LOOK.wait}" stroke-width="1.3"/>`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
