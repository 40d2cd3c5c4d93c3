import { isDeepStrictEqual } from 'node:util';
import { isGroup } from './merge.ts';

/** `['name', 'policy.promises.hour']`: where two values differ. Lists are one thing. */
export function changedPaths(before: unknown, after: unknown, path = ''): string[] {
  if (!isGroup(before) || !isGroup(after)) return isDeepStrictEqual(before, after) ? [] : [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => changedPaths(before[name], after[name], path === '' ? name : `${path}.${name}`));
}
