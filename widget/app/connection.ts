import type { ErrorCode, Refusal } from '../../protocol/errors.ts';
import type { Hello } from '../../protocol/shopper-events.ts';
import { backoffMs } from './clock.ts';
import type { Clock } from './clock.ts';
import type { AckOf, ClientEvent, OnServerEvent, OpenWire, PayloadOf, Wire } from './wire.ts';

export type Link = 'connecting' | 'online' | 'offline';
export type Welcome = Extract<AckOf<'hello'>, { ok: true }>;

export interface Connection {
  start(): void;
  stop(): void;
  /** Something says that now is a good time: the network is back, the tab is looked at. */
  wake(): void;
  /** Drops the line and says hello again at once. */
  renew(): void;
  online(): boolean;
  /** null: no answer, and the line is being renewed if it was up. Never rejects. */
  call<E extends ClientEvent>(event: E, payload: PayloadOf<E>): Promise<AckOf<E> | null>;
}

export interface ConnectOptions {
  open: OpenWire;
  clock: Clock;
  random(): number;
  /** What the device believes about its network. */
  hasNetwork(): boolean;
  /** Sends the first event of each connection, and may wait before it does. */
  greet(send: (hello: Hello) => Promise<AckOf<'hello'> | null>): Promise<AckOf<'hello'> | null>;
  onWelcome(welcome: Welcome): void;
  onEvent: OnServerEvent;
  onLink(link: Link): void;
  /** The token is dead. The next hello comes at once and must not use it. */
  onTokenDead(): void;
  /** Not to be tried again by itself. */
  onRefused(refusal: Refusal): void;
}

const ANSWER_MS = 10_000;
const GRACE_MS = 2_000;
const STEADY_MS = 5_000;
const PASSING: ErrorCode[] = ['E_RATE', 'E_CLOSING', 'E_STORAGE', 'E_INTERNAL', 'E_NO_HELLO'];
const RENEWING: ErrorCode[] = ['E_CLOSING', 'E_NO_HELLO', 'E_TOKEN'];

/** Keeps one line to the server, greeted and alive, from `start` until `stop` or a final refusal. */
export function connect(o: ConnectOptions): Connection {
  let wire: Wire | null = null;
  // Whatever a former wire still says carries a former round and is not heard.
  let round = 0;
  let attempts = 0;
  let running = false;
  let online = false;
  let restarted = false;
  let since = 0;
  let cancelTimer = () => {};
  let cancelGrace: (() => void) | null = null;
  let link: Link = 'connecting';
  const waiting = new Set<() => void>();

  function open() {
    drop();
    const mine = round;
    cancelTimer = o.clock.after(ANSWER_MS, () => lost());
    wire = o.open({
      open: () => {
        if (mine !== round) return;
        cancelTimer();
        void greet(mine);
      },
      close: () => {
        if (mine === round) lost();
      },
      event: (event, payload) => {
        if (mine === round) o.onEvent(event, payload);
      },
    });
  }

  async function greet(mine: number) {
    const answer = await o.greet((hello) => (mine === round ? ask('hello', hello) : Promise.resolve(null))).catch(() => null);
    if (mine !== round) return;
    if (!answer) return lost();
    if (!answer.ok) return refused(answer);
    restarted = false;
    online = true;
    since = o.clock.now();
    say('online');
    o.onWelcome(answer);
  }

  function refused(answer: Refusal) {
    if (answer.code === 'E_TOKEN' && !restarted) {
      restarted = true;
      o.onTokenDead();
      lost(0);
    } else if (PASSING.includes(answer.code)) lost(pauseOf(answer));
    else {
      running = false;
      endGrace();
      drop();
      o.onRefused(answer);
    }
  }

  function lost(pauseMs?: number) {
    drop();
    if (!running) return;
    if (!o.hasNetwork()) say('offline');
    else if (link !== 'offline' && !cancelGrace) {
      say('connecting');
      cancelGrace = o.clock.after(GRACE_MS, () => say('offline'));
    }
    cancelTimer = o.clock.after(pauseMs ?? backoffMs(attempts++, o.random), open);
  }

  function say(next: Link) {
    if (next !== 'connecting') endGrace();
    if (next === link) return;
    link = next;
    o.onLink(next);
  }

  function endGrace() {
    cancelGrace?.();
    cancelGrace = null;
  }

  function drop() {
    round++;
    // A server that greets and breaks at once is met with growing pauses too.
    if (online && o.clock.now() - since > STEADY_MS) attempts = 0;
    online = false;
    cancelTimer();
    wire?.close();
    wire = null;
    for (const giveUp of [...waiting]) giveUp();
  }

  /** Browsers don't tell us of a line that lost one direction: an answer that does not come is how we know. */
  function ask<E extends ClientEvent>(event: E, payload: PayloadOf<E>): Promise<AckOf<E> | null> {
    return new Promise((resolve) => {
      const settle = (answer: AckOf<E> | null) => {
        cancel();
        waiting.delete(giveUp);
        resolve(answer);
      };
      const giveUp = () => settle(null);
      const cancel = o.clock.after(ANSWER_MS, () => lost(0));
      waiting.add(giveUp);
      wire?.send(event, payload, (answer) => settle(isAck<E>(answer) ? answer : null));
    });
  }

  // All panels hear of a restart in the same moment, so its pause is spread.
  const pauseOf = ({ code, retryAfterMs }: Refusal) =>
    code === 'E_CLOSING' ? (retryAfterMs ?? 500) * (0.5 + o.random()) : (retryAfterMs ?? backoffMs(attempts++, o.random));

  return {
    start() {
      if (running) return;
      running = true;
      attempts = 0;
      open();
    },
    stop() {
      running = false;
      endGrace();
      drop();
    },
    wake() {
      if (!running || online) return;
      attempts = 0;
      open();
    },
    renew() {
      if (running) lost(0);
    },
    online: () => online,
    async call(event, payload) {
      if (!online) return null;
      const mine = round;
      const answer = await ask(event, payload);
      if (!answer || answer.ok || mine !== round) return answer;
      // The next hello finds out more; and a history with a hole is never left as it is.
      if (!RENEWING.includes(answer.code) && event !== 'catchUp') return answer;
      lost(pauseOf(answer));
      return null;
    },
  };
}

function isAck<E extends ClientEvent>(answer: unknown): answer is AckOf<E> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
