import type { IncomingMessage } from 'node:http';

/**
 * Reads the rest of a refused upload away. A browser shows no answer while it is still sending, and closing on it would
 * look like a broken network; so it may finish, within reason.
 */
export function drain(request: IncomingMessage, maxBytes: number): void {
  let left = maxBytes;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
