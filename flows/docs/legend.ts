/** Below each picture: what its shapes say, as far as it has them. */
import type { Box, Chart } from './chart.ts';
import { LOOK } from './look.ts';
import { clock, round } from './marks.ts';
import { shape } from './shapes.ts';
import { widthOf } from './lines.ts';

export const LEGEND_HEIGHT = 40;
const SIGN = 26;

type Told = Pick<Box, 'kind' | 'floor'>;

export function legend({ boxes, ways }: Chart, x: number, y: number): string {
  const has = ({ kind, floor }: Told) =>
    boxes.some((box) => (box.kind === kind || (box.kind === 'topic' && kind === 'state')) && box.floor === floor);
  const told = ENTRIES.filter(([sign]) => has(sign));
  const hasTimer = [...ways.map(({ causes }) => causes), ...boxes.map(({ stays }) => stays)].flat().some(({ timer }) => timer);
  let left = x;
  const parts = told.map(([sign, text]) => {
    const drawn = shape(sign, { x: left, y: y + 4, width: SIGN, height: 16 }) + words(text, left + SIGN + 6, y);
    left += SIGN + widthOf(text, 6.2) + 24;
    return drawn;
  });
  if (hasTimer) parts.push(clock(left + 6, y + 12) + words('by time', left + 18, y));
  return parts.join('\n');
}

function words(text: string, x: number, y: number): string {
  return `<text x="${round(x)}" y="${round(y + 16)}" font-size="11" fill="${LOOK.ink2}">${text}</text>`;
}

const ENTRIES: readonly [Told, string][] = [
  [{ kind: 'state', floor: 'bot' }, 'the bot speaks'],
  [{ kind: 'state', floor: 'waiting' }, 'waiting for a person'],
  [{ kind: 'state', floor: 'agent' }, 'an agent speaks'],
  [{ kind: 'state', floor: 'closed' }, 'closed'],
  [{ kind: 'topic', floor: null }, 'a topic of several'],
  [{ kind: 'anywhere', floor: null }, 'holds anywhere within'],
  [{ kind: 'in', floor: null }, 'comes from'],
  [{ kind: 'out', floor: null }, 'another topic'],
];
