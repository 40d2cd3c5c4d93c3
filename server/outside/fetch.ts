/**
 * The one way out. Every request to a service outside goes through here: the name is resolved, each of its addresses is looked at, and the
 * connection goes to the very address that was looked at, so that a name can't mean another machine a moment later. Nothing is followed, and
 * an answer has a longest time and a largest size.
 */
import { lookup as ask } from 'node:dns/promises';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { Outside, OutsideAnswer, OutsideRequest } from '../providers/ports.ts';
import { isPublic } from './address.ts';
import { OutsideError } from './error.ts';

export interface OutsideDeps {
  /** Exact hosts, with their port where it is not the usual one, that may be private and may speak plain HTTP. */
  allow: readonly string[];
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<string[]>;
  withinMs?: number;
  mostBytes?: number;
}

/** Long enough for a slow service, well inside the lease of a look-up. */
const WITHIN_MS = 10_000;
/** Forty parcels with two hundred events each stay below it. */
const MOST_BYTES = 8 * 1024 * 1024;

export function createOutside(deps: OutsideDeps): Outside {
  const { allow, resolve = resolveAll, withinMs = WITHIN_MS, mostBytes = MOST_BYTES } = deps;

  return {
    async fetch(asked) {
      const url = checkAddress(asked.url, allow);
      const signal = AbortSignal.timeout(withinMs);
      try {
        const address = await orAborted(openAddress(url, allow, resolve), signal);
        return await send(url, address, asked, { signal, mostBytes });
      } catch (error) {
        if (error instanceof OutsideError) throw error;
        if (signal.aborted) throw new OutsideError('tooSlow', `${url.host} did not answer within ${withinMs} ms`);
        throw new OutsideError('network', `${url.host} can't be reached`, error);
      }
    },
  };
}

/** What can be said of an address before anything is resolved: as it is set, and again each time it is used. Throws `OutsideError`. */
export function checkAddress(text: string, allow: readonly string[]): URL {
  const url = URL.parse(text);
  if (url === null) throw new OutsideError('address', 'not an address');
  if (url.username !== '' || url.password !== '') throw new OutsideError('address', 'an address must hold no name and no password');
  if (allow.includes(url.host) && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== 'https:') throw new OutsideError('address', `${url.host} must be asked by https`);
  const host = hostOf(url);
  // Numbers in any spelling were made plain by the URL itself.
  if (isIP(host) !== 0 && !isPublic(host)) throw new OutsideError('address', `${url.host} is not a public address`);
  if (/(?:^|\.)localhost\.?$/.test(host)) throw new OutsideError('address', `${url.host} is this machine`);
  return url;
}

/** One address to connect to. All of a name's must be public: one that is not is a sign of somebody's game. */
async function openAddress(url: URL, allow: readonly string[], resolve: (name: string) => Promise<string[]>): Promise<string> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const [first] = addresses;
  if (first === undefined) throw new OutsideError('network', `${url.host} has no address`);
  if (!allow.includes(url.host) && !addresses.every(isPublic)) throw new OutsideError('address', `${url.host} is not a public address`);
  return first;
}

function send(
  url: URL,
  address: string,
  { method, headers, body }: OutsideRequest,
  { signal, mostBytes }: { signal: AbortSignal; mostBytes: number },
): Promise<OutsideAnswer> {
  const options: RequestOptions = {
    method,
    headers: { ...headers, 'accept-encoding': 'identity', ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    // A connection of its own: one that is kept would be one that nobody has looked at.
    agent: false,
    lookup: (_name, { all }, found) => {
      const family = isIP(address);
      if (all === true) found(null, [{ address, family }]);
      else found(null, address, family);
    },
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestTls : requestPlain)(url, options, (answer) => {
      void read(answer, url, mostBytes).then(resolve, (error: unknown) => {
        request.destroy();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function read(answer: IncomingMessage, url: URL, mostBytes: number): Promise<OutsideAnswer> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new OutsideError('redirect', `${url.host} points elsewhere`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new OutsideError('tooLarge', `${url.host} answers with more than ${mostBytes} bytes`);
    parts.push(part);
  }
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]));
  return { status, headers, text: Buffer.concat(parts).toString('utf8') };
}

/** Names can't be given up being resolved; who waits for them can. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

async function resolveAll(name: string): Promise<string[]> {
  return (await ask(name, { all: true })).map(({ address }) => address);
}
