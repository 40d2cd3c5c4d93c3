/** The limit: a bare Socket.IO server that hands each side's words to the other, and keeps nothing. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import type { Line } from './relay.ts';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
let seq = 0;
for (const [side, event, other] of [
  ['shopper', 'send', 'agent'],
  ['agent', 'say', 'shopper'],
] as const) {
  io.of(`/${side}`).on('connection', (socket) => {
    socket.on(event, (payload: { text?: string; said?: { text: string } }, ack: (a: object) => void) => {
      seq += 1;
      ack({ ok: true, seq });
      const text = payload.said?.text ?? payload.text ?? '';
      io.of(`/${other}`).emit('turn', { messages: [{ seq, from: side, body: { kind: 'text', text } }] });
    });
  });
}
http.listen(0, '127.0.0.1', () =>
  process.send?.({
    port: (http.address() as AddressInfo).port,
    shopper: { namespace: '/shopper', hello: null },
    agent: { namespace: '/agent', headers: {}, auth: {} },
  } satisfies Line),
);
process.on('disconnect', () => process.exit(0));
