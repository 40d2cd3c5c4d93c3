import type { ConversationView, StoreView } from '../../../protocol/conversation.ts';
import type { ErrorCode, Refusal } from '../../../protocol/errors.ts';
import type { ShownMessage } from '../../../protocol/message.ts';
import type { Hello, Send, SetLocale } from '../../../protocol/shopper-events.ts';
import type { PhotoAck, Upload } from '../../../widget/app/upload.ts';
import type { OpenWire, WireEvents } from '../../../widget/app/wire.ts';

const STORE: StoreView = { key: 'shop', name: 'Shop', color: null, locales: ['en', 'es', 'ar'], defaultLocale: 'en' };
const PAGE = 5;

interface Talk {
  token: string;
  view: ConversationView;
  messages: ShownMessage[];
}
interface Line {
  on: WireEvents;
  talk: Talk | null;
  open: boolean;
}

/** Keeps conversations as the real server does, as far as a panel can tell; and misbehaves when told to. */
export class TestServer {
  talks: Talk[] = [];
  lines: Line[] = [];
  private begun = 0;
  /** Everything that arrived, in order. */
  heard: { event: string; payload: unknown }[] = [];
  up = true;
  /** What it takes in is done, but no answer goes out. */
  mute = false;
  /** Events that are heard, and neither done nor answered. */
  silent = new Set<string>();
  /** No push goes out. */
  deaf = false;
  /** The next answers for an event, before anything is done. */
  refusals: Partial<Record<string, Refusal[]>> = {};
  uploads: { id: string; token: string; answer: (ack: PhotoAck | null) => void; progress: (part: number) => void; aborted: boolean }[] = [];

  readonly open: OpenWire = (on) => {
    const line: Line = { on, talk: null, open: true };
    this.lines.push(line);
    queueMicrotask(() => {
      if (!line.open) return;
      if (this.up) on.open();
      else on.close();
    });
    return {
      send: (event, payload, ack) => {
        if (!line.open || !this.up) return;
        this.heard.push({ event, payload: structuredClone(payload) });
        if (this.silent.has(event)) return;
        queueMicrotask(() => {
          const answer = this.refusals[event]?.shift() ?? this.answer(line, event, payload as never);
          if (!this.mute && line.open) queueMicrotask(() => line.open && ack(structuredClone(answer)));
        });
      },
      close: () => {
        line.open = false;
      },
    };
  };

  readonly upload: Upload = (row, token, progress) => {
    const upload = { id: row.id, token, answer: (_: PhotoAck | null) => {}, progress, aborted: false };
    const done = new Promise<PhotoAck | null>((resolve) => {
      upload.answer = resolve;
    });
    this.uploads.push(upload);
    return {
      done,
      abort: () => {
        upload.aborted = true;
        upload.answer(null);
      },
    };
  };

  /** All lines break. */
  cut(): void {
    for (const line of this.lines.filter((l) => l.open)) {
      line.open = false;
      line.on.close();
    }
  }

