/**
 * One conversation as it is open on the desk: a stretch of its messages without a gap, up to the newest, and the case beside it.
 * A `turn` that does not fit is a hint to ask.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { StepView } from '../../../protocol/agent-events.ts';
import type { ConversationView } from '../../../protocol/conversation.ts';
import type { DeskView, NoteView } from '../../../protocol/desk.ts';
import type { Face } from '../../../protocol/inbox.ts';
import type { ShownMessage } from '../../../protocol/message.ts';
import { WireRefusal, type Wire } from '../../shared/wire.ts';
import { wordsOf } from '../refusal.ts';

export interface TalkView {
  id: string;
  /** `gone`: not there, or not ours to see. */
  phase: 'loading' | 'ready' | 'failed' | 'gone';
  problem: string | null;
  conversation: ConversationView | null;
  desk: DeskView | null;
  steps: readonly StepView[];
  /** By `seq`, without a gap, up to the newest that is known. */
  messages: readonly ShownMessage[];
  loadingOlder: boolean;
  /** The shopper types. */
  typing: boolean;
  /** When the shopper's panel closed while we looked. */
  leftAt: number | null;
}

export interface Talk {
  readonly view: ReadonlySignal<TalkView>;
  /** What came before the first message that is here. */
  older(): void;
  /** Everything up to here is in front of somebody's eyes. */
  seen(seq: number): void;
  /** The desk again, now: something was done. */
  refresh(): Promise<void>;
  /** Shows the floor as it will be when what was just asked for is done. Returns how to take that back. */
  assume(status: ConversationView['status'], agent: Face | null): () => void;
  reload(): void;
  /** A message as the shopper reads it. */
  original(seq: number): Promise<ShownMessage>;
  /** A note that was acknowledged, or taken back. */
  addNote(note: NoteView): void;
  dropNote(id: string): void;
  close(): void;
}

export interface TalkOptions {
  wire: Wire;
  id: string;
  now?: () => number;
}

/** The server's page. */
const PAGE = 100;
/** Of a long talk this much is shown at first. */
const NEWEST = 60;
const SETTLE_MS = 250;
/** "Is writing" that nobody took back. */
const TYPING_MS = 8_000;

