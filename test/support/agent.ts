/** An agent without a screen. */
import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { AgentClientEvents, AgentServerEvents } from '../../protocol/agent-events.ts';
import type { Ack } from '../../protocol/errors.ts';
import { hashToken } from '../../server/identity/tokens.ts';
import type { AgentRow, Store } from '../../server/store/port.ts';
import { DAY } from './clock.ts';

export interface TestAgent {
  row: AgentRow;
  session: string;
  socket: Socket<AgentServerEvents, AgentClientEvents>;
  emit(event: keyof AgentClientEvents, payload: unknown): Promise<Ack<Record<string, unknown>>>;
  close(): void;
}

/** Signs a new agent of this shop in and connects. */
export async function openAgent(url: string, store: Store, storeId: string, name: string, now: number): Promise<TestAgent> {
  const row: AgentRow = {
    id: randomBytes(12).toString('base64url'),
    storeId,
    name,
    email: `${name.toLowerCase()}@example.com`,
    role: 'agent',
    disabled: false,
  };
  const session = randomBytes(32).toString('base64url');
  await store.addAgent(row);
  await store.addAgentSession({ tokenHash: hashToken(session), agentId: row.id, storeId, expiresAt: now + DAY });
  const socket: Socket<AgentServerEvents, AgentClientEvents> = io(`${url}/agent`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { session, locale: 'en' },
    extraHeaders: { origin: url },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    row,
    session,
    socket,
    emit: (event, payload) =>
      (socket as unknown as Socket).timeout(10_000).emitWithAck(event, payload) as Promise<Ack<Record<string, unknown>>>,
    close: () => socket.close(),
  };
}

/** Why a connection with this session is refused; null when it is not. */
export async function bareAgent(url: string, session: string): Promise<string | null> {
  const socket = io(`${url}/agent`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { session },
    extraHeaders: { origin: url },
  });
  const reason = await new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', (error) => resolve(error.message));
  });
  socket.close();
  return reason;
}
