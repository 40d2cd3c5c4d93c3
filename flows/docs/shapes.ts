/** Who has the floor, told by shape: the bot's corners are round, who waits has them cut off, a person's box has two sides more, what is
 *  closed is a pill with a strong rim. */
import type { Box } from './chart.ts';
import { LOOK } from './look.ts';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function shape(box: Pick<Box, 'kind' | 'floor'>, frame: Frame): string {
  const { x, y, width, height } = rounded(frame);
  const rect = (rx: number, style: string) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}" ${style}/>`;
  switch (box.kind) {
    case 'start':
      return `<circle cx="${x + width / 2}" cy="${y + height / 2}" r="7" fill="${LOOK.ink}"/>`;
    case 'in':
      return rect(Math.min(18, height / 2), `fill="none" stroke="${LOOK.edge}" stroke-dasharray="2 3"`);
    case 'out':
      return rect(Math.min(18, height / 2), `fill="${LOOK.sunken}" stroke="${LOOK.edge}" stroke-dasharray="5 3"`);
    case 'anywhere':
      return rect(2, `fill="${LOOK.sunken}" stroke="${LOOK.ink2}" stroke-dasharray="5 3"`);
    case 'state':
    case 'topic':
      return floorShape(box.floor, rounded(frame), rect);
  }
}

function floorShape(floor: Box['floor'], { x, y, width, height }: Frame, rect: (rx: number, style: string) => string): string {
  switch (floor) {
    case 'waiting': {
      const cut = Math.min(12, height / 3);
      const path = `M${x + cut} ${y}H${x + width - cut}L${x + width} ${y + cut}V${y + height - cut}L${x + width - cut} ${y + height}H${x + cut}L${x} ${y + height - cut}V${y + cut}Z`;
      return `<path d="${path}" fill="${LOOK.waitSoft}" stroke="${LOOK.waitSolid}" stroke-width="1.5"/>`;
    }
    case 'agent':
      return `${rect(0, `fill="${LOOK.goodSoft}" stroke="${LOOK.good}" stroke-width="1.5"`)}<path d="M${x + 7} ${y}v${height}M${x + width - 7} ${y}v${height}" stroke="${LOOK.good}"/>`;
    case 'closed':
      return rect(Math.min(24, height / 2), `fill="${LOOK.sunken}" stroke="${LOOK.ink}" stroke-width="2.5"`);
    case 'bot':
      return rect(10, `fill="${LOOK.surface}" stroke="${LOOK.accent}" stroke-width="1.5"`);
    case null:
      return rect(4, `fill="${LOOK.surface}" stroke="${LOOK.ink2}" stroke-width="1.5"`);
  }
}

function rounded({ x, y, width, height }: Frame): Frame {
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
