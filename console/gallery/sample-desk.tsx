import { useState } from 'preact/hooks';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { DeskView } from '../../protocol/desk.ts';
import type { Face, InboxItem } from '../../protocol/inbox.ts';
import type { ShownMessage } from '../../protocol/message.ts';
import type { Me } from '../../protocol/people.ts';
import { keepTime } from '../shared/clock.ts';
import { go, keepRoute } from '../shared/router.ts';
import type { AnswerTo, LineState } from '../shared/wire.ts';
import { Frame } from '../shell/frame.tsx';
import { createSession } from '../shell/session.ts';
import { fakeWire, type FakeWire } from './fake-wire.ts';
import { conversation, COUNTS, desk, inboxItems, MAYA, mayasTalk, ME, NADIA, NOW, RITA, STEPS, TOM } from './samples.ts';

export interface Sample {
  me?: Partial<Me['agent']>;
  items?: InboxItem[];
  /** Open beside the list; null: none is. */
  open?: string | null;
  conversation?: Partial<ConversationView>;
  desk?: Partial<DeskView>;
  messages?: ShownMessage[];
  line?: LineState;
  /** Moves on once it is drawn. */
  then?: (wire: FakeWire) => void;
  /** Instead of the usual answers. */
  answers?: Parameters<typeof fakeWire>[0];
}

/** The whole console at work over samples. Tests find the line's other end at `window.wire`. */
export function SampleDesk({ sample }: { sample: Sample }) {
  const [{ wire, session, me }] = useState(() => begin(sample));
  return <Frame session={session} me={me} line={wire} />;
}

function begin(sample: Sample) {
  const wire = { ...fakeWire({ ...answersOf(sample), ...sample.answers }, sample.line), renew: () => undefined };
  const me: Me = { ...ME, agent: { ...ME.agent, ...sample.me } };
  const session = createSession({ fetch: () => new Promise(() => undefined), url: '', connect: () => wire });
  session.enter(me);
  keepTime();
  keepRoute();
  go({ page: 'inbox', filter: 'all', conversation: sample.open === undefined ? MAYA : sample.open }, { replace: true });
  Object.assign(window, { wire });
  if (sample.then) whenOpen(wire, sample.then);
  return { wire, session, me };
}

function whenOpen(wire: FakeWire, then: (wire: FakeWire) => void): void {
  const isOpen = wire.asked.some(({ event }) => event === 'open');
  requestAnimationFrame(() => (isOpen ? then(wire) : whenOpen(wire, then)));
}

function answersOf(sample: Sample): Parameters<typeof fakeWire>[0] {
  const items = sample.items ?? inboxItems();
  const messages = sample.messages ?? mayasTalk();
  // Who has the floor changes as it is asked for.
  let floor: Pick<ConversationView, 'status' | 'agent'> | null = null;
  let agent: DeskView['agent'] | undefined;
  const hand = (status: ConversationView['status'], to: Face | null) => {
    floor = { status, agent: to && { name: to.name, initials: to.initials, here: true } };
    agent = to;
    return { ok: true as const };
  };
  const view = () => conversation({ lastSeq: messages.at(-1)?.seq ?? 0, ...sample.conversation, ...floor });
  const file = () => desk({ ...sample.desk, ...(agent !== undefined && { agent }) });
  let seq = messages.at(-1)?.seq ?? 0;
  return {
    inbox: ({ after, limit }) => {
      const from = Number(after ?? 0);
      const next = from + limit < items.length ? String(from + limit) : null;
      return {
        ok: true,
        items: items.slice(from, from + limit),
        next,
        counts: { ...COUNTS, all: Math.min(1000, items.length) },
        viewing: items
          .slice(0, 5)
          .flatMap(({ id }, at) =>
            at === 0 ? [{ conversation: id, agents: [TOM] }] : at === 4 ? [{ conversation: id, agents: [RITA, TOM] }] : [],
          ),
      };
    },
    inboxItems: ({ ids }) => ({ ok: true, items: items.filter(({ id }) => ids.includes(id)), counts: COUNTS }),
    find: () => ({ ok: true, items: items.slice(0, 2) }),
    open: ({ after }) => ({
      ok: true,
      conversation: view(),
      desk: file(),
      steps: STEPS,
      messages: messages.filter((message) => message.seq > after).slice(0, 100),
      more: messages.filter((message) => message.seq > after).length > 100,
    }),
    desk: () => ({ ok: true, desk: file(), steps: STEPS }),
    take: () => hand('agent', NADIA),
    reopen: () => hand('agent', NADIA),
    giveBack: () => hand('bot', null),
    release: () => hand('waiting', null),
    close: () => hand('closed', null),
    say: () => ({ ok: true, seq: ++seq, at: NOW }),
    original: ({ seq: wanted }) =>
      ({ ok: true, message: messages.find((message) => message.seq === wanted) ?? messages[0] }) as AnswerTo<'original'>,
  };
}
