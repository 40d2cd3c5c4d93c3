import { from17Track } from '../parcels/statuses/seventeen-track.ts';
import { asList, asObject, at, textAt, type Json } from '../parcels/statuses/json.ts';
import { normalise } from '../parcels/normalise.ts';
import { createBatches } from './batches.ts';
import { createPaced } from './paced.ts';
import type { Clock, Outside, TrackingProvider } from './ports.ts';
import { createTracking, type Look } from './tracking-first-look.ts';

/** Source: 17TRACK API v2.2, limits: 3 requests a second, 40 numbers a request. */
const MOST_NUMBERS = 40;
const GAP_MS = 340;

/** 17TRACK, API v2.2. `url` without a trailing slash. Throws where the service refuses the key or has no answer. */
export function create17Track(deps: {
  outside: Outside;
  url: string;
  key: string;
  clock: Clock;
  wait: (ms: number) => Promise<void>;
}): TrackingProvider {
  const { outside, url, key, clock, wait } = deps;
  const paced = createPaced({ outside, gapMs: GAP_MS, clock, wait });

  const look = createBatches<Look>({
    most: MOST_NUMBERS,
    ask: async (numbers) => {
      const answer = await post('gettrackinfo', numbers);
      return new Map(numbers.map((number) => [number, lookOf(answer, number)]));
    },
  });
  const register = createBatches<boolean>({
    most: MOST_NUMBERS,
    ask: async (numbers) => {
      const answer = await post('register', numbers);
      return new Map(numbers.map((number) => [number, isTaken(answer, number)]));
    },
  });

  async function post(what: string, numbers: string[]): Promise<unknown> {
    const { status, text } = await paced.fetch({
      url: `${url}/${what}`,
      method: 'POST',
      headers: { '17token': key, 'content-type': 'application/json' },
      body: JSON.stringify(numbers.map((number) => ({ number }))),
    });
    const answer = status === 200 ? asObject(JSON.parse(text)) : null;
    if (answer?.code !== 0) throw new Error(`17TRACK refused ${what}: status ${status}, code ${String(answer?.code)}`);
    return answer;
  }

  return createTracking({ provider: '17track', look, register }, wait);
}

function lookOf(answer: unknown, number: string): Look | Error {
  const refused = refusalOf(answer, number);
  if (refused === NOT_REGISTERED) return { is: 'unregistered' };
  if (refused !== null && refused !== NOTHING_YET) return new Error(`17TRACK refused a number: code ${refused}`);
  const parcel = from17Track(answer, number);
  return parcel === null || (parcel.state === 'not_found' && parcel.events.length === 0) ? { is: 'empty' } : { is: 'parcel', parcel };
}

function isTaken(answer: unknown, number: string): boolean | Error {
  const refused = refusalOf(answer, number);
  if (refused === null || refused === REGISTERED_ALREADY) return true;
  if (NO_NUMBER.has(refused)) return false;
  return new Error(`17TRACK refused to register a number: code ${refused}`);
}

function refusalOf(answer: unknown, number: string): number | null {
  const refused = asList(at(answer, 'data', 'rejected'))
    .map(asObject)
    .find((one) => isOf(one, number));
  return refused ? Number(at(refused, 'error', 'code')) : null;
}

function isOf(record: Json | null, number: string): boolean {
  return normalise(textAt(record, 'number') ?? '') === number;
}

/** Source: 17TRACK API v2.2, error codes. */
const REGISTERED_ALREADY = -18019901;
const NOT_REGISTERED = -18019902;
const NOTHING_YET = -18019909;
/** No carrier is known to number its parcels like that; a number in a wrong form. */
const NO_NUMBER: ReadonlySet<number> = new Set([-18019903, -18010012, -18010013]);
