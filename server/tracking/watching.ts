/** Which parcels a talk follows, worked out from each step. Called for every turn: it reads nothing, and mostly finds that nothing changed. */
import type { FlowContext } from '../../flows/context.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { normalise } from '../parcels/normalise.ts';
import type { Change, WatchRow } from '../store/port.ts';
import { inShort, knownOf } from './news.ts';
import { nextLook, untilAt } from './pace.ts';

/** An order of more parcels has a person who looks after it. */
const MOST_PARCELS = 12;

export interface Followed {
  was: readonly WatchRow[];
  /** The flow's before the step and after it; null where it can't be read, `after` also where nothing moved it. */
  before: FlowContext | null;
  after: FlowContext | null;
  /** The parcel that this step was told of. */
  told: Parcel | null;
  ref: { storeId: string; conversationId: string };
  at: number;
}

/** What changes in the rows, or undefined where they stay as they are. */
export function watchesOf({ was, before, after, told, ref, at }: Followed): Change['watches'] {
  if (after === null) return undefined;
  const wanted = isOwed(after) ? numbersOf(after) : [];
  const next = wanted.flatMap(([number, carrier]) => {
    const old = was.find((watch) => watch.number === number);
    const known = knownOf(after, number);
    const learned = told?.number === number ? told : known;
    // What the flow was told and let be is not told it again: only what it learns in this very step counts.
    if (old && learned !== told && isSameNews(before && knownOf(before, number), known)) return [old];
    const over = untilAt(learned, at);
    if (over <= at) return [];
    const { afterMs } = nextLook(learned, 0, at);
    const seen = learned === null ? null : inShort(learned);
    return [{ ...ref, number, carrier, seen, tries: 0, nextAt: at + afterMs, untilAt: over }];
  });
  const put = next.filter((watch) => !was.includes(watch));
  const drop = was.filter(({ number }) => !next.some((watch) => watch.number === number)).map(({ number }) => number);
  return put.length === 0 && drop.length === 0 ? undefined : { put, drop };
}

/** The rows once the change is written. */
export function afterChange(was: readonly WatchRow[], changed: Change['watches']): readonly WatchRow[] {
  if (changed === undefined) return was;
  const gone = new Set([...changed.drop, ...changed.put.map(({ number }) => number)]);
  return [...was.filter(({ number }) => !gone.has(number)), ...changed.put];
}

function isOwed({ case: opened, promise, agentPromise }: FlowContext): boolean {
  return opened !== null || promise !== null || agentPromise !== null;
}

/** The parcel that is spoken of, and the others of its order. What was typed counts as long as it names no parcel yet. */
function numbersOf({ parcel, given, order }: FlowContext): [string, string | null][] {
  const found = new Map<string, string | null>();
  const add = (number: string, carrier?: string) => {
    const name = normalise(number);
    if (name !== '' && !found.has(name)) found.set(name, carrier ?? null);
  };
  if (parcel) add(parcel.number, parcel.carrier);
  else if (given.tracking !== null) add(given.tracking);
  for (const other of order?.parcels ?? []) add(other.number, other.carrier);
  return [...found].slice(0, MOST_PARCELS);
}

function isSameNews(one: Parcel | null, other: Parcel | null): boolean {
  return one === other || (one !== null && other !== null && inShort(one) === inShort(other));
}
