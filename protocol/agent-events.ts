/** The agents' namespace, `/agent`. The handshake carries the agent's session; the store follows from it. */
import { Type } from 'typebox';
import { EVIDENCE_ITEMS } from './case.ts';
import type { ConversationView } from './conversation.ts';
import type { Ack } from './errors.ts';
import type { ShownMessage } from './message.ts';
import type { Page } from './shopper-events.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' });

export const Open = Type.Object({ conversation: Id, after: Type.Integer({ minimum: 0 }) }, strict);
export const Take = Type.Object({ conversation: Id }, strict);
export const Say = Type.Object({ conversation: Id, id: Id, text: Type.String({ minLength: 1, maxLength: 4000 }) }, strict);
export const GiveBack = Type.Object({ conversation: Id, step: Type.String({ minLength: 1, maxLength: 60 }) }, strict);
export const AskAgain = Type.Object(
  {
    conversation: Id,
    item: Type.Enum([...EVIDENCE_ITEMS] as [...typeof EVIDENCE_ITEMS]),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  strict,
);
export const AgentTyping = Type.Object({ conversation: Id, on: Type.Boolean() }, strict);
export const AgentSeen = Type.Object({ conversation: Id, seq: Type.Integer({ minimum: 0 }) }, strict);

/** A place of the flow where a chat may be given back to the bot. */
export interface StepView {
  id: string;
  label: string;
  /** The bot is, or was last, here. */
  current: boolean;
}

export interface AgentClientEvents {
  open(
    p: { conversation: string; after: number },
    ack: (a: Ack<{ conversation: ConversationView; steps: StepView[] } & Page>) => void,
  ): void;
  take(p: { conversation: string }, ack: (a: Ack) => void): void;
  say(p: { conversation: string; id: string; text: string }, ack: (a: Ack<{ seq: number; at: number }>) => void): void;
  giveBack(p: { conversation: string; step: string }, ack: (a: Ack) => void): void;
  askAgain(p: { conversation: string; item: (typeof EVIDENCE_ITEMS)[number]; reason: string }, ack: (a: Ack) => void): void;
  typing(p: { conversation: string; on: boolean }, ack?: (a: Ack) => void): void;
  seen(p: { conversation: string; seq: number }, ack: (a: Ack) => void): void;
}

export interface AgentServerEvents {
  turn(p: { conversation: ConversationView; messages: ShownMessage[] }): void;
  typing(p: { conversation: string; on: boolean }): void;
  seen(p: { conversation: string; by: 'agent' | 'shopper'; seq: number }): void;
}
