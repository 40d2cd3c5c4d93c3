/**
 * Lives a stored conversation again, from its first step, through the same pure step and the same Change, and says where
 * the two part. What a shopper meant is known from their own journal; what the outside answered is asked of it again.
 *
 * Results of look-ups, news of parcels and timers leave no message of their own, so their place among the shopper's messages is searched:
 * some order must lead to exactly the messages that are stored and end in exactly the row, snapshot, timers, promises, cases
 * and open effects that are stored. `version` counts every step, so nothing can have been taken twice or left out.
 */
import { isDeepStrictEqual } from 'node:util';
import type { OutsideEffect } from '../../flows/effects.ts';
import type { ResultEvent } from '../../flows/events.ts';
import type { Message } from '../../protocol/message.ts';
import type { Said } from '../../protocol/shopper-events.ts';
import { buildChange, type Ground } from '../../server/conversation/change.ts';
import type { Incoming } from '../../server/conversation/incoming.ts';
import { type Ears, interpret } from '../../server/conversation/interpret.ts';
import type { PickOffered } from '../../server/conversation/language.ts';
import { begin, type FlowState, freeze, type Step, step } from '../../server/conversation/runner.ts';
import type { CaseRow, Change, ConversationRow, EffectRow, PromiseRow, ShopRow, TimerRow } from '../../server/store/port.ts';

export interface Stored {
  row: ConversationRow;
  messages: Message[];
  cases: CaseRow[];
  promises: PromiseRow[];
  timers: TimerRow[];
  /** Not yet settled. */
  effects: OutsideEffect[];
}

export interface World {
  shop: ShopRow;
  said: ReadonlyMap<string, Said>;
  /** As the server hears, at that moment. */
  ears(at: number): Ears;
  /** Among the shop's languages. */
  pick: PickOffered;
  answer(effect: OutsideEffect): Promise<ResultEvent>;
}

interface Moment {
  flow: FlowState;
  ground: Ground;
  cases: CaseRow[];
  promises: PromiseRow[];
  timers: TimerRow[];
  effects: EffectRow[];
  /** Messages lived through. */
  count: number;
}

const MOST = 20_000;

/** null when the stored conversation is exactly what its messages lead to; else where it first departs from that. */
export async function replay(stored: Stored, world: World): Promise<string | null> {
  const { policy } = world.shop.settings;
  const { row } = stored;
  let furthest = { count: -1, why: 'nothing was tried' };
  const tried = new Set<string>();
  let ids = 0;

  const first = begin({ policy, tz: row.tz, at: row.createdAt });
  const blank: ConversationRow = {
    ...row,
    version: 0,
    status: first.status,
    agent: null,
    handOff: null,
    flow: freeze(first.flow),
    prompt: null,
    problem: null,
    caseNumber: null,
    lastSeq: 0,
  };
  const nothing = { flow: first.flow, cases: [], promises: [], timers: [], effects: [], count: 0 };
  const start = lived({ ...nothing, ground: { row: blank, case: null, promises: [] } }, { event: null }, first, row.createdAt);
  return start !== null && (await goOn(start)) ? null : `after message ${furthest.count}: ${furthest.why}`;

  async function goOn(moment: Moment): Promise<boolean> {
    const known = keyOf(moment);
    // Another order led here before, and from here on all is the same.
    if (tried.has(known) || tried.size >= MOST) return false;
    tried.add(known);
    const next = stored.messages[moment.count];
    const at = next?.at ?? row.updatedAt;
    if (next === undefined && moment.ground.row.version === row.version) {
      const why = differs(moment, stored);
      if (why === null) return true;
      note(moment, why);
      return false;
    }
    if (moment.ground.row.version >= row.version) return false;
    for (const effect of moment.effects) {
      if (await take(moment, { event: await world.answer(effect.effect), settles: effect.id }, at)) return true;
    }
    if (next?.from === 'shopper') {
      const said = world.said.get(next.id);
      const incoming = said && interpret(next.id, said, moment.ground.row, world.ears(at), world.pick);
      if (!incoming) note(moment, `message ${next.id} was written by nobody`);
      else if ('refuse' in incoming) note(moment, `message ${next.id} should have been refused with ${incoming.refuse}`);
      else if (await take(moment, incoming, at)) return true;
    }
    for (const timer of moment.timers.filter(({ dueAt }) => dueAt <= at)) {
      if (await take(moment, { event: timer.event as { type: `xstate.after.${string}` }, fired: timer.id }, at)) return true;
    }
    for (const number of unseen(moment.flow)) {
      const found = await world.answer({ name: 'lookUpParcel', params: { number } });
      if (found.type === 'parcel.found' && (await take(moment, { event: { ...found, news: true } }, at))) return true;
    }
    note(moment, `nothing leads to ${JSON.stringify(next)} from ${JSON.stringify(moment.flow.value)}`);
    return false;
  }

  async function take(moment: Moment, incoming: Incoming, at: number): Promise<boolean> {
    const fresh = stored.cases.find(({ openedAt }) => openedAt === at)?.number ?? 'none';
    // Nobody sits at the desk of these servers.
    const taken = incoming.event && step(moment.flow, { ...incoming.event, at, fresh, free: null }, policy);
    const after = lived(moment, incoming, taken, at);
    return after !== null && goOn(after);
  }

  function lived(moment: Moment, incoming: Incoming, taken: Step | null, at: number): Moment | null {
    const change = buildChange(moment.ground, incoming, taken, at, () => `id-${(ids += 1)}`);
    const expected = stored.messages.slice(moment.count, moment.count + change.messages.length);
    const wrong = change.messages.findIndex((message, n) => !isSame(message, expected[n]));
    if (wrong >= 0) {
      const why = `${incoming.event?.type} leads to ${JSON.stringify(change.messages[wrong])} instead of ${JSON.stringify(expected[wrong])}`;
      note(moment, why);
      return null;
    }
    return after(moment, change, taken?.flow ?? moment.flow);
  }

  function note(moment: Moment, why: string): void {
    if (moment.count > furthest.count) furthest = { count: moment.count, why };
  }
}

