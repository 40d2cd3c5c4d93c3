/**
 * Snapshots outlive the code that wrote them. Whoever changes the states or the context raises the version and appends
 * one migration; the list is never edited. A snapshot that can't be brought here is answered with null.
 */
export const FLOW_VERSION = 3;

/** From version `i + 1` to `i + 2`. */
const MIGRATIONS: readonly ((snapshot: PlainSnapshot) => PlainSnapshot)[] = [
  /** What people promise by themselves, a case that can be opened again, and which parcel a case is about. */
  (snapshot) => {
    const { case: opened, parcel } = snapshot.context;
    return {
      ...snapshot,
      context: {
        ...snapshot.context,
        agentPromise: null,
        closedCase: null,
        bookmark: isRoadsEnd(snapshot['historyValue']) ? 'following' : null,
        case: isRecord(opened) ? { ...opened, parcel: isRecord(parcel) ? parcel['number'] : null } : null,
      },
    };
  },
  /** Hints about photos, the countdown of the protection, and an order's other parcels. */
  (snapshot) => ({
    ...snapshot,
    context: {
      ...snapshot.context,
      ...{ hints: {}, seenBefore: false, protectedUntil: null, protectionTold: null, parcels: {}, asked: null, besides: [] },
    },
  }),
];

export interface PlainSnapshot {
  value: unknown;
  context: Record<string, unknown>;
  [key: string]: unknown;
}

export function migrate(stored: { version: number; snapshot: unknown }): PlainSnapshot | null {
  if (!isSnapshot(stored.snapshot) || stored.version < 1 || stored.version > FLOW_VERSION) return null;
  return MIGRATIONS.slice(stored.version - 1).reduce((snapshot, step) => step(snapshot), stored.snapshot);
}

/** Left on a road that leads to a person only: going on there would hand over once more. */
function isRoadsEnd(history: unknown): boolean {
  const places = isRecord(history) && Array.isArray(history['back']) ? (history['back'] as { id?: unknown }[]) : [];
  return places.some(({ id }) => id === 'route' || id === 'support.talk.resolution.decide');
}

function isSnapshot(snapshot: unknown): snapshot is PlainSnapshot {
  return isRecord(snapshot) && 'value' in snapshot && isRecord(snapshot['context']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
