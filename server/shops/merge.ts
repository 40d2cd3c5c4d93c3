/** `base` with `changes` laid over it: groups by name, everything else replaced whole. Neither is altered. */
export function merge(base: unknown, changes: unknown): unknown {
  if (!isGroup(base) || !isGroup(changes)) return changes;
  const names = new Set([...Object.keys(base), ...Object.keys(changes)]);
  return Object.fromEntries(
    [...names].map((name) => [name, Object.hasOwn(changes, name) ? merge(own(base, name), own(changes, name)) : own(base, name)]),
  );
}

export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(group: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}
