/** A chart as a picture. It is told in shapes and words, so that nothing hangs on a colour alone. */
import type { Box, Cause, Chart } from './chart.ts';
import { layOut, type Laid, type Placed } from './layered.ts';
import { LINE, widthOf, wrapped } from './lines.ts';
import { legend, LEGEND_HEIGHT } from './legend.ts';
import { LOOK } from './look.ts';
import { clock, escaped, round } from './marks.ts';
import { shape } from './shapes.ts';

const MARGIN = 32;
const HEAD = 64;
const LEAST_WIDTH = 720;

export function picture(chart: Chart): string {
  const boxes = chart.boxes.map(measured);
  const labels = chart.ways.map(({ causes }, i) => (causes.length === 0 ? null : labelOf(`way ${i}`, causes)));
  const laid = layOut(
    boxes,
    chart.ways.map(({ from, to }, i) => ({ from, to, label: labels[i] ?? null })),
  );
  const width = Math.max(LEAST_WIDTH, Math.ceil(laid.width) + 2 * MARGIN);
  const height = Math.ceil(laid.height) + HEAD + LEGEND_HEIGHT + 2 * MARGIN;
  const shift = { x: Math.round((width - laid.width) / 2), y: HEAD + MARGIN };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="${LOOK.font}" font-size="12">`,
    `<title id="title">${escaped(titleOf(chart))}</title>`,
    `<desc id="desc">${escaped(description(chart))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${LOOK.canvas}"/>`,
    `<text x="${MARGIN}" y="44" font-size="24" font-weight="700" fill="${LOOK.ink}">${escaped(titleOf(chart))}</text>`,
    `<g transform="translate(${shift.x} ${shift.y})">`,
    ...laid.routes.map(({ points, back }, i) => line(points, back, chart.ways[i]?.causes.some(({ timer }) => timer) ?? false)),
    ...labels.flatMap((label) => (label ? [drawnLabel(label, placeOf(laid, label.id))] : [])),
    ...boxes.map((box) => drawnBox(box, placeOf(laid, box.id))),
    `</g>`,
    legend(chart, MARGIN, height - LEGEND_HEIGHT),
    `</svg>`,
    '',
  ].join('\n');
}

function titleOf({ id, title }: Chart): string {
  return id === 'whole' ? 'The whole flow' : id === 'anywhere' ? 'What is heard anywhere' : `Topic: ${title}`;
}

/** The same in sentences, for whoever does not see it. */
function description({ boxes, ways }: Chart): string {
  const nameOf = (id: string) => boxes.find((box) => box.id === id)?.name ?? id;
  const stays = boxes.flatMap(({ name, stays: all }) => (all.length === 0 ? [] : [`${name}: ${all.map(({ text }) => text).join('; ')}.`]));
  const lines = ways.map(({ from, to, causes }) => {
    const why = causes.map(({ text }) => text).join('; ');
    return `${nameOf(from)} to ${nameOf(to)}${why === '' ? '' : `: ${why}`}.`;
  });
  return [...lines, ...stays].join(' ');
}

interface Measured {
  id: string;
  box: Box;
  width: number;
  height: number;
  rows: Row[];
}

interface Row {
  text: string;
  look: 'name' | 'small' | 'floor';
  timer?: boolean;
}

function measured(box: Box): Measured {
  if (box.kind === 'start') return { id: box.id, box, width: 14, height: 14, rows: [] };
  const name: Row[] = wrapped(box.kind === 'out' ? `→ ${box.name}` : box.name, box.kind === 'in' ? 30 : 26).map((text) => ({
    text,
    look: 'name',
  }));
  const floor: Row[] =
    box.floor === null && !box.decides
      ? []
      : [{ text: [box.floor, box.decides && 'decides at once'].filter(Boolean).join(' · '), look: 'floor' }];
  const small: Row[] = [
    ...(box.within === null ? [] : [{ text: `in ${box.within}`, look: 'small' as const }]),
    ...(box.stays.length === 0 || box.kind === 'out' ? [] : [{ text: 'stays:', look: 'small' as const }]),
    ...box.stays.flatMap(({ text, timer }) =>
      wrapped(text, box.kind === 'out' ? 64 : 40).map((one, i): Row => ({ text: one, look: 'small', timer: timer && i === 0 })),
    ),
  ];
  const rows = [...name, ...floor, ...small];
  const width = Math.max(64, ...rows.map(({ text, look }) => widthOf(text, look === 'name' ? 8.1 : 6.6))) + 32;
  return { id: box.id, box, width, height: rows.length * LINE + 16, rows };
}

