import { fromAfterShip } from '../parcels/statuses/after-ship.ts';
import { asObject, at } from '../parcels/statuses/json.ts';
import { createBatches } from './batches.ts';
import { createPaced } from './paced.ts';
import type { Clock, Outside, OutsideRequest, TrackingProvider } from './ports.ts';
import { createTracking, type Look } from './tracking-first-look.ts';

/** Its address holds them all, so that few enough stay short of any limit of it. */
const MOST_NUMBERS = 40;
/** Source: AfterShip Tracking API 2025-01, rate limit of GET /trackings: 6 a second. */
const GAP_MS = 170;

/** AfterShip, Tracking API 2025-01. `url` without a trailing slash. Throws where the service refuses the key or has no answer. */
export function createAfterShip(deps: {
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
      const query = new URLSearchParams({ tracking_numbers: numbers.join(','), limit: '200' });
      const { status, answer } = await ask({ url: `${url}/trackings?${query.toString()}`, method: 'GET' });
      if (status !== 200) throw refusal('a look', status, answer);
      return new Map(numbers.map((number) => [number, lookOf(answer, number)]));
    },
  });

  async function register(number: string): Promise<boolean> {
    const body = JSON.stringify({ tracking_number: number });
    const { status, answer } = await ask({ url: `${url}/trackings`, method: 'POST', body });
    const code = codeOf(answer);
    if (status === 201 || status === 200 || code === REGISTERED_ALREADY) return true;
    if (NO_NUMBER.has(code)) return false;
    throw refusal('a registration', status, answer);
  }

  async function ask(asked: Omit<OutsideRequest, 'headers'>): Promise<{ status: number; answer: unknown }> {
    const { status, text } = await paced.fetch({ ...asked, headers: { 'as-api-key': key, 'content-type': 'application/json' } });
    return { status, answer: parsed(text) };
  }

  return createTracking({ provider: 'aftership', look, register }, wait);
}

function lookOf(answer: unknown, number: string): Look {
  const parcel = fromAfterShip(answer, number);
  if (parcel === null) return { is: 'unregistered' };
  return parcel.state === 'not_found' && parcel.events.length === 0 ? { is: 'empty' } : { is: 'parcel', parcel };
}

function codeOf(answer: unknown): number {
  return Number(at(answer, 'meta', 'code'));
}

function refusal(what: string, status: number, answer: unknown): Error {
  return new Error(`AfterShip refused ${what}: status ${status}, code ${codeOf(answer)}`);
}

function parsed(text: string): unknown {
  try {
    return asObject(JSON.parse(text));
  } catch {
    // A gateway's page in between; the status says enough.
    return null;
  }
}

/** Source: AfterShip Tracking API, error codes: the tracking exists already; an invalid number; no carrier could be told from it. */
const REGISTERED_ALREADY = 4003;
const NO_NUMBER: ReadonlySet<number> = new Set([4005, 4012]);
