/** A shopper without a screen: speaks the protocol and keeps what it was told. */
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { Ack } from '../../protocol/errors.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { Hello, Page, Said, ShopperClientEvents, ShopperServerEvents } from '../../protocol/shopper-events.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';

export interface TestShopper {
  socket: Socket<ShopperServerEvents, ShopperClientEvents>;
  token: string;
  /** By `seq`; pushed or caught up. */
  messages: Map<number, ShownMessage>;
  conversation(): ConversationView;
  /** Resolves when the server's answer is there; throws a refusal. */
  send(said: Said, id?: string): Promise<{ seq: number; at: number }>;
  trySend(said: Said, id?: string): Promise<Ack<{ seq: number; at: number }>>;
  say(text: string): Promise<void>;
  /** Answers the prompt as it is now. */
  choose(choice: string): Promise<void>;
  /** Waits until a prompt passes `fits`, and gives it. */
  prompt(fits: (prompt: Prompt<string>) => boolean): Promise<Prompt<string>>;
  /** Waits until the conversation passes. */
  until(fits: (view: ConversationView) => boolean): Promise<ConversationView>;
  texts(): string[];
  photo(item: string, slot: string, bytes: Uint8Array, id?: string): Promise<Ack<{ seq: number; at: number; photoId: string }>>;
  emit<E extends keyof ShopperClientEvents>(event: E, payload: unknown): Promise<Ack<object>>;
  close(): void;
}

export const freshId = (): string => randomBytes(12).toString('base64url');

const PATIENCE_MS = 10_000;

/** `headers`: of the connection, such as a proxy would add. */
export async function openShopper(
  url: string,
  hello: Partial<Hello> & { store: string },
  headers: Record<string, string> = {},
): Promise<TestShopper> {
  const socket: Socket<ShopperServerEvents, ShopperClientEvents> = io(`${url}/shopper`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: url, ...headers },
  });
  const messages = new Map<number, ShownMessage>();
  let view: ConversationView | null = null;
  const waiting = new Set<() => void>();

  socket.on('turn', (turn) => take(turn.messages, turn.conversation));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const answer = (await emit('hello', { v: PROTOCOL_VERSION, after: 0, locale: 'en', tz: 'Europe/London', ...hello })) as Ack<
    { token?: string; conversation: ConversationView } & Page
  >;
  if (!answer.ok) {
    socket.close();
    throw Object.assign(new Error(answer.code), { refusal: answer });
  }
  take(answer.messages, answer.conversation);
  const token = answer.token ?? hello.token ?? '';

  function take(news: ShownMessage[], next: ConversationView): void {
    for (const message of news) messages.set(message.seq, message);
    if (!view || next.lastSeq >= view.lastSeq) view = next;
    for (const check of waiting) check();
  }

  function emit(event: string, payload: unknown): Promise<Ack<object>> {
    return (socket as unknown as Socket).timeout(PATIENCE_MS).emitWithAck(event, payload) as Promise<Ack<object>>;
  }

  function trySend(said: Said, id = freshId()): Promise<Ack<{ seq: number; at: number }>> {
    return emit('send', { id, said }) as Promise<Ack<{ seq: number; at: number }>>;
  }

  async function send(said: Said, id?: string): Promise<{ seq: number; at: number }> {
    const ack = await trySend(said, id);
    if (!ack.ok) throw Object.assign(new Error(`${ack.code}: ${JSON.stringify(said)}`), { refusal: ack });
    return ack;
  }

  function until(fits: (v: ConversationView) => boolean): Promise<ConversationView> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`waited in vain; the conversation is ${JSON.stringify(view)} after ${JSON.stringify(texts().slice(-4))}`));
      }, PATIENCE_MS);
      function check(): void {
        if (!view || !fits(view)) return;
        clearTimeout(late);
        waiting.delete(check);
        resolve(view);
      }
      waiting.add(check);
      check();
    });
  }

  function texts(): string[] {
    return [...messages.values()]
      .sort((a, b) => a.seq - b.seq)
      .map(({ body }) => (body.kind === 'text' || body.kind === 'choice' || body.kind === 'line' ? body.text : `[${body.kind}]`));
  }

  return {
    socket,
    token,
    messages,
    conversation: () => {
      if (!view) throw new Error('no conversation');
      return view;
    },
    send,
    trySend,
    say: async (text) => void (await send({ kind: 'text', text })),
    choose: async (choice) => {
      const { prompt } = await until((v) => v.prompt?.choices.some((one) => one.id === choice) ?? false);
      await send({ kind: 'choice', prompt: prompt?.id ?? '', choice });
    },
    prompt: async (fits) => {
      const { prompt } = await until((v) => v.prompt !== null && fits(v.prompt));
      if (!prompt) throw new Error('no prompt');
      return prompt;
    },
    until,
    texts,
    photo: async (item, slot, bytes, id = freshId()) => {
      const response = await fetch(`${url}/api/photos?id=${id}&item=${item}&slot=${slot}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
        body: bytes.slice(),
      });
      return (await response.json()) as Ack<{ seq: number; at: number; photoId: string }>;
    },
    emit: (event, payload) => emit(event, payload),
    close: () => socket.close(),
  };
}

/** A socket that has not said hello. */
export async function bare(url: string, origin: string | undefined = url): Promise<Socket> {
  const socket = io(`${url}/shopper`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(origin !== undefined && { extraHeaders: { origin } }),
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Whether a connection that names this origin, or none, is refused. */
export async function connectFails(url: string, origin: string | undefined): Promise<boolean> {
  const socket = io(`${url}/shopper`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: origin === undefined ? {} : { origin },
  });
  const failed = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(false));
    socket.once('connect_error', () => resolve(true));
  });
  socket.close();
  return failed;
}
