import { asObject, type Json } from './json.ts';

export interface Unwrapped {
  records: Json[];
  /** They came as a list, however many there are. */
  isList: boolean;
}

const DEEPEST = 6;

/**
 * The records in whatever a service wraps around them: nothing, a webhook's envelope, a list, a list of envelopes. `wrappers` are the keys
 * that are looked into, in this order; the first that holds something is the one.
 */
export function unwrap(payload: unknown, isRecord: (value: Json) => boolean, wrappers: readonly string[], depth = 0): Unwrapped {
  if (depth > DEEPEST) return NOTHING;
  if (Array.isArray(payload)) {
    return { records: payload.flatMap((one) => unwrap(one, isRecord, wrappers, depth + 1).records), isList: true };
  }
  const object = asObject(payload);
  if (!object) return NOTHING;
  if (isRecord(object)) return { records: [object], isList: false };
  const inside = wrappers.filter((key) => Object.hasOwn(object, key)).map((key) => unwrap(object[key], isRecord, wrappers, depth + 1));
  return inside.find(({ records }) => records.length > 0) ?? inside.find(({ isList }) => isList) ?? NOTHING;
}

const NOTHING: Unwrapped = { records: [], isList: false };