  refuse(event: string, code: ErrorCode, retryAfterMs?: number): void {
    (this.refusals[event] ??= []).push({ ok: false, code, text: `no: ${code}`, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }

  /** One committed turn by somebody else than the shopper. */
  speak(talk: Talk, text: string, from: 'bot' | 'agent' = 'bot', change: Partial<ConversationView> = {}): void {
    this.commit(talk, { id: `m-${talk.messages.length}-${text}`, from, body: { kind: 'text', text } }, change);
  }

  commit(talk: Talk, message: Omit<ShownMessage, 'seq' | 'at'>, change: Partial<ConversationView> = {}): number {
    const seq = talk.messages.length + 1;
    talk.messages.push({ ...message, seq, at: seq });
    this.change(talk, { ...change, lastSeq: seq }, [seq]);
    return seq;
  }

  change(talk: Talk, change: Partial<ConversationView>, seqs: number[] = []): void {
    talk.view = { ...talk.view, ...change };
    const messages = this.worded(talk).filter((m) => seqs.includes(m.seq));
    this.push(talk, (line) => line.on.event('turn', structuredClone({ messages, conversation: talk.view })));
  }

  push(talk: Talk, tell: (line: Line) => void): void {
    if (this.deaf) return;
    for (const line of this.lines) if (line.open && line.talk === talk) queueMicrotask(() => line.open && tell(line));
  }

  said(): Send[] {
    return this.heard.filter((h) => h.event === 'send').map((h) => h.payload as Send);
  }

  /** What came with an event, in order. */
  told<T>(event: string): T[] {
    return this.heard.filter((h) => h.event === event).map((h) => h.payload as T);
  }

  count(event: string): number {
    return this.heard.filter((h) => h.event === event).length;
  }

  talk(): Talk {
    const talk = this.talks.at(-1);
    if (!talk) throw new Error('nobody said hello');
    return talk;
  }

  begin(greeting: string[] = ['Hi']): Talk {
    const n = ++this.begun;
    const view: ConversationView = {
      id: `talk-${n}`,
      status: 'bot',
      locale: 'en',
      localeBy: 'page',
      agent: null,
      prompt: null,
      case: null,
      promises: null,
      lastSeq: 0,
      seen: { shopper: 0, agent: 0 },
    };
    const talk = { token: `${n}`.padStart(43, 't'), view, messages: [] };
    this.talks.push(talk);
    for (const text of greeting) this.speak(talk, text);
    return talk;
  }

  private answer(line: Line, event: string, p: never): unknown {
    if (event === 'hello') {
      const { token, after, locale } = p as Hello;
      const known = this.talks.find((t) => t.token === token);
      if (token !== undefined && !known) return { ok: false, code: 'E_TOKEN', text: 'gone' };
      const talk = (line.talk = known ?? this.begin());
      if (!known && locale && STORE.locales.includes(locale)) talk.view = { ...talk.view, locale };
      return { ok: true, ...(!known && { token: talk.token }), store: STORE, ...this.page(talk, after) };
    }
    const talk = line.talk;
    if (!talk) return { ok: false, code: 'E_NO_HELLO', text: '' };
    switch (event) {
      case 'send': {
        const { id, said } = p as Send;
        const seq =
          talk.messages.find((m) => m.id === id)?.seq ??
          this.commit(talk, { id, from: 'shopper', body: { kind: 'text', text: said.kind === 'text' ? said.text : said.kind } });
        return { ok: true, seq, at: seq };
      }
      case 'catchUp':
        return { ok: true, ...this.page(talk, (p as { after: number }).after) };
      case 'seen': {
        const { seq } = p as { seq: number };
        talk.view = { ...talk.view, seen: { ...talk.view.seen, shopper: seq } };
        this.push(talk, (other) => other !== line && other.on.event('seen', { by: 'shopper', seq }));
        return { ok: true };
      }
      case 'setLocale':
        this.settle(talk, p);
        return { ok: true, ...this.page(talk, 0) };
      default:
        return { ok: true };
    }
  }

  private settle(talk: Talk, { locale, chosen }: SetLocale): void {
    if (chosen) this.change(talk, { locale, localeBy: 'chosen' });
    else if (talk.view.localeBy === 'page') this.change(talk, { locale });
  }

  private page(talk: Talk, after: number) {
    const messages = this.worded(talk)
      .filter((m) => m.seq > after)
      .slice(0, PAGE);
    return { conversation: talk.view, messages, more: messages.length === PAGE };
  }

  /** The bot's texts carry their language, so that a test can see it. */
  private worded({ messages, view }: Talk): ShownMessage[] {
    return messages.map((m) =>
      m.from === 'bot' && m.body.kind === 'text' ? { ...m, body: { kind: 'text', text: `${m.body.text} [${view.locale}]` } } : m,
    );
  }
}
