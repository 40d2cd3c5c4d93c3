/** Settings as places with names, `policy.promises.hour`: to show, change, compare and mend them one by one. */
import type { StoreSettings } from '../../protocol/settings.ts';

export function at(settings: StoreSettings, path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (isGroup(node) ? node[key] : undefined), settings);
}

/** A copy in which this one place is another. */
export function withAt(settings: StoreSettings, path: string, value: unknown): StoreSettings {
  return put(settings, path.split('.'), value) as StoreSettings;
}

/** Places that differ. A list is one place: which rows it has is one decision. */
export function differing(a: StoreSettings, b: StoreSettings): string[] {
  return leaves(a).filter((path) => !isSame(at(a, path), at(b, path)));
}

/** What was changed between `base` and `mine`, done to `theirs`. */
export function mended(base: StoreSettings, mine: StoreSettings, theirs: StoreSettings): StoreSettings {
  return differing(base, mine).reduce((settings, path) => withAt(settings, path, at(mine, path)), theirs);
}

function leaves(node: unknown, path = ''): string[] {
  if (!isGroup(node)) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

function put(node: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const group = isGroup(node) ? node : {};
  return { ...group, [key]: put(group[key], rest, value) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isGroup(node: unknown): node is Record<string, unknown> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
