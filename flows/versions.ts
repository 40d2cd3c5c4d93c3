/**
 * Snapshots outlive the code that wrote them. Whoever changes the states or the context raises the version and appends
 * one migration; the list is never edited. A snapshot that can't be brought here is answered with null.
 */
export const FLOW_VERSION = 1;

/** From version `i + 1` to `i + 2`. */
const MIGRATIONS: readonly ((snapshot: PlainSnapshot) => PlainSnapshot)[] = [];

export interface PlainSnapshot {
  value: unknown;
  context: Record<string, unknown>;
  [key: string]: unknown;
}

export function migrate(stored: { version: number; snapshot: unknown }): PlainSnapshot | null {
  if (!isSnapshot(stored.snapshot) || stored.version < 1 || stored.version > FLOW_VERSION) return null;
  return MIGRATIONS.slice(stored.version - 1).reduce((snapshot, step) => step(snapshot), stored.snapshot);
}

function isSnapshot(snapshot: unknown): snapshot is PlainSnapshot {
  return typeof snapshot === 'object' && snapshot !== null && 'value' in snapshot && 'context' in snapshot;
}