function drawnBox({ box, width, height, rows }: Measured, { x, y }: Placed): string {
  const middle = x + width / 2;
  return [
    shape(box, { x, y, width, height }),
    ...rows.map(({ text, look, timer }, i) => {
      const base = y + 8 + LINE * (i + 1) - 3;
      const style =
        look === 'name'
          ? `font-size="13" font-weight="${box.kind === 'out' || box.kind === 'in' ? 400 : 700}" fill="${LOOK.ink}"`
          : `font-size="11" fill="${LOOK.ink2}"`;
      const sign = timer ? clock(middle - widthOf(text, 6.1) / 2 - 4, base - 4) : '';
      return `${sign}<text x="${round(middle + (timer ? 6 : 0))}" y="${round(base)}" text-anchor="middle" ${style}>${escaped(text)}</text>`;
    }),
  ].join('\n');
}

interface Label {
  id: string;
  width: number;
  height: number;
  rows: { text: string; timer: boolean }[];
}

function labelOf(id: string, causes: readonly Cause[]): Label {
  const rows = causes.flatMap(({ text, timer }) => wrapped(text, 34).map((one, i) => ({ text: one, timer: timer && i === 0 })));
  const width = Math.max(...rows.map(({ text, timer }) => widthOf(text, 6.5) + (timer ? 16 : 0))) + 10;
  return { id, width, height: rows.length * LINE + 4, rows };
}

function drawnLabel({ width, height, rows }: Label, { x, y }: Placed): string {
  return [
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4" fill="${LOOK.canvas}"/>`,
    ...rows.map(({ text, timer }, i) => {
      const base = y + 2 + LINE * (i + 1) - 4;
      const left = x + width / 2 - (widthOf(text, 6.1) + (timer ? 16 : 0)) / 2;
      const words = `<text x="${round(x + width / 2 + (timer ? 8 : 0))}" y="${round(base)}" text-anchor="middle" font-size="11" fill="${timer ? LOOK.wait : LOOK.ink2}">${escaped(text)}</text>`;
      return timer ? clock(left + 5, base - 4) + words : words;
    }),
  ].join('\n');
}

function line(points: readonly Placed[], back: boolean, timer: boolean): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let at = first;
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (const next of rest) {
    const turn = (at.y + next.y) / 2;
    path +=
      Math.abs(at.x - next.x) < 0.05
        ? `V${round(next.y)}`
        : `C${round(at.x)} ${round(turn)} ${round(next.x)} ${round(turn)} ${round(next.x)} ${round(next.y)}`;
    at = next;
  }
  const colour = timer ? LOOK.waitSolid : back ? LOOK.accent : LOOK.edge;
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4"${back ? ' stroke-dasharray="6 3"' : ''}/>${head(points, back, colour)}`;
}

/** Lines arrive from straight above; those that lead back, from below. */
function head(points: readonly Placed[], back: boolean, colour: string): string {
  const to = points.at(-1);
  if (!to) return '';
  const tail = back ? to.y + 8 : to.y - 8;
  return `<path d="M${round(to.x)} ${round(to.y)}L${round(to.x - 4)} ${round(tail)}H${round(to.x + 4)}Z" fill="${colour}"/>`;
}

function placeOf(laid: Laid, id: string): Placed {
  return laid.at.get(id) ?? { x: 0, y: 0 };
}
