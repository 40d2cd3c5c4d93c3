/** The limit: a bare Socket.IO server that answers and keeps nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
let seq = 0;
io.of('/shopper').on('connection', (socket) => {
  socket.on('hello', (_payload: unknown, ack: (a: object) => void) => ack({ ok: true }));
  socket.on('send', (_payload: unknown, ack: (a: object) => void) => ack({ ok: true, seq: (seq += 1) }));
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  globalThis.gc?.();
  process.send?.('collected');
});
