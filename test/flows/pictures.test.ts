import { describe, expect, it } from 'vitest';
import { layOut, type Line, type Size } from '../../flows/docs/layered.ts';
import { pictures } from '../../flows/docs/pictures.ts';
import { topicsOf } from '../../flows/docs/read.ts';
import { support } from '../../flows/support.ts';
import { runCommand } from '../support/command.ts';

const files = pictures(support.root);
const drawings = [...files].filter(([name]) => name.endsWith('.svg'));

it('docs/flows shows the flow as it is now', async () => {
  // A guard without a name is told by its source, which a test's own loader rewrites: so node itself draws.
  expect(await runCommand('node', ['server/cli/flows-docs.ts', '--check'], { limitMs: 30_000 })).toEqual({ code: 0, output: '' });
});

it('there is a picture of the whole, of what is heard anywhere, and of each topic', () => {
  const names = drawings.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['whole.svg', 'anywhere.svg', 'missing.svg', 'on-the-way.svg', 'person.svg']));
  expect(names.length - 2).toBe(topicsOf(support.root).filter(({ node: topic }) => topic.type !== 'history').length);
  for (const name of names) expect(files.get('README.md')).toContain(`](${name})`);
});

describe.each(drawings)('%s', (name, svg) => {
  it('has a title, and its ways in sentences for whoever does not see it', () => {
    expect(svg).toMatch(/<title id="title">[^<]+<\/title>/);
    expect(svg).toMatch(/<desc id="desc">[^<]{10,}<\/desc>/);
    expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
  });

  it('is the same when it is drawn again, and holds no number that is none', () => {
    expect(pictures(support.root).get(name)).toBe(svg);
    expect(svg).not.toMatch(/NaN|Infinity|"undefined|\[object/);
  });
});

describe('the layout', () => {
  const size = (id: string, width = 80, height = 40): Size => ({ id, width, height });
  const line = (from: string, to: string, label = true): Line => ({ from, to, label: label ? size(`${from}${to}`, 100, 20) : null });
  const sizes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => size(id));
  const lines = [line('a', 'b'), line('a', 'c'), line('b', 'd'), line('c', 'd'), line('d', 'a'), line('a', 'e'), line('e', 'g', false), line('f', 'd'), line('b', 'g')]; // prettier-ignore
  const laid = layOut(sizes, lines);
  const all = [...sizes, ...lines.flatMap(({ label }) => (label ? [label] : []))].map((one) => ({
    ...one,
    ...(laid.at.get(one.id) ?? { x: NaN, y: NaN }),
  }));

  it('lays neither boxes nor words upon each other', () => {
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
      }
    }
  });

  it('leads no line through a box that it does not belong to', () => {
    laid.routes.forEach(({ points }, i) => {
      const { from, to, label } = lines[i] as Line;
      for (const { x, y } of points) {
        const hit = all.filter(
          (box) => ![from, to, label?.id].includes(box.id) && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
        );
        expect(
          hit.map(({ id }) => id),
          `${from} to ${to}`,
        ).toEqual([]);
      }
    });
  });

  it('reads downwards, but for what closes a circle', () => {
    expect(laid.routes.map(({ back }) => back)).toEqual(lines.map(({ from, to }) => from === 'd' && to === 'a'));
  });
});
