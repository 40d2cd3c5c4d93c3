/** A bucket holds `burst` tokens and gets one back every `refillMs`. */
export interface Rule {
  burst: number;
  refillMs: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * What one may do at once and over time. A person in a hurry stays far below each; a script meets them at once.
 * "Visitor" is a conversation, "address" comes from `addressKey`.
 */
export const RULES = {
  /** Any event of one connection. */
  eventBySocket: { burst: 40, refillMs: 100 },
  /** Messages that make the bot work. */
  messageByVisitor: { burst: 12, refillMs: 1 * SECOND },
  messageByAddress: { burst: 60, refillMs: 200 },
  /** All messages of one shop: no shop can take the machine from the others. */
  messageByStore: { burst: 2_000, refillMs: 2 },
  connectByAddress: { burst: 60, refillMs: 500 },
  /** New conversations. */
  beginByAddress: { burst: 20, refillMs: 15 * SECOND },
  identifyByVisitor: { burst: 10, refillMs: 10 * SECOND },
  /** Links to go on with on a phone. One is made each time the code is looked at. */
  phoneLinkByVisitor: { burst: 6, refillMs: 30 * SECOND },
  phoneLinkByAddress: { burst: 30, refillMs: 10 * SECOND },
  /** Pages to print: each is a link of its own. */
  letterByVisitor: { burst: 10, refillMs: 10 * SECOND },
  photoByVisitor: { burst: 20, refillMs: 3 * SECOND },
  photoByAddress: { burst: 60, refillMs: 1 * SECOND },
  /** Anything asked of the console's routes; an office may share one address. */
  consoleByAddress: { burst: 300, refillMs: 20 },
  /** Photos of a case count too. */
  consoleByAgent: { burst: 200, refillMs: 50 },
  /** Reading and taking up one-time links, at the console and into a talk. Guessing one is hopeless; each try costs a look, and a password its hash. */
  linkByAddress: { burst: 20, refillMs: 3 * SECOND },
  /** What tracking services send. A service has few addresses for all of its customers; what is not signed costs a look at the key alone. */
  webhookByAddress: { burst: 600, refillMs: 10 },
  /** Counted once it is proven, so that nobody can use it up for the shop. */
  webhookByStore: { burst: 300, refillMs: 50 },
  /**
   * An order is proven by its number and an e-mail or postcode. Someone who mistypes needs three or four tries; someone
   * who guesses postcodes needs thousands, and gets about 150 a day against one order from all addresses together.
   */
  orderByVisitor: { burst: 8, refillMs: 2 * MINUTE },
  orderByAddress: { burst: 20, refillMs: 1 * MINUTE },
  orderByNumber: { burst: 8, refillMs: 10 * MINUTE },
} as const satisfies Record<string, Rule>;

export type LimitKind = keyof typeof RULES;
export type Rules = Record<LimitKind, Rule>;
