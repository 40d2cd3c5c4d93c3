/** The console may not bring the schema along, so it has the bounds by heart: this holds the two together. */
import { expect, it } from 'vitest';
import { Policy } from '../../protocol/settings.ts';
import { NUMBERS, type NumberPlace } from '../../console/owner/number-fields.ts';

interface Shape {
  type?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Shape>;
  anyOf?: Shape[];
}

/** Places with fields of their own kind. */
const OTHERS = ['policy.promises.hour', 'policy.hours.from', 'policy.hours.to'];

it('knows every number of the settings, and its bounds', () => {
  const known = Object.values<NumberPlace>(NUMBERS).map(({ path, min, max, optional }) => [path, min, max, optional !== undefined]);
  expect(known.sort()).toEqual(
    numbersOf(Policy as Shape, 'policy')
      .filter(([path]) => !OTHERS.includes(path))
      .sort(),
  );
});

function numbersOf(shape: Shape, path: string): [string, number, number, boolean][] {
  if (shape.properties) return Object.entries(shape.properties).flatMap(([key, part]) => numbersOf(part, `${path}.${key}`));
  const number = [shape, ...(shape.anyOf ?? [])].find(({ type }) => type === 'integer');
  if (!number) return [];
  const isOptional = shape.anyOf?.some(({ type }) => type === 'null') ?? false;
  return [[path, number.minimum ?? -Infinity, number.maximum ?? Infinity, isOptional]];
}
