/** AfterShip and 17TRACK on a port of this machine, answering as they do: an unknown number must be registered, and its first looks are empty. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  service: 'afterShip' | 'seventeenTrack';
  what: 'look' | 'register';
  numbers: string[];
  key: string;
}

export interface TrackingServices {
  /** As `allow` of the way out takes it. */
  host: string;
  urls: { afterShip: string; seventeenTrack: string };
  /** In the order in which it came. */
  asked: Asked[];
  /** Records by number, as each service gives one; whatever is here is registered. */
  afterShip: Map<string, Record<string, unknown>>;
  seventeenTrack: Map<string, Record<string, unknown>>;
  /** What each service takes for no number. */
  refused: Set<string>;
  /** Records that are there only after so many looks that find nothing. */
  later: Map<string, { looks: number; record: Record<string, unknown> }>;
  /** Answers to what is asked next, one after the other, in place of the real ones. */
  instead: { status: number; headers?: Record<string, string>; body?: string }[];
  close(): Promise<void>;
}

export async function startTrackingServices(): Promise<TrackingServices> {
  const server = createServer((request, response) => {
    void respond(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registered = { afterShip: new Set<string>(), seventeenTrack: new Set<string>() };
  const services: TrackingServices = {
    host,
    urls: { afterShip: `http://${host}/aftership`, seventeenTrack: `http://${host}/17track` },
    asked: [],
    afterShip: new Map(),
    seventeenTrack: new Map(),
    refused: new Set(),
    later: new Map(),
    instead: [],
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return services;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body: unknown = parts.length === 0 ? null : JSON.parse(Buffer.concat(parts).toString('utf8'));
    const url = new URL(request.url ?? '', `http://${host}`);
    const asked = url.pathname.startsWith('/17track') ? of17Track(request, url, body) : ofAfterShip(request, url, body);
    services.asked.push(asked);
    const instead = services.instead.shift();
    if (instead) return send(response, instead.status, instead.body ?? '', instead.headers);
    const answer = asked.service === 'afterShip' ? afterShip(asked) : seventeenTrack(asked);
    send(response, answer.status, JSON.stringify(answer.body));
  }

  function look(service: Asked['service'], number: string): Record<string, unknown> | null {
    const later = services.later.get(number);
    if (later && registered[service].has(number)) {
      if (later.looks === 0) return later.record;
      later.looks -= 1;
    }
    return services[service].get(number) ?? null;
  }

  function seventeenTrack({ what, numbers }: Asked) {
    const refuse = (number: string, code: number) => ({ number, error: { code, message: 'refused' } });
    const accepted: object[] = [];
    const rejected: object[] = [];
    for (const number of numbers) {
      const record = look('seventeenTrack', number);
      const isRegistered = registered.seventeenTrack.has(number) || record !== null;
      if (what === 'look' && record) accepted.push({ ...record, number });
      else if (what === 'look') rejected.push(refuse(number, isRegistered ? -18019909 : -18019902));
      else if (services.refused.has(number)) rejected.push(refuse(number, -18019903));
      else if (isRegistered) rejected.push(refuse(number, -18019901));
      else {
        registered.seventeenTrack.add(number);
        accepted.push({ origin: 1, number, carrier: 3011 });
      }
    }
    return { status: 200, body: { code: 0, data: { accepted, rejected } } };
  }

  function afterShip({ what, numbers }: Asked) {
    if (what === 'look') {
      const trackings = numbers.flatMap((number) => {
        const record = look('afterShip', number);
        if (record) return [{ ...record, tracking_number: number }];
        return registered.afterShip.has(number) ? [{ tracking_number: number, tag: 'Pending', checkpoints: [] }] : [];
      });
      return { status: 200, body: { meta: { code: 200 }, data: { trackings } } };
    }
    const [number = ''] = numbers;
    if (services.refused.has(number)) return { status: 400, body: { meta: { code: 4005, message: 'invalid' }, data: {} } };
    if (registered.afterShip.has(number) || services.afterShip.has(number))
      return { status: 400, body: { meta: { code: 4003 }, data: {} } };
    registered.afterShip.add(number);
    return { status: 201, body: { meta: { code: 201 }, data: { tracking_number: number, tag: 'Pending', checkpoints: [] } } };
  }
}

function of17Track(request: IncomingMessage, url: URL, body: unknown): Asked {
  return {
    service: 'seventeenTrack',
    what: url.pathname.endsWith('/register') ? 'register' : 'look',
    numbers: (body as { number: string }[]).map(({ number }) => number),
    key: String(request.headers['17token']),
  };
}

function ofAfterShip(request: IncomingMessage, url: URL, body: unknown): Asked {
  const isLook = request.method === 'GET';
  return {
    service: 'afterShip',
    what: isLook ? 'look' : 'register',
    numbers: isLook ? (url.searchParams.get('tracking_numbers') ?? '').split(',') : [(body as { tracking_number: string }).tracking_number],
    key: String(request.headers['as-api-key']),
  };
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
