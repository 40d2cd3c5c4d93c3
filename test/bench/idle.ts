/** Opens `connections` sockets, says hello on each, and stays until it is let go. */
import { io } from 'socket.io-client';
import type { LoadOrder } from './load.ts';

process.on('message', (order: LoadOrder) => {
  void open(order).then(() => process.send?.('open'));
});

async function open({ url, namespace, origin, hello, connections }: LoadOrder): Promise<void> {
  for (let n = 0; n < connections; n += 1) {
    const socket = io(`${url}${namespace}`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin } });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    await socket.timeout(20_000).emitWithAck('hello', hello);
  }
}
