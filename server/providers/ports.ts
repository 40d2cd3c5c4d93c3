/** Services outside the process. Each is handed in at the composition root; tests hand in their own. */
import type { Order } from '../../protocol/order.ts';
import type { Parcel } from '../../protocol/parcel.ts';

/** The shop's orders. Throws when the source can't be asked; null when it has no such order. */
export interface OrdersProvider {
  byNumber(storeId: string, number: string): Promise<Order | null>;
  byTracking(storeId: string, tracking: string): Promise<Order | null>;
}

/** Where a parcel is. Throws when the service can't be asked; null when it knows nothing of the number. */
export interface TrackingProvider {
  track(storeId: string, query: { number: string; carrier?: string }): Promise<Parcel | null>;
}

export interface OutsideRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

export interface OutsideAnswer {
  status: number;
  /** By their names in lower case. */
  headers: Record<string, string>;
  text: string;
}

/** The way out to other services, over public addresses alone. Throws where there is no answer; any status but a redirect is one. */
export interface Outside {
  fetch(asked: OutsideRequest): Promise<OutsideAnswer>;
}

/** Bytes by name. `put` resolves when they are durable. Names are the server's own, never a client's. */
export interface FilesProvider {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | null>;
  delete(name: string): Promise<void>;
}

/** E-mail, to one person at a time. Throws `MailRefused` where no later try can succeed, and anything else where one may. */
export interface MailProvider {
  send(mail: OutgoingMail): Promise<void>;
  /** Lets its connections go. */
  close?(): void;
}

export interface OutgoingMail {
  /** One address. */
  to: string;
  /** The sender's name; the address is the server's own. */
  fromName: string;
  subject: string;
  /** The same content twice. */
  text: string;
  html: string;
  /** Without angle brackets or domain; the same for each try. */
  messageId: string;
  /** The talk's, in the same form: all its mails are shown as one. */
  thread: string;
  replyTo?: string;
}

/** The address is not taken, now or later. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

export interface Clock {
  now(): number;
}

/** URL-safe, unguessable. */
export type NewId = () => string;
