/** The agents' namespace, `/agent`: who comes in, and every event with its right. */
import { EVENT_RIGHTS, may } from '../../../protocol/rights.ts';
import type { Conversations } from '../../conversation/conversations.ts';
import type { Letters } from '../../letters/letters.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { Log } from '../../log.ts';
import type { Sessions } from '../../people/sessions.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Shops } from '../../shops/shops.ts';
import type { Store } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Delivery } from '../deliver.ts';
import type { Hints } from '../hints.ts';
import { type AgentNamespace, type AgentSocket, personRoom, sessionRoom, shopRoom, type ShopperNamespace } from '../namespaces.ts';
import { type Gate, on } from '../on.ts';
import type { ShopperPresence } from '../shopper-presence.ts';
import type { Spread } from '../spread.ts';
import type { Staff } from '../staff.ts';
import { acting } from './acting.ts';
import type { Attendance } from './attendance.ts';
import { claims } from './claims.ts';
import { floor } from './floor.ts';
import { handshake } from './handshake.ts';
import { listing } from './listing.ts';
import { letterActs } from './letters.ts';
import { looking } from './looking.ts';
import { createNotebook } from './notebook.ts';
import { notes } from './notes.ts';
import { seatAt } from './seat.ts';
import { assertComplete, type EventName, type Table } from './served.ts';
import { signs } from './signs.ts';

export interface AgentDeps {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  sessions: Sessions;
  conversations: Conversations;
  store: Store;
  shops: Shops;
  wording: Wording;
  letters: Letters;
  /** Whether they go out at all. */
  mails: boolean;
  delivery: Delivery;
  hints: Hints;
  staff: Staff;
  presence: ShopperPresence;
  attendance: Attendance;
  limiter: Limiter;
  clock: Clock;
  spread: Spread;
  log: Log;
  closing: () => boolean;
}

export function serveAgents(deps: AgentDeps): void {
  const notebook = createNotebook(deps);
  const table: Table = {
    ...listing(deps),
    ...looking(deps),
    ...floor(deps),
    ...acting({ ...deps, notebook }),
    ...letterActs(deps),
    ...notes({ notebook }),
    ...signs(deps),
    ...claims(deps),
  };
  assertComplete(table);
  deps.agents.use(handshake(deps));
  deps.agents.on('connection', (socket) => serve(socket, table, deps));
}

function serve(socket: AgentSocket, table: Table, deps: AgentDeps): void {
  const { wording, attendance, limiter, log } = deps;
  const { locale: wish } = socket.handshake.auth as { locale?: unknown };
  const locale = wording.pick([typeof wish === 'string' ? wish : undefined], wording.locales, 'en');
  const seat = seatAt(socket, locale, deps);
  const { agent, tokenHash } = socket.data;

  const gate: Gate = {
    allow: () => limiter.take('eventBySocket', socket.id),
    closing: deps.closing,
    may: (event) => may(socket.data.agent.role, EVENT_RIGHTS[event as EventName]),
    word: (code, because) => wording.text(seat.viewer(), because?.key ?? `error:${code}`, because?.p),
    log,
  };
  for (const [event, { schema, answer }] of Object.entries(table))
    on(socket, gate, event, schema, (payload) => answer(seat, payload as never));

  void socket.join([shopRoom(agent.storeId), personRoom(agent.id), sessionRoom(tokenHash)]);
  void attendance.came(agent);
  socket.on('disconnect', () => void attendance.left(socket.data.agent));
}
