/** Who is signed in, and their line to the server. */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Me } from '../../protocol/people.ts';
import { forgetWriting } from '../desk/kept.ts';
import { asRefusal, createApi, type Api } from '../shared/api.ts';
import { connect, type Line } from '../shared/connection.ts';
import { notes } from '../shared/notes.ts';
import { chooseLanguage, language } from '../shared/words.ts';

/**
 * `over`: it ended while somebody worked. What they wrote stays below the sign-in until they are back.
 * `unreachable`: the server did not say who this is.
 */
export type SessionState = 'starting' | 'out' | 'in' | 'over' | 'unreachable';

export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  /** Who is in, or was when it ended. */
  readonly me: ReadonlySignal<Me | null>;
  readonly line: ReadonlySignal<Line | null>;
  readonly api: Api;
  /** Asks the server who this is; `words` are there before the line is, since it says at once which language it wants. */
  begin(words?: Promise<void>): Promise<void>;
  /** Somebody signed in or joined. */
  enter(me: Me): void;
  /** What changed about me or my shop. */
  learn(change: { agent?: Partial<Me['agent']>; store?: Partial<Me['store']> }): void;
  speak(locale: string): Promise<void>;
  /** Forgets who it was, as on "this is not me". */
  forget(): void;
  /** What this agent has begun to write here goes with it. */
  signOut(): Promise<void>;
}

export function createSession(options: { fetch: typeof fetch; url: string; connect?: typeof connect }): Session {
  const state = signal<SessionState>('starting');
  const me = signal<Me | null>(null);
  const line = signal<Line | null>(null);
  const open = options.connect ?? connect;
  const api = createApi({ fetch: options.fetch, csrf: () => me.value?.csrf ?? '', onSignedOut: over });

  function over(): void {
    if (state.value === 'in') state.value = 'over';
  }

  function enter(next: Me): void {
    const isSame = me.value?.agent.id === next.agent.id && line.value !== null;
    const auth = { csrf: next.csrf, locale: language.value };
    if (isSame) {
      line.value?.renew(auth);
    } else {
      line.value?.close();
      const fresh = open({ url: options.url, ...auth });
      fresh.state.subscribe((now) => now === 'out' && line.value === fresh && over());
      line.value = fresh;
    }
    me.value = next;
    state.value = 'in';
  }

  function forget(): void {
    state.value = 'out';
    line.value?.close();
    line.value = null;
    me.value = null;
  }

  return {
    state,
    me,
    line,
    api,
    enter,
    forget,
    async begin(words) {
      state.value = 'starting';
      try {
        const [next] = await Promise.all([api.me(), words]);
        enter(next);
      } catch (error) {
        state.value = asRefusal(error).code === 'E_SIGNED_OUT' ? 'out' : 'unreachable';
      }
    },
    learn({ agent, store }) {
      const known = me.value;
      if (known) me.value = { ...known, agent: { ...known.agent, ...agent }, store: { ...known.store, ...store } };
    },
    async speak(locale) {
      await chooseLanguage(locale);
      const known = me.value;
      // What the server words for this reader comes in the new language from here on.
      if (known) line.value?.renew({ csrf: known.csrf, locale });
    },
    async signOut() {
      await api.signOut().catch((error: unknown) => {
        if (asRefusal(error).code !== 'E_SIGNED_OUT') throw error;
      });
      const { agent } = me.value ?? {};
      forget();
      if (agent) forgetWriting(agent.id, notes);
    },
  };
}