/** Parcels of the talk that a look of the server's own may tell of; what it found is kept, so that each is told of once. */
function unseen({ context: { order, given, parcel, parcels } }: FlowState): string[] {
  const numbers = [given.tracking, ...(order?.parcels ?? []).map(({ number }) => number)];
  return [...new Set(numbers)].filter(
    (number) => number !== null && number !== parcel?.number && parcels[number] === undefined,
  ) as string[];
}

function after(moment: Moment, change: Change, flow: FlowState): Moment {
  const cases = merged(moment.cases, change.cases, ({ number }) => number);
  const promises = merged(moment.promises, change.promises, ({ id }) => id);
  const gone = [...change.timers.cancel, ...change.timers.set.map(({ name }) => name)];
  const row = change.conversation;
  return {
    flow,
    ground: { row, case: cases.find(({ number }) => number === row.caseNumber) ?? null, promises },
    cases,
    promises,
    timers: [...moment.timers.filter(({ id, name }) => id !== change.timers.fired && !gone.includes(name)), ...change.timers.set],
    effects: [...moment.effects.filter(({ id }) => !change.settledEffects.includes(id)), ...change.effects],
    count: moment.count + change.messages.length,
  };
}

function keyOf({ flow, ground: { row }, effects, timers, promises, count }: Moment): string {
  const rest = [
    row.version,
    row.prompt?.prompt.id,
    row.handOff,
    effects.map(({ effect }) => effect),
    timers.map(timerOf),
    promises.map(promiseOf),
  ];
  return JSON.stringify([count, freeze(flow).snapshot, ...rest]);
}

function merged<T>(old: T[], news: T[], keyOf: (one: T) => string): T[] {
  return [...old.filter((one) => !news.some((other) => keyOf(other) === keyOf(one))), ...news];
}

/** Ids that the server made are random; a shopper's own must be there as it was sent. */
function isSame(lived: Message, stored: Message | undefined): boolean {
  if (stored === undefined || (lived.from === 'shopper' && lived.id !== stored.id)) return false;
  return isDeepStrictEqual(plain({ ...lived, id: '' }), plain({ ...stored, id: '' }));
}

function differs(moment: Moment, stored: Stored): string | null {
  const pairs: [string, unknown, unknown][] = [
    ['row', rowOf(moment.ground.row), rowOf(stored.row)],
    ['snapshot', freeze(moment.flow).snapshot, stored.row.flow.snapshot],
    ['cases', moment.cases, stored.cases],
    ['promises', moment.promises.map(promiseOf), stored.promises.map(promiseOf)],
    ['timers', moment.timers.map(timerOf), stored.timers.map(timerOf)],
    ['effects', moment.effects.map(({ effect }) => effect), stored.effects],
  ];
  for (const [what, lived, found] of pairs) {
    const [one, other] = [plain(lived), plain(found)].map((value) =>
      Array.isArray(value) ? value.map((v) => JSON.stringify(v)).sort() : value,
    );
    if (!isDeepStrictEqual(one, other)) return `${what} is ${JSON.stringify(other)} instead of ${JSON.stringify(one)}`;
  }
  return null;
}

/** `updatedAt` of a step without a message is known to nobody else; `seen` moves beside the steps. */
function rowOf({ flow: _flow, updatedAt: _updatedAt, seenShopper: _seenShopper, seenAgent: _seenAgent, ...row }: ConversationRow) {
  return row;
}

function promiseOf({ kind, owner, dueAt, madeAt, state }: PromiseRow) {
  return { kind, owner, dueAt, madeAt, state };
}

function timerOf({ name, event, dueAt }: TimerRow) {
  return { name, event, dueAt };
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
