/** The shopper's namespace, `/shopper`. Each client event is answered by an `Ack`. */
import { Type } from 'typebox';
import { CANT_REASONS, REMEDIES } from './case.ts';
import type { ConversationView, StoreView } from './conversation.ts';
import type { Ack } from './errors.ts';
import { PRINTED_FOR_SHOPPERS, type LetterId } from './letters.ts';
import type { ShownMessage } from './message.ts';

const strict = { additionalProperties: false };
const Id = Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' });
const Short = Type.String({ minLength: 1, maxLength: 64 });
const enumOf = <T extends readonly string[]>(values: T) => Type.Enum([...values] as [...T]);

/** 256 bits, base64url. */
const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });

const PageContext = Type.Object(
  {
    order: Type.Optional(Type.String({ maxLength: 40 })),
    tracking: Type.Optional(Type.String({ maxLength: 60 })),
    email: Type.Optional(Type.String({ maxLength: 254 })),
  },
  strict,
);

/** First event on every connection. Without a token a new conversation begins and its token comes back, once. */
export const Hello = Type.Object(
  {
    v: Type.Integer(),
    store: Type.String({ minLength: 4, maxLength: 64 }),
    token: Type.Optional(Type.String({ minLength: 40, maxLength: 64 })),
    locale: Type.Optional(Type.String({ maxLength: 20 })),
    /** What is wished for where that one is not offered, most wanted first. */
    languages: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 12 })),
    /** `locale` is the shopper's own choice: it holds until they choose another. */
    chosen: Type.Optional(Type.Boolean()),
    tz: Type.Optional(Type.String({ maxLength: 60 })),
    /** The last `seq` this client holds. */
    after: Type.Integer({ minimum: 0 }),
    page: Type.Optional(
      Type.Object({ url: Type.String({ maxLength: 500 }), title: Type.Optional(Type.String({ maxLength: 200 })) }, strict),
    ),
    context: Type.Optional(PageContext),
    identity: Type.Optional(Type.String({ maxLength: 4096 })),
    flow: Type.Optional(Type.String({ maxLength: 30 })),
    /**
     * A one-time link into a talk, instead of a token: this device's own token comes back. `key` is of the device's making; asked again
     * with the same one, the answer is the same.
     */
    link: Type.Optional(Type.Object({ token: Secret, key: Secret }, strict)),
  },
  strict,
);
export type Hello = Type.Static<typeof Hello>;

export const Said = Type.Union([
  Type.Object({ kind: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 4000 }) }, strict),
  Type.Object({ kind: Type.Literal('choice'), prompt: Short, choice: Short }, strict),
  Type.Object(
    {
      kind: Type.Literal('find'),
      prompt: Short,
      order: Type.Optional(Type.String({ maxLength: 40 })),
      contact: Type.Optional(Type.String({ maxLength: 254 })),
      tracking: Type.Optional(Type.String({ maxLength: 60 })),
    },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('items'),
      prompt: Short,
      items: Type.Array(Type.Object({ id: Short, count: Type.Integer({ minimum: 1, maximum: 999 }) }, strict), {
        minItems: 1,
        maxItems: 100,
      }),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('evidenceDone'), prompt: Short }, strict),
  Type.Object({ kind: Type.Literal('evidenceCant'), prompt: Short, reason: enumOf(CANT_REASONS) }, strict),
  Type.Object({ kind: Type.Literal('removePhoto'), photoId: Id }, strict),
  /** Used in spite of its hints. */
  Type.Object({ kind: Type.Literal('keepPhoto'), photoId: Id }, strict),
  Type.Object({ kind: Type.Literal('remedy'), prompt: Short, remedy: enumOf(REMEDIES) }, strict),
  Type.Object(
    {
      kind: Type.Literal('rate'),
      prompt: Short,
      score: Type.Integer({ minimum: 1, maximum: 5 }),
      comment: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('wantsPerson') }, strict),
  Type.Object({ kind: Type.Literal('startOver') }, strict),
  Type.Object({ kind: Type.Literal('end') }, strict),
]);
export type Said = Type.Static<typeof Said>;

export const Send = Type.Object({ id: Id, said: Said }, strict);
export type Send = Type.Static<typeof Send>;
export const CatchUp = Type.Object({ after: Type.Integer({ minimum: 0 }) }, strict);
export const Seen = Type.Object({ seq: Type.Integer({ minimum: 0 }) }, strict);
export const Typing = Type.Object({ on: Type.Boolean() }, strict);
/** `chosen`: by the shopper themselves. What the page asks for changes nothing where they have chosen. */
export const SetLocale = Type.Object(
  { locale: Type.String({ minLength: 2, maxLength: 20 }), chosen: Type.Optional(Type.Boolean()) },
  strict,
);
export type SetLocale = Type.Static<typeof SetLocale>;
export const SetContext = Type.Object({ context: PageContext }, strict);
export const StartFlow = Type.Object({ flow: Type.String({ minLength: 1, maxLength: 30 }) }, strict);
/** A letter of this talk, to print. */
export const OpenLetter = Type.Object({ letter: Type.Literal(PRINTED_FOR_SHOPPERS[0]) }, strict);
export const Identify = Type.Object({ identity: Type.String({ maxLength: 4096 }) }, strict);

export const PhoneLink = Type.Object({}, strict);

/** An address to be opened once, on a phone, and the same as a QR code: dark modules as the path of an SVG, `size` modules wide without its margin. */
export interface PhoneLinkView {
  url: string;
  qr: { size: number; path: string };
  expiresAt: number;
  /** Until then, for a device whose clock is wrong. */
  lifeMs: number;
}

/** A page of history, oldest first; `more` means: ask again after its last `seq`. */
export interface Page {
  messages: ShownMessage[];
  more: boolean;
}

export interface ShopperClientEvents {
  hello(p: Hello, ack: (a: Ack<{ token?: string; store: StoreView; conversation: ConversationView } & Page>) => void): void;
  send(p: Send, ack: (a: Ack<{ seq: number; at: number }>) => void): void;
  catchUp(p: { after: number }, ack: (a: Ack<{ conversation: ConversationView } & Page>) => void): void;
  seen(p: { seq: number }, ack: (a: Ack) => void): void;
  typing(p: { on: boolean }, ack?: (a: Ack) => void): void;
  /** Rewords everything; the client replaces its whole history by the first page and goes on. */
  setLocale(p: { locale: string; chosen?: boolean }, ack: (a: Ack<{ conversation: ConversationView } & Page>) => void): void;
  setContext(p: { context: { order?: string; tracking?: string; email?: string } }, ack: (a: Ack) => void): void;
  startFlow(p: { flow: string }, ack: (a: Ack) => void): void;
  identify(p: { identity: string }, ack: (a: Ack) => void): void;
  phoneLink(p: object, ack: (a: Ack<PhoneLinkView>) => void): void;
  /** The address of a page to print; it holds for an hour. */
  openLetter(p: { letter: LetterId }, ack: (a: Ack<{ url: string }>) => void): void;
}

export interface ShopperServerEvents {
  /** What one committed turn added. A hint: the truth is `seq`. */
  turn(p: { messages: ShownMessage[]; conversation: ConversationView }): void;
  seen(p: { by: 'agent' | 'shopper'; seq: number }): void;
  typing(p: { name: string; on: boolean }): void;
  presence(p: { here: boolean }): void;
  /** A phone that came in by a link is connected, or is so no more. Told to the other devices. */
  phone(p: { here: boolean }): void;
}
