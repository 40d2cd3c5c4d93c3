/**
 * The Socket.IO protocol (version 5 over Engine.IO 4) as far as the panel speaks it: one namespace, JSON, answers, over
 * a WebSocket alone. The full client would be a third of all that a shopper downloads, and half of it is for transports,
 * namespaces and binary packets that the panel has no use for. A test holds this to the real server.
 *
 * A packet is a digit for Engine.IO (0 open, 2 ping, 3 pong, 4 message) and, in a message, one for Socket.IO (0 connect,
 * 1 disconnect, 2 event, 3 answer, 4 refused), then the namespace and a comma, the number of the answer if there is one, and JSON.
 */
import type { ShopperClientEvents, ShopperServerEvents } from '../../protocol/shopper-events.ts';
import type { Clock } from './clock.ts';

/** One attempt at one connection: it opens or not, closes once, and is never used again. */
export interface Wire {
  send(event: string, payload: unknown, ack: (answer: unknown) => void): void;
  /** Says nothing more; `WireEvents.close` is not called for it. */
  close(): void;
}
export interface WireEvents {
  open(): void;
  close(): void;
  event: OnServerEvent;
}
export type OpenWire = (on: WireEvents) => Wire;
export type OnServerEvent = <E extends keyof ShopperServerEvents>(event: E, payload: Parameters<ShopperServerEvents[E]>[0]) => void;

export type ClientEvent = keyof ShopperClientEvents;
export type PayloadOf<E extends ClientEvent> = Parameters<ShopperClientEvents[E]>[0];
export type AckOf<E extends ClientEvent> = Parameters<NonNullable<Parameters<ShopperClientEvents[E]>[1]>>[0];

const SPACE = '/shopper,';

/** `url`: origin of the server. When to try again is `connection.ts`'s business. */
export function socketWire(url: string, clock: Clock): OpenWire {
  return (on) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const asked = new Map<number, (answer: unknown) => void>();
    let count = 0;
    let silenceMs = 0;
    let cancelWatch = () => {};

    const close = () => {
      cancelWatch();
      socket.onclose = socket.onmessage = null;
      socket.close();
    };
    const broken = () => {
      close();
      on.close();
    };
    // The server pings; browsers don't tell us when it no longer does.
    const watch = () => {
      cancelWatch();
      cancelWatch = clock.after(silenceMs, broken);
    };

    socket.onclose = broken;
    socket.onmessage = ({ data }) => {
      const packet = read(data);
      switch (packet?.type) {
        case '0':
          silenceMs = packet.body.pingInterval + packet.body.pingTimeout;
          watch();
          return socket.send(`40${SPACE}`);
        case '2':
          watch();
          return socket.send('3');
        case '40':
          return on.open();
        case '42':
          return on.event(packet.body[0], packet.body[1]);
        case '43':
          asked.get(packet.id)?.(packet.body[0]);
          asked.delete(packet.id);
          return;
        case '6':
          return;
        default:
          return broken();
      }
    };
    return {
      close,
      send(event, payload, ack) {
        asked.set(count, ack);
        socket.send(`42${SPACE}${count++}${JSON.stringify([event, payload])}`);
      },
    };
  };
}

type Packet =
  | { type: '0'; body: { pingInterval: number; pingTimeout: number } }
  | { type: '2' | '6' | '40' }
  | { type: '42'; body: Parameters<OnServerEvent> }
  | { type: '43'; id: number; body: [unknown] };

/** null: not what we speak. */
function read(data: unknown): Packet | null {
  const [, type, id, body] = /^(4\d|\d)(?:\/shopper,)?(\d*)(.*)$/s.exec(String(data)) ?? [];
  try {
    return { type, id: Number(id), body: body && (JSON.parse(body) as unknown) } as Packet;
  } catch {
    return null;
  }
}
