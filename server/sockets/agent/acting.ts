/** What an agent does in a conversation: speaks, asks, records, promises, closes. Each stands in the audit of its own commit. */
import { createHash } from 'node:crypto';
import {
  AskAgain,
  Close,
  ExtendProtection,
  MakePromise,
  OfConversation,
  RecordFinding,
  Say,
  SettlePromise,
  SettleRemedy,
} from '../../../protocol/agent-events.ts';
import { findingsNow, remediesNow } from '../../desk/answers.ts';
import { accepts } from '../../conversation/runner.ts';
import type { Clock } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Seat } from './seat.ts';
import { served, type Table } from './served.ts';
import type { Notebook } from './notebook.ts';
import { has, NOT_NOW, unlessFreeOrMine, unlessMine, unlessOthers } from './standing.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** What is promised for sooner is better done; what is promised for later is forgotten. */
const PROMISE_FROM_MS = 5 * MINUTE_MS;
const PROMISE_TO_MS = 60 * DAY_MS;
/** No platform protects for longer; a date beyond it is a slip of the finger. */
const PROTECTED_TO_MS = 365 * DAY_MS;

type Acting = 'say' | 'askAgain' | 'record' | 'settleRemedy' | 'promise' | 'settlePromise' | 'extendProtection' | 'close' | 'reopen';

export function acting(deps: { store: Store; clock: Clock; wording: Wording; notebook: Notebook }): Table<Acting> {
  const { store, clock, wording, notebook } = deps;
  const inTheirWords = (seat: Seat, words: string) => wording.text(seat.viewer(), 'desk:askedInWords', { words });

  return {
    say: served(Say, (seat, { conversation, id, text }) =>
      seat.act(
        conversation,
        (row) =>
          unlessMine(row, seat.agent) ?? {
            event: { type: 'agent.said' },
            message: { id, from: 'agent', agent: seat.me, body: { kind: 'text', text } },
          },
        id,
      ),
    ),

    askAgain: served(AskAgain, (seat, { conversation, item, reason }) =>
      seat.act(
        conversation,
        (row) =>
          unlessFreeOrMine(row, seat.agent) ?? {
            event: { type: 'agent.askedAgain', item, reason, agent: seat.me },
            audit: seat.did('agent.askedAgain', { item }),
          },
      ),
    ),

    record: served(RecordFinding, (seat, { conversation, finding, video }) =>
      seat.act(conversation, (row, flow) => {
        const refused = unlessOthers(row, seat.agent);
        if (refused) return refused;
        const event = { type: 'agent.recorded', finding, agent: seat.me, ...(video !== undefined && { video }) } as const;
        if (!flow || !findingsNow(flow).includes(finding) || !accepts(flow, event, clock.now())) return NOT_NOW;
        return { event, audit: seat.did('agent.recorded', { finding }) };
      }),
    ),

    settleRemedy: served(SettleRemedy, async (seat, { conversation, remedy, asked, words }) => {
      const done = await seat.act(conversation, (row, flow) => {
        const refused = unlessMine(row, seat.agent);
        if (refused) return refused;
        if (!flow || !remediesNow(flow).includes(remedy)) return NOT_NOW;
        return {
          event: { type: 'agent.settledRemedy', remedy, asked, agent: seat.me },
          audit: seat.did('agent.settledRemedy', { remedy, asked }),
        };
      });
      // What somebody said can be erased; what stands in the audit can't. So it is a note.
      if (words?.trim())
        await notebook.write(seat, conversation, { id: idOf(conversation, asked, words), text: inTheirWords(seat, words) });
      return done;
    }),

    promise: served(MakePromise, (seat, { conversation, id, text, dueAt }) =>
      seat.act(
        conversation,
        (row) => {
          const refused = unlessMine(row, seat.agent);
          if (refused) return refused;
          const ahead = dueAt - clock.now();
          if (ahead < PROMISE_FROM_MS || ahead > PROMISE_TO_MS) return { refuse: 'E_TIME' };
          return {
            event: { type: 'agent.promised', dueAt, what: text, agent: seat.me },
            message: { id, from: 'agent', agent: seat.me, body: { kind: 'text', text } },
            audit: seat.did('agent.promised', { dueAt }),
          };
        },
        id,
      ),
    ),

    settlePromise: served(SettlePromise, (seat, { conversation, promise, state }) =>
      seat.act(conversation, async (row, flow) => {
        const refused = unlessOthers(row, seat.agent);
        if (refused) return refused;
        const made = (await store.promisesOf(row.storeId, row.id)).find(({ id }) => id === promise);
        if (!made) return { refuse: 'E_NOT_FOUND' };
        if (made.state === state) return { done: true };
        const event = { type: 'agent.settledPromise', kind: made.kind, state, agent: seat.me } as const;
        if (made.state !== 'open' || !flow || !accepts(flow, event, clock.now())) return NOT_NOW;
        return { event, audit: seat.did('agent.settledPromise', { promise, state }) };
      }),
    ),

    extendProtection: served(ExtendProtection, (seat, { conversation, until }) =>
      seat.act(conversation, (row, flow) => {
        const refused = unlessOthers(row, seat.agent);
        if (refused) return refused;
        const ahead = until - clock.now();
        if (ahead <= 0 || ahead > PROTECTED_TO_MS) return { refuse: 'E_TIME', because: { key: 'desk:why.protectionTime' } };
        const event = { type: 'agent.extendedProtection', until, agent: seat.me } as const;
        if (!flow || !accepts(flow, event, clock.now())) return NOT_NOW;
        return { event, audit: seat.did('agent.extendedProtection', { until }) };
      }),
    ),

    close: served(Close, (seat, { conversation, outcome }) =>
      seat.act(conversation, (row, flow) => {
        const event = { type: 'agent.closed', outcome, agent: seat.me } as const;
        // Where the shopper has ended the talk, its case may still be open.
        const refused = row.status === 'closed' ? null : unlessMine(row, seat.agent);
        if (refused) return refused;
        if (row.status === 'closed' && !(flow && accepts(flow, event, clock.now()))) return { done: true };
        return { event, audit: seat.did('agent.closed', { outcome }) };
      }),
    ),

    reopen: served(OfConversation, (seat, { conversation }) =>
      seat.act(conversation, (row) => {
        if (has(row, seat.agent) && row.status === 'agent') return { done: true };
        if (row.status !== 'closed') return row.agent ? (unlessMine(row, seat.agent) ?? NOT_NOW) : NOT_NOW;
        return { event: { type: 'agent.reopened', agent: seat.me }, audit: seat.did('agent.reopened') };
      }),
    ),
  };
}

/** The same for the same words, so that what is sent again is kept once. */
function idOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