export function createTalk({ wire, id, now = Date.now }: TalkOptions): Talk {
  const view = signal<TalkView>({ ...EMPTY, id });
  let told = 0;
  let closed = false;
  let filling = false;
  /** Something was said while the talk was being opened: perhaps after its page was read. */
  let overheard = false;
  let waitsForLine = wire.state.peek() !== 'open';
  let settle: ReturnType<typeof setTimeout> | undefined;
  let typed: ReturnType<typeof setTimeout> | undefined;

  const set = (part: Partial<TalkView>) => {
    if (!closed) view.value = { ...view.value, ...part };
  };
  const last = () => view.value.messages.at(-1)?.seq ?? 0;

  async function begin(): Promise<void> {
    if (wire.state.peek() === 'connecting') return;
    try {
      let answer = await wire.ask('open', { conversation: id, after: 0 });
      const { lastSeq } = answer.conversation;
      // A long talk begins at its end; what came before is asked for when it is looked for.
      if (answer.more && lastSeq > PAGE) answer = await wire.ask('open', { conversation: id, after: Math.max(0, lastSeq - NEWEST) });
      set({ ...partOf(answer), phase: 'ready', problem: null, messages: answer.messages });
      if (answer.more || overheard) void fill();
      overheard = false;
    } catch (error) {
      const gone = error instanceof WireRefusal && error.code === 'E_NOT_FOUND';
      set({ phase: gone ? 'gone' : 'failed', problem: wordsOf(error) });
    }
  }

  /** Asks for what came after the last that is here, until nothing is missing. */
  async function fill(): Promise<void> {
    if (filling || closed) return;
    filling = true;
    try {
      let more = true;
      while (more) {
        const answer = await wire.ask('open', { conversation: id, after: last() });
        set(partOf(answer));
        append(answer.messages);
        more = answer.more;
      }
    } catch {
      // The line went; when it is back, `fill` is called again.
    } finally {
      filling = false;
    }
  }

  function append(messages: readonly ShownMessage[]): boolean {
    const fresh = messages.filter((message) => message.seq > last());
    if (fresh.length === 0) return true;
    if (fresh[0]?.seq !== last() + 1) return false;
    set({ messages: [...view.value.messages, ...fresh], ...(fresh.some(isShoppers) && { typing: false }) });
    return true;
  }

  async function askDesk(): Promise<void> {
    clearTimeout(settle);
    try {
      const { desk, steps } = await wire.ask('desk', { conversation: id });
      set({ desk, steps });
    } catch {
      // What is shown stays until the next turn, or until the line is back.
    }
  }

  function refreshSoon(): void {
    clearTimeout(settle);
    settle = setTimeout(() => void askDesk(), SETTLE_MS);
  }

  const withDesk = (change: (desk: DeskView) => DeskView) => {
    const { desk } = view.value;
    if (desk) set({ desk: change(desk) });
  };
  const addNote = (note: NoteView) =>
    withDesk((desk) => ({ ...desk, notes: [...desk.notes.filter((one) => one.id !== note.id), note].sort((a, b) => a.at - b.at) }));
  const dropNote = (note: string) => withDesk((desk) => ({ ...desk, notes: desk.notes.filter((one) => one.id !== note) }));

  const stops = [
    wire.on('turn', ({ conversation, messages }) => {
      if (conversation.id !== id) return;
      overheard ||= view.value.phase === 'loading';
      if (view.value.phase !== 'ready') return;
      const before = view.value.conversation;
      if (before === null || conversation.lastSeq >= before.lastSeq) set({ conversation: withSeen(conversation, before) });
      if (!append(messages)) void fill();
      // Who has the floor decides what may be done, so it is not waited for.
      if (before?.status !== conversation.status || before.agent?.name !== conversation.agent?.name) void askDesk();
      else refreshSoon();
    }),
    wire.on('typing', ({ conversation, on }) => {
      if (conversation !== id) return;
      clearTimeout(typed);
      set({ typing: on });
      if (on) typed = setTimeout(() => set({ typing: false }), TYPING_MS);
    }),
    wire.on('seen', ({ conversation, by, seq }) => {
      const before = view.value.conversation;
      if (conversation !== id || !before || before.seen[by] >= seq) return;
      set({ conversation: { ...before, seen: { ...before.seen, [by]: seq } } });
    }),
    wire.on('presence', ({ conversation, here }) => {
      if (conversation !== id) return;
      withDesk((desk) => ({ ...desk, shopper: { ...desk.shopper, here } }));
      set({ leftAt: here ? null : now(), ...(!here && { typing: false }) });
    }),
    wire.on('note', ({ conversation, note }) => {
      if (conversation === id) addNote(note);
    }),
    wire.on('noteRemoved', ({ conversation, id: note }) => {
      if (conversation === id) dropNote(note);
    }),
    wire.state.subscribe((state) => {
      if (state !== 'open') waitsForLine = true;
      if (state !== 'open' || !waitsForLine) return;
      waitsForLine = false;
      if (view.value.phase === 'ready') void fill();
      else void begin();
    }),
  ];
  if (!waitsForLine) void begin();

  return {
    view,
    addNote,
    dropNote,
    refresh: askDesk,
    assume(status, agent) {
      const { conversation: before, desk } = view.value;
      if (!before || !desk) return () => undefined;
      const conversation = { ...before, status, agent: agent && { name: agent.name, initials: agent.initials, here: true } };
      set({ conversation, desk: { ...desk, agent } });
      return () => {
        // What the server has said since is newer than what was assumed.
        if (view.value.conversation === conversation) set({ conversation: before });
        withDesk((now) => (now.agent === agent ? { ...now, agent: desk.agent } : now));
      };
    },
    older() {
      const { messages, loadingOlder, phase } = view.value;
      const first = messages[0]?.seq ?? 1;
      if (first <= 1 || loadingOlder || phase !== 'ready') return;
      set({ loadingOlder: true });
      wire.ask('open', { conversation: id, after: Math.max(0, first - 1 - PAGE) }).then(
        (answer) => {
          const here = view.value.messages;
          const before = answer.messages.filter((message) => message.seq < (here[0]?.seq ?? 1));
          set({ loadingOlder: false, messages: [...before, ...here] });
        },
        () => set({ loadingOlder: false }),
      );
    },
    seen(seq) {
      const known = Math.max(told, view.value.conversation?.seen.agent ?? 0);
      if (seq <= known || view.value.phase !== 'ready') return;
      told = seq;
      wire.ask('seen', { conversation: id, seq }).catch(() => {
        told = Math.min(told, known);
      });
    },
    reload() {
      set({ phase: 'loading', problem: null });
      void begin();
    },
    original: (seq) => wire.ask('original', { conversation: id, seq }).then(({ message }) => message),
    close() {
      closed = true;
      clearTimeout(settle);
      clearTimeout(typed);
      for (const stop of stops) stop();
      wire.ask('leave', { conversation: id }).catch(() => undefined);
    },
  };
}

const EMPTY: Omit<TalkView, 'id'> = {
  phase: 'loading',
  problem: null,
  conversation: null,
  desk: null,
  steps: [],
  messages: [],
  loadingOlder: false,
  typing: false,
  leftAt: null,
};

function partOf(answer: { conversation: ConversationView; desk: DeskView; steps: StepView[] }) {
  return { conversation: answer.conversation, desk: answer.desk, steps: answer.steps };
}

function isShoppers(message: ShownMessage): boolean {
  return message.from === 'shopper';
}

/** How far somebody has read is told apart from turns, and never goes back: a turn may know less of it. */
function withSeen(now: ConversationView, before: ConversationView | null): ConversationView {
  if (!before) return now;
  const seen = { shopper: Math.max(now.seen.shopper, before.seen.shopper), agent: Math.max(now.seen.agent, before.seen.agent) };
  return { ...now, seen };
}
