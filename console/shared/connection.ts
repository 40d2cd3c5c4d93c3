/** A `Wire` over Socket.IO. It tries again by itself, and says plainly when an answer does not come. */
import { signal } from '@preact/signals';
import type { Ack } from '../../protocol/errors.ts';
import { io } from 'socket.io-client';
import { WireRefusal, type LineState, type Wire } from './wire.ts';
import { word } from './words.ts';

export interface ConnectOptions {
  /** Origin of the server. */
  url: string;
  csrf: string;
  locale: string;
  random?: () => number;
}

const ANSWER_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** The server ends a connection that has no session with one of these. */
const SIGNED_OUT = new Set(['E_SIGNED_OUT', 'E_CSRF', 'E_TOKEN']);

/** A wire that outlives a session: who signs in again goes on where they were, with all that listens still listening. */
export interface Line extends Wire {
  /** Connects anew with another session, or in another language. */
  renew(auth: { csrf: string; locale: string }): void;
}

export function connect({ url, csrf, locale, random = Math.random }: ConnectOptions): Line {
  const state = signal<LineState>('connecting');
  const socket = io(`${url}/agent`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    autoConnect: false,
    withCredentials: true,
    auth: { csrf, locale },
  });
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    state.value = 'out';
    clearTimeout(timer);
    socket.disconnect();
  }

  function lost(): void {
    if (state.value === 'out') return;
    state.value = 'lost';
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), pauseMs(attempts++, random));
  }

  /** The network is back, or the tab is looked at: now is a good time. */
  function wake(): void {
    if (state.value !== 'lost' || document.visibilityState === 'hidden') return;
    attempts = 0;
    clearTimeout(timer);
    socket.connect();
  }

  const unwatch = watch(wake, () => {
    // A line whose network is gone is dead, and would say so only after half a minute.
    if (state.value === 'open') socket.disconnect();
  });

  socket.on('connect', () => {
    attempts = 0;
    state.value = 'open';
  });
  socket.on('connect_error', (error) => (SIGNED_OUT.has(error.message) ? end() : lost()));
  socket.on('disconnect', lost);
  socket.on('signedOut', end);
  socket.connect();

  return {
    state,
    async ask(event, payload) {
      const answer = socket.connected
        ? await (socket.timeout(ANSWER_MS).emitWithAck(event, payload) as Promise<Ack>).catch(() => null)
        : null;
      if (answer === null) throw new WireRefusal('E_LINE', word('problems.noLine'));
      if (!answer.ok) {
        if (answer.code === 'E_SIGNED_OUT') end();
        throw new WireRefusal(answer.code, answer.text, answer.retryAfterMs);
      }
      return answer as never;
    },
    on(event, hear) {
      const name: string = event;
      const heard = hear as (payload: unknown) => void;
      socket.on(name, heard);
      return () => void socket.off(name, heard);
    },
    renew(auth) {
      end();
      socket.auth = auth;
      attempts = 0;
      state.value = 'connecting';
      socket.connect();
    },
    close() {
      unwatch();
      end();
      socket.removeAllListeners();
    },
  };
}

/** Twice as long each time up to the longest, and spread, so that all consoles do not come back in one moment. */
export function pauseMs(attempts: number, random: () => number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10)) * (0.5 + random() / 2);
}

function watch(wake: () => void, gone: () => void): () => void {
  addEventListener('online', wake);
  addEventListener('offline', gone);
  document.addEventListener('visibilitychange', wake);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('offline', gone);
    document.removeEventListener('visibilitychange', wake);
  };
}
