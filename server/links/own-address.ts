/**
 * Where links point to. The public address, where it is configured. Else, as on a machine without a proxy, the address by which
 * the talk's own browser has reached us last: kept per talk, because what one browser says of it must not get into another's links.
 */
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createRecent } from '../conversation/recent.ts';

export interface OwnAddress {
  /** Whoever has this talk has reached us there; `origin` is one that `isOurs` has let in. */
  reached(conversationId: string, origin: string | undefined): void;
  /** Without a slash at its end. `asked`: by which whoever asks has reached us. */
  of(conversationId: string, asked?: string): string;
  /** The same, but where it names this very machine, which a phone can't reach by that name. */
  forPhone(conversationId: string, asked?: string): string;
}

const KEPT = 20_000;

export function createOwnAddress(deps: {
  publicUrl: string | null;
  /** What we listen on, once we do. */
  listening: () => { host: string; port: number };
  /** This machine's address in its network, or null. */
  inNetwork?: () => string | null;
}): OwnAddress {
  const { publicUrl, listening, inNetwork = ownNetworkAddress } = deps;
  const reached = createRecent<string>(KEPT);

  const of: OwnAddress['of'] = (id, asked) => publicUrl ?? asked ?? reached.get(id) ?? `http://localhost:${listening().port}`;

  return {
    reached: (id, origin) => {
      if (origin !== undefined && publicUrl === null) reached.set(id, origin);
    },
    of,
    forPhone: (id, asked) => {
      const url = new URL(of(id, asked));
      const near = isLoopback(url.hostname) && publicUrl === null && ANYWHERE.has(listening().host) ? inNetwork() : null;
      if (near !== null) url.hostname = near;
      return url.origin;
    },
  };
}

/** Listening there, we are heard in the network too. */
const ANYWHERE = new Set(['0.0.0.0', '::', '']);

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}

function ownNetworkAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
