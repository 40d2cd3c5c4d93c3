import { Manager } from 'socket.io-client';
import type { ShopperClientEvents, ShopperServerEvents } from '../../protocol/shopper-events.ts';

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

const SERVER_EVENTS: (keyof ShopperServerEvents)[] = ['turn', 'seen', 'typing', 'presence'];

/** Socket.IO over a WebSocket alone, namespace `/shopper` of `url`. When to try again is `connection.ts`'s business. */
export function socketWire(url: string): OpenWire {
  return (on) => {
    const socket = new Manager(url, { transports: ['websocket'], reconnection: false }).socket('/shopper');
    socket.on('connect', on.open);
    socket.on('connect_error', on.close);
    socket.on('disconnect', on.close);
    for (const name of SERVER_EVENTS) socket.on(name, (payload) => on.event(name, payload));
    return {
      send: (event, payload, ack) => void socket.emit(event, payload, ack),
      close: () => {
        socket.off();
        socket.disconnect();
      },
    };
  };
}
