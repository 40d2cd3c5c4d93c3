/** An agent without a screen. */
import { io, type Socket } from 'socket.io-client';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { Ack } from '../../protocol/errors.ts';
import type { Role } from '../../protocol/rights.ts';
import type { AgentRow, Store } from '../../server/store/port.ts';
import { addPerson, type TestPerson } from './people.ts';

export interface TestAgent {
  row: AgentRow;
  person: TestPerson;
  session: string;
  socket: Socket<AgentServerEvents, AgentClientEvents>;
  emit(event: keyof AgentClientEvents, payload: unknown): Promise<Ack<Record<string, unknown>>>;
  /** Resolves with the next push of this name that passes; also one that came since `mark`. */
  hear<E extends keyof AgentServerEvents>(event: E, fits?: (payload: Payload<E>) => boolean): Promise<Payload<E>>;
  /** Forgets what was pushed so far. */
  mark(): void;
  /** All that was pushed since the mark, in order. */
  heard(): { event: string; payload: unknown }[];
  close(): void;
}

type Payload<E extends keyof AgentServerEvents> = Parameters<AgentServerEvents[E]>[0];

const PATIENCE_MS = 10_000;

export interface AgentOptions {
  role?: Role;
  locale?: string;
}

/** Signs a new agent of this shop in and connects. */
export async function openAgent(
  url: string,
  store: Store,
  storeId: string,
  name: string,
  now: number,
  options: AgentOptions = {},
): Promise<TestAgent> {
  return seat(url, await addPerson(store, storeId, { name, role: options.role ?? 'agent' }, now), options);
}

/** Connects somebody who is signed in. */
export async function seat(url: string, person: TestPerson, { locale = 'en' }: AgentOptions = {}): Promise<TestAgent> {
  const socket: Socket<AgentServerEvents, AgentClientEvents> = line(url, { csrf: person.csrf, locale }, { cookie: person.cookie });
  let pushed: { event: string; payload: unknown }[] = [];
  const waiting = new Set<() => void>();
  (socket as unknown as Socket).onAny((event: string, payload: unknown) => {
    pushed.push({ event, payload });
    for (const check of waiting) check();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    row: person.row,
    person,
    session: person.session,
    socket,
    emit: (event, payload) =>
      (socket as unknown as Socket).timeout(PATIENCE_MS).emitWithAck(event, payload) as Promise<Ack<Record<string, unknown>>>,
    hear: (event, fits = () => true) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`waited in vain for ${event}; heard ${JSON.stringify(pushed).slice(0, 2_000)}`));
        }, PATIENCE_MS);
        function check(): void {
          const found = pushed.find((one) => one.event === event && fits(one.payload as Payload<typeof event>));
          if (!found) return;
          clearTimeout(late);
          waiting.delete(check);
          resolve(found.payload as Payload<typeof event>);
        }
        waiting.add(check);
        check();
      }),
    mark: () => {
      pushed = [];
    },
    heard: () => [...pushed],
    close: () => socket.close(),
  };
}

/** Why a connection with these is refused; null when it is not. */
export async function refusalOf(url: string, auth: object, headers: Record<string, string>): Promise<string | null> {
  const socket = line(url, auth, headers);
  const reason = await new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', (error) => resolve(error.message));
  });
  socket.close();
  return reason;
}

function line(url: string, auth: object, headers: Record<string, string>) {
  return io(`${url}/agent`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: { origin: url, ...headers },
  });
}
