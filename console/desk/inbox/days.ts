export const DAY_MS = 86_400_000;

/** The midnight that a moment's day began with, on this device. */
export function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
