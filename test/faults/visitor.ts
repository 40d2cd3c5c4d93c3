/**
 * A shopper who never gives up: what was not acknowledged is sent again under the same id after every reconnect, in the
 * order in which it was written, and everything that was ever acknowledged, refused or shown is remembered for the audit.
 */
import type { ConversationView } from '../../protocol/conversation.ts';
import type { Ack } from '../../protocol/errors.ts';
import type { Prompt } from '../../protocol/prompt.ts';
import type { Page, Said } from '../../protocol/shopper-events.ts';
import { freshId, openShopper, type TestShopper } from '../support/shopper.ts';
import type { Random } from './random.ts';

export interface Visitor {
  /** Everything written, in order, by message id. */
  said: Map<string, Said>;
  acked: Map<string, number>;
  refused: Map<string, string>;
  /** What the server ever showed, acknowledged to itself or not: message id by seq. */
  shown: Map<number, string>;
  conversationId(): string;
  /** Sent, and not answered yet. */
  inFlight(): string[];
  /** Resolves when all that was left over is answered. */
  connect(url: string, store: string): Promise<void>;
  /** Writes until the connection ends or `stop` is called. */
  talk(): Promise<void>;
  say(said: Said): Promise<void>;
  stop(): void;
  /** Message ids of the whole history, by pages. */
  history(): Promise<string[]>;
  /** As it was told last. */
  view(): ConversationView;
  disconnect(): void;
}

/** `address`: where they connect from, for a server that believes the proxy in front. */
export function createVisitor(random: Random, manner: Manner, address?: string): Visitor {
  const said = new Map<string, Said>();
  const acked = new Map<string, number>();
  const refused = new Map<string, string>();
  const shown = new Map<number, string>();
  const waiting = new Set<string>();
  let shopper: TestShopper | null = null;
  let token: string | undefined;
  let conversationId = '';
  let going = false;

  async function connect(url: string, store: string): Promise<void> {
    const after = Math.max(0, ...shown.keys());
    const headers = { ...(address !== undefined && { 'x-forwarded-for': address }) };
    const line = await openShopper(url, { store, after, ...(token !== undefined && { token }) }, headers);
    shopper = line;
    token = line.token;
    conversationId = line.conversation().id;
    for (const message of line.messages.values()) shown.set(message.seq, message.id);
    line.socket.on('turn', (turn) => {
      for (const message of turn.messages) shown.set(message.seq, message.id);
    });
    await Promise.all([...waiting].map(send));
  }

  async function history(): Promise<string[]> {
    const ids: string[] = [];
    for (let more = true; more;) {
      const page = (await shopper?.emit('catchUp', { after: ids.length })) as Ack<Page> | undefined;
      if (!page?.ok) throw new Error(`no history: ${JSON.stringify(page)}`);
      ids.push(...page.messages.map(({ id }) => id));
      more = page.more;
    }
    return ids;
  }

  async function send(id: string): Promise<void> {
    const words = said.get(id);
    if (!words || !shopper?.socket.connected) return;
    const ack = await shopper.trySend(words, id).catch(() => null);
    // No answer: whether it landed nobody knows, so it is sent again next time.
    if (ack === null || (!ack.ok && PASSING.includes(ack.code))) return;
    waiting.delete(id);
    if (ack.ok) acked.set(id, ack.seq);
    else refused.set(id, ack.code);
  }

  async function say(words: Said): Promise<void> {
    const id = freshId();
    said.set(id, words);
    waiting.add(id);
    await send(id);
  }

  async function talk(): Promise<void> {
    going = true;
    const lanes = Array.from({ length: manner.atOnce }, async () => {
      while (going && shopper?.socket.connected) {
        const words = await manner.next(shopper, random);
        if (words && going) await say(words);
      }
    });
    await Promise.all(lanes);
  }

  return {
    said,
    acked,
    refused,
    shown,
    conversationId: () => conversationId,
    inFlight: () => [...waiting],
    connect,
    talk,
    say,
    stop: () => {
      going = false;
    },
    history,
    view: () => {
      if (!shopper) throw new Error('never connected');
      return shopper.conversation();
    },
    disconnect: () => {
      going = false;
      shopper?.close();
    },
  };
}

