import { isIP } from 'node:net';

/** What Socket.IO knows of a connection's beginning. */
interface Handshake {
  address: string;
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Whose connection it is. Behind a proxy that is trusted this is the last entry of `X-Forwarded-For`, the one that the
 * proxy wrote itself; the entries before it are whatever the client sent.
 */
export function addressOf(handshake: Handshake, trustProxy: boolean): string {
  const header = handshake.headers['x-forwarded-for'];
  if (!trustProxy || header === undefined) return handshake.address;
  const last = [header].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? handshake.address : last;
}
