/** Both clients against services on this machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOutside } from '../../../server/outside/fetch.ts';
import { create17Track } from '../../../server/providers/tracking-17track.ts';
import { createAfterShip } from '../../../server/providers/tracking-after-ship.ts';
import type { TrackingProvider } from '../../../server/providers/ports.ts';
import { testClock, type TestClock } from '../../support/clock.ts';
import { startTrackingServices, type TrackingServices } from '../../support/tracking-services.ts';
import { afterShip, scan, track17 } from '../parcels/payloads.ts';

let services: TrackingServices;
let clock: TestClock;
/** Each wait, in ms; the clock goes on by it. */
let waits: number[];
beforeEach(async () => {
  services = await startTrackingServices();
  clock = testClock();
  waits = [];
});
afterEach(() => services.close());

const wait = async (ms: number): Promise<void> => {
  waits.push(ms);
  clock.advance(ms);
};

const SERVICES = {
  afterShip: {
    create: createAfterShip,
    record: () => afterShip('InTransit', null, [{ text: 'Departed', time: '2025-11-20T14:12:00Z' }]),
  },
  seventeenTrack: { create: create17Track, record: () => track17('InTransit', null, [scan('Departed')]) },
} as const;
const NAMES = ['afterShip', 'seventeenTrack'] as const;

function client(name: (typeof NAMES)[number], key = 'the-key'): TrackingProvider {
  return SERVICES[name].create({ outside: createOutside({ allow: [services.host] }), url: services.urls[name], key, clock, wait });
}

const numbered = (n: number) => `LX${String(n).padStart(8, '0')}FR`;
const whats = () => services.asked.map(({ what }) => what);

describe.each(NAMES)('%s', (name) => {
  it('is asked with its key, and its answer is a parcel', async () => {
    services[name].set('LX1FR', SERVICES[name].record());
    expect(await client(name).track('s', { number: 'lx-1 fr' })).toMatchObject({ number: 'LX1FR', state: 'in_transit' });
    expect(services.asked).toEqual([{ service: name, what: 'look', numbers: ['LX1FR'], key: 'the-key' }]);
  });

  it('registers a number that it does not know, and looks again: the first looks are empty', async () => {
    services.later.set('LX2FR', { looks: 2, record: SERVICES[name].record() });
    expect(await client(name).track('s', { number: 'LX2FR' })).toMatchObject({ number: 'LX2FR', state: 'in_transit' });
    expect(whats()).toEqual(['look', 'register', 'look', 'look', 'look']);
  });

  it('calls a number that stays empty unseen, and never unknown; the next look registers nothing', async () => {
    const tracking = client(name);
    const unseen = { number: 'LX3FR', state: 'not_found', events: [] };
    expect(await tracking.track('s', { number: 'LX3FR' })).toMatchObject(unseen);
    // Well within the half minute in which a look-up is leased.
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(20_000);
    services.asked.length = 0;
    expect(await tracking.track('s', { number: 'LX3FR' })).toMatchObject(unseen);
    expect(whats()).toEqual(['look']);
  });

  it('calls a number that the service takes for none unknown', async () => {
    services.refused.add('NONSENSE');
    expect(await client(name).track('s', { number: 'NONSENSE' })).toBeNull();
  });

  it('asks for many numbers together, forty a call, and gives each its own answer', async () => {
    const numbers = Array.from({ length: 95 }, (_, n) => numbered(n));
    for (const number of numbers) services[name].set(number, SERVICES[name].record());
    const tracking = client(name);
    const parcels = await Promise.all([...numbers, ...numbers].map((number) => tracking.track('s', { number })));
    expect(parcels.map((parcel) => parcel?.number)).toEqual([...numbers, ...numbers]);
    expect(Math.max(...services.asked.map((call) => call.numbers.length))).toBe(40);
    expect(services.asked.length).toBeLessThanOrEqual(5);
  });

  it('waits where it is told that it is too many, and asks again', async () => {
    services[name].set('LX4FR', SERVICES[name].record());
    services.instead.push({ status: 429, headers: { 'x-ratelimit-reset': String(clock.now() / 1_000 + 5) } }, { status: 429 });
    expect(await client(name).track('s', { number: 'LX4FR' })).toMatchObject({ number: 'LX4FR' });
    expect(waits[0]).toBe(5_000);
    expect(waits).toHaveLength(2);
  });

  it('gives up where it is too many for long', async () => {
    services.instead.push({ status: 429 }, { status: 429 }, { status: 429 });
    await expect(client(name).track('s', { number: 'LX4FR' })).rejects.toThrow('429');
  });

  it.each([401, 403, 500, 503])('throws at a %s, and does not take it for a parcel that is not there', async (status) => {
    services.instead.push({ status, body: '<html>gateway</html>' });
    await expect(client(name).track('s', { number: 'LX5FR' })).rejects.toThrow(String(status));
  });

  it('never says its key, whatever goes wrong', async () => {
    services.instead.push({ status: 401, body: '{"meta":{"code":401,"message":"bad key the-key"},"code":-18010002}' });
    const error = await client(name)
      .track('s', { number: 'LX5FR' })
      .catch((reason: unknown) => reason);
    expect(String(error)).not.toContain('the-key');
  });
});

describe('the limits', () => {
  it('of 17TRACK: three requests a second, looks and registrations together', async () => {
    const numbers = Array.from({ length: 400 }, (_, n) => numbered(n));
    for (const number of numbers) services.seventeenTrack.set(number, SERVICES.seventeenTrack.record());
    const tracking = client('seventeenTrack');
    await Promise.all(numbers.map((number) => tracking.track('s', { number })));
    expect(services.asked).toHaveLength(10);
    // The first at once; with time that goes on by each wait, the nine others wait 340 ms apart at least.
    expect(waits).toHaveLength(9);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(334);
  });

  it('of AfterShip: none is sent before the moment its headers name', async () => {
    services.afterShip.set('LX6FR', SERVICES.afterShip.record());
    const { afterShip: record } = SERVICES;
    const body = JSON.stringify({ data: { trackings: [{ ...record.record(), tracking_number: 'LX6FR' }] } });
    const reset = String(clock.now() / 1_000 + 3);
    services.instead.push({ status: 200, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body });
    const tracking = client('afterShip');
    await tracking.track('s', { number: 'LX6FR' });
    expect(waits).toEqual([]);
    await tracking.track('s', { number: 'LX6FR' });
    expect(waits).toEqual([3_000]);
  });

  it('one number that 17TRACK refuses for another reason spoils none of the others', async () => {
    services.seventeenTrack.set('LX7FR', SERVICES.seventeenTrack.record());
    const record = { ...SERVICES.seventeenTrack.record(), number: 'LX7FR' };
    const rejected = [{ number: 'LX8FR', error: { code: -18019999, message: 'quota' } }];
    services.instead.push({ status: 200, body: JSON.stringify({ code: 0, data: { accepted: [record], rejected } }) });
    const tracking = client('seventeenTrack');
    const [good, bad] = await Promise.allSettled(['LX7FR', 'LX8FR'].map((number) => tracking.track('s', { number })));
    expect(good).toMatchObject({ status: 'fulfilled', value: { number: 'LX7FR' } });
    expect(bad).toMatchObject({ status: 'rejected' });
  });
});