const PASSING: readonly string[] = ['E_CLOSING', 'E_STORAGE', 'E_RATE', 'E_NO_HELLO', 'E_INTERNAL'];

export interface Manner {
  /** Messages on their way at once. */
  atOnce: number;
  /** null: look again. */
  next(shopper: TestShopper, random: Random): Promise<Said | null>;
}

/** Writes without waiting for answers, and taps what stands on the screen, which may be an old question by then. */
export const hasty: Manner = {
  atOnce: 4,
  async next(shopper, random) {
    const { prompt } = shopper.conversation();
    const roll = random.next();
    if (roll < 0.03) return { kind: 'startOver' };
    if (roll < 0.06) return { kind: 'wantsPerson' };
    if (roll < 0.3 && prompt && prompt.choices.length > 0)
      return { kind: 'choice', prompt: prompt.id, choice: random.pick(prompt.choices).id };
    return { kind: 'text', text: random.pick(TEXTS) };
  },
};

/** Answers each question as it is asked, and so gets to the end of many a road. */
export const patient: Manner = {
  atOnce: 1,
  async next(shopper, random) {
    const { prompt, status } = shopper.conversation();
    const roll = random.next();
    if (roll < 0.02 || status === 'closed' || (status === 'waiting' && roll < 0.3)) return { kind: 'startOver' };
    if (prompt) return answerTo(prompt, random);
    // A look-up is under way; most wait for what it brings.
    if (roll > 0.8) return { kind: 'text', text: random.pick(TEXTS) };
    await new Promise<void>((resolve) => {
      shopper.socket.once('turn', () => resolve());
      shopper.socket.once('disconnect', () => resolve());
    });
    return null;
  },
};

function answerTo(prompt: Prompt<string>, random: Random): Said {
  if (prompt.choices.length > 0 && random.next() < 0.3)
    return { kind: 'choice', prompt: prompt.id, choice: random.pick(prompt.choices).id };
  switch (prompt.kind) {
    case 'topics':
    case 'choices':
      return { kind: 'choice', prompt: prompt.id, choice: random.pick(prompt.choices).id };
    case 'find': {
      const [order, contact] = random.pick(ORDERS);
      return { kind: 'find', prompt: prompt.id, order, contact };
    }
    case 'items':
      return { kind: 'items', prompt: prompt.id, items: [{ id: random.pick(prompt.items).id, count: 1 }] };
    case 'evidence':
      return { kind: 'evidenceCant', prompt: prompt.id, reason: random.pick(prompt.cant.reasons).id };
    case 'remedies':
      return { kind: 'remedy', prompt: prompt.id, remedy: random.pick(prompt.options).id };
    case 'rate':
      return { kind: 'rate', prompt: prompt.id, score: 1 + random.upTo(4) };
    case 'text':
      return { kind: 'text', text: random.pick(TEXTS) };
  }
}

const ORDERS = [
  ['1001', 'jonas@example.com'],
  ['1002', 'lin@example.com'],
  ['1003', 'anna@example.com'],
  ['1005', 'claire@example.com'],
  ['1006', 'rafael@example.com'],
  ['1009', 'sanne@example.com'],
  ['1010', 'lucia@example.com'],
  ['1011', 'felix@example.com'],
  ['1012', 'mia@example.com'],
  ['1014', 'maya@example.com'],
  ['1015', 'omar@example.com'],
  ['1018', 'nobody@example.com'],
] as const;

const TEXTS = [
  'zzz qqq',
  'hello',
  'thank you',
  'my parcel is lost',
  'two mugs are missing',
  'it says delivered but there is nothing here',
  'where is it? I have waited nine days',
  'order 1001, jonas@example.com',
  'why is it at customs',
  'when does my protection end',
  'no idea what you mean',
];
