import type { DefaultEventsMap, Socket } from 'socket.io';
import {
  AgentSeen,
  AgentTyping,
  AskAgain,
  GiveBack,
  Open,
  Say,
  Take,
  type AgentClientEvents,
  type AgentServerEvents,
  type StepView,
} from '../../protocol/agent-events.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { STEPS } from '../../flows/steps.ts';
import type { Conversations, Ref } from '../conversation/conversations.ts';
import type { Decide } from '../conversation/incoming.ts';
import { currentStep } from '../conversation/runner.ts';
import { Refused } from '../errors.ts';
import { hashToken } from '../identity/tokens.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Log } from '../log.ts';
import type { Clock, NewId } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { AgentRow, ConversationRow, Store } from '../store/port.ts';
import type { Viewer, Wording } from '../words/words.ts';
import { agentRoom, agentsRoom, type AgentNamespace, shopperRoom, type ShopperNamespace } from './deliver.ts';
import { type Gate, on } from './on.ts';
import { conversationView, page } from './view.ts';

export interface AgentDeps {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  conversations: Conversations;
  store: Store;
  shops: Shops;
  wording: Wording;
  limiter: Limiter;
  clock: Clock;
  newId: NewId;
  log: Log;
  closing: () => boolean;
}

type AgentSocket = Socket<AgentClientEvents, AgentServerEvents, DefaultEventsMap, { agent?: AgentRow }>;

export function serveAgents(deps: AgentDeps): void {
  const { agents, store, clock } = deps;
  agents.use((socket, next) => {
    void signedIn(socket as AgentSocket).then(
      (agent) => {
        if (agent) socket.data = { agent };
        next(agent ? undefined : new Error('E_NOT_ALLOWED'));
      },
      () => {
        next(new Error('E_STORAGE'));
      },
    );
  });
  agents.on('connection', (socket) => {
    const { agent } = socket.data as { agent?: AgentRow };
    if (agent) serve(socket, agent, deps);
  });

  async function signedIn(socket: AgentSocket): Promise<AgentRow | null> {
    const { session } = socket.handshake.auth as { session?: unknown };
    if (typeof session !== 'string') return null;
    const agent = await store.agentBySession(hashToken(session), clock.now());
    return agent && !agent.disabled ? agent : null;
  }
}

function serve(socket: AgentSocket, agent: AgentRow, deps: AgentDeps): void {
  const { shoppers, agents, conversations, store, shops, wording, limiter, clock, newId, log } = deps;
  const wish = (socket.handshake.auth as { locale?: unknown }).locale;
  const locale = wording.pick([typeof wish === 'string' ? wish : undefined], wording.locales, 'en');
  const me = { id: agent.id, name: agent.name };
  const opened = new Set<string>();
  const ref = (conversationId: string): Ref => ({ storeId: agent.storeId, conversationId });
  const viewer = (row: ConversationRow): Viewer => ({ locale, tz: row.tz, now: clock.now() });

  const gate: Gate = {
    allow: () => limiter.take('eventBySocket', socket.id),
    closing: deps.closing,
    word: (code: ErrorCode) => wording.text({ locale, tz: 'UTC', now: clock.now() }, `error:${code}`),
    log,
  };

  on(socket, gate, 'open', Open, async ({ conversation, after }) => {
    const loaded = await conversations.view(ref(conversation));
    if (!loaded) throw new Refused('E_NOT_FOUND');
    opened.add(conversation);
    await socket.join([agentRoom(conversation, locale), agentsRoom(conversation)]);
    if (loaded.row.agent?.id === agent.id) tellPresence(conversation, true);
    return {
      conversation: conversationView(loaded, wording, viewer(loaded.row), true),
      steps: await steps(loaded.row),
      ...(await page(store, loaded.row, after, wording, viewer(loaded.row))),
    };
  });

  // Compare-and-set: the row is read and written in one step, so that of two agents one wins and the bot falls silent with it.
  on(socket, gate, 'take', Take, ({ conversation }) =>
    act(conversation, (row) => {
      // Taken by myself already: the answer to the first try was lost.
      if (row.agent && row.agent.id !== agent.id) return { refuse: 'E_TAKEN' };
      return { event: { type: 'agent.took', agent: me }, audit: audit('agent.took') };
    }),
  );

  on(socket, gate, 'say', Say, ({ conversation, id, text }) =>
    act(
      conversation,
      (row) => {
        if (row.agent?.id !== agent.id) return { refuse: 'E_NOT_ALLOWED' };
        return { event: { type: 'agent.said' }, message: { id, from: 'agent', agent: me, body: { kind: 'text', text } } };
      },
      id,
    ),
  );

  on(socket, gate, 'giveBack', GiveBack, ({ conversation, step }) =>
    act(conversation, (row) => {
      if (row.agent?.id !== agent.id) return { refuse: 'E_NOT_ALLOWED' };
      if (!STEPS.some((one) => one.id === step)) return { refuse: 'E_WRONG_STEP' };
      return { event: { type: 'agent.gaveBack', step, agent: me }, audit: audit('agent.gaveBack', { step }) };
    }),
  );

  on(socket, gate, 'askAgain', AskAgain, ({ conversation, item, reason }) =>
    act(conversation, (row) => {
      if (row.agent?.id !== agent.id) return { refuse: 'E_NOT_ALLOWED' };
      return { event: { type: 'agent.askedAgain', item, reason, agent: me }, audit: audit('agent.askedAgain', { item }) };
    }),
  );

  // Told for each chat that was looked at; whether this agent has it is read when the shopper's screen shows it.
  socket.on('disconnect', () => {
    for (const conversation of opened) void leave(conversation);
  });

  on(socket, gate, 'typing', AgentTyping, async ({ conversation, on: typing }) => {
    const loaded = await conversations.view(ref(conversation));
    if (loaded?.row.agent?.id !== agent.id) throw new Refused('E_NOT_FOUND');
    shoppers.to(shopperRoom(conversation)).emit('typing', { name: agent.name, on: typing });
    return {};
  });

  on(socket, gate, 'seen', AgentSeen, async ({ conversation, seq }) => {
    if (!(await conversations.view(ref(conversation)))) throw new Refused('E_NOT_FOUND');
    await store.markSeen(agent.storeId, conversation, 'agent', seq);
    shoppers.to(shopperRoom(conversation)).emit('seen', { by: 'agent', seq });
    return {};
  });

  async function leave(conversation: string): Promise<void> {
    const loaded = await conversations.view(ref(conversation)).catch(() => null);
    if (loaded?.row.agent?.id === agent.id && !agents.adapter.rooms.has(agentsRoom(conversation))) tellPresence(conversation, false);
  }

  function tellPresence(conversation: string, here: boolean): void {
    shoppers.to(shopperRoom(conversation)).emit('presence', { here });
  }

  async function act(conversation: string, decide: Decide, messageId?: string): Promise<{ seq: number; at: number }> {
    const outcome = await conversations.handle(ref(conversation), decide, messageId);
    if (!outcome.ok) throw new Refused(outcome.code);
    return { seq: outcome.seq, at: outcome.at };
  }

  function audit(action: string, detail: Record<string, string> = {}) {
    return { actor: agent.id, action, detail: { ...detail, id: newId() } };
  }

  async function steps(row: ConversationRow): Promise<StepView[]> {
    const shop = await shops.byId(row.storeId);
    const current = shop && currentStep(row.flow, shop.settings.policy);
    return STEPS.map(({ id, label }) => ({ id, label: wording.word(label, viewer(row)), current: id === current }));
  }
}
