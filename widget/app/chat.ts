import type { ConversationView, StoreView } from '../../protocol/conversation.ts';
import type { Refusal } from '../../protocol/errors.ts';
import type { ToPanel } from '../../protocol/frame.ts';
import type { Hello, ShopperServerEvents } from '../../protocol/shopper-events.ts';
import type { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { createActions } from './actions.ts';
import { createAnnouncer } from './announcer.ts';
import { connect } from './connection.ts';
import type { Welcome } from './connection.ts';
import { browserDevice } from './device.ts';
import type { Device } from './device.ts';
import type { Boot, Frame } from './frame.ts';
import { createHistory } from './history.ts';
import { createLanguage } from './language.ts';
import { createOutbox } from './outbox.ts';
import { createPhotos } from './photos.ts';
import type { ChatActions, ChatState } from './state.ts';
import { createTyping } from './typing.ts';
import { isNews, unreadAfter } from './unread.ts';
import type { AckOf } from './wire.ts';

type Heard = { [E in keyof ShopperServerEvents]?: Parameters<ShopperServerEvents[E]>[0] };

export interface Chat {
  /** There is an earlier conversation on this device. */
  resumes: boolean;
  get(): ChatState;
  /** Called after each change; the answer ends it. */
  subscribe(fn: () => void): () => void;
  actions: ChatActions;
}

export interface ChatOptions {
  storeKey: string;
  /** Origin of the server, which is the panel's own. */
  url: string;
  frame: Frame;
  device?: Device;
}

const SHOWN_SOON_MS = 1_500;
/** Ours; the type stops a build that lags behind the protocol, and costs the browser no import. */
const VERSION: typeof PROTOCOL_VERSION = 1;

/**
 * The conversation of one store on this device. Until the panel is shown, or there is an earlier conversation here,
 * it neither connects nor stores anything.
 */
export function createChat({ storeKey, url, frame, device = browserDevice(storeKey, url) }: ChatOptions): Chat {
  const { notes, clock } = device;
  const subscribers = new Set<() => void>();
  let boot: Boot | null = null;
  let isShown = false;
  let started = false;
  let store: StoreView | null = null;
  /** The token that the history on the screen belongs to. */
  let spoken = '';
  let toldContext = false;
  /** What the page wants to begin with, until the server has heard of it; and what of it went with a hello. */
  let flow = '';
  let greetedFlow = '';
  /** Read here, whether or not the server knows of it yet. */
  let read = 0;
  let toldSeen = 0;

  let state: ChatState = {
    phase: 'loading',
    refusal: null,
    link: 'connecting',
    store: null,
    conversation: null,
    messages: [],
    outbox: [],
    typing: null,
    phone: false,
    unread: 0,
    firstUnreadSeq: null,
    locale: device.locale,
  };

  function set(change: Partial<ChatState>) {
    state = { ...state, ...change };
    for (const fn of [...subscribers]) fn();
  }

  const connection = connect({
    open: device.openWire,
    clock,
    random: device.random,
    hasNetwork: device.hasNetwork,
    greet,
    onWelcome: (welcome) => void welcomed(welcome),
    onEvent: (event, payload) => hear({ [event]: payload }),
    onLink(link) {
      set({ link });
      listOutbox();
    },
    // Another tab may have begun anew already: only the dead one is forgotten.
    onTokenDead() {
      if (token() === spoken) setToken('');
    },
    onRefused,
  });
  const history = createHistory(connection.call, talkChanged);
  const language = createLanguage({ notes, connection, history, current: () => state.locale, show: (locale) => set({ locale }) });
  const announcer = createAnnouncer(frame.post);
  const typing = createTyping(clock, connection, (name) => set({ typing: name }));
  const photos = createPhotos(device, token);
  const outbox = createOutbox({
    ...device,
    online: () => connection.online(),
    send: (payload) => connection.call('send', payload),
    upload(row, onProgress) {
      const { done, abort } = device.upload(row, token(), onProgress);
      return {
        abort,
        done: done.then((answer) => {
          if (answer && !answer.ok && answer.code === 'E_TOKEN') connection.renew();
          return answer;
        }),
      };
    },
    onAcked(seq) {
      history.expect(seq);
      clock.after(SHOWN_SOON_MS, () => history.last() < seq && void history.catchUp());
    },
    onStored: photos.put,
    onChange: listOutbox,
  });

  // Connecting

  function start() {
    if (started) return;
    started = true;
    void outbox.load().then(() => {
      talkChanged();
      outbox.pump();
    });
    connection.start();
  }

  /** Of several tabs that begin at the same time one makes the conversation; the others find its token. */
  async function greet(send: (hello: Hello) => Promise<AckOf<'hello'> | null>): Promise<AckOf<'hello'> | null> {
    const speak = async () => {
      const used = token();
      if (used !== spoken) history.reset();
      spoken = used;
      // Told anew where it is so.
      set({ phone: false });
      const answer = await send(hello(used));
      if (answer?.ok && answer.token) setToken((spoken = answer.token));
      return answer;
    };
    return token() ? speak() : device.tabs.alone('hello', speak);
  }

  function hello(used: string): Hello {
    const locale = language.wish() || boot?.locale || device.locale;
    const languages = [boot?.locale, boot?.lang, ...device.languages].filter((one) => one !== undefined);
    greetedFlow = used ? '' : flow;
    const shared = { v: VERSION, store: storeKey, locale: locale.slice(0, 20), tz: device.tz, after: history.last() };
    return {
      ...shared,
      languages: languages.slice(0, 12).map((one) => one.slice(0, 20)),
      ...(language.chosen() && { chosen: true }),
      ...(used && { token: used }),
      ...(boot && { page: boot.page }),
      // For a conversation that goes on these are told after the hello.
      ...(greetedFlow && { flow: greetedFlow }),
      ...(!used && boot?.context && { context: boot.context }),
      ...(!used && boot?.identity && { identity: boot.identity }),
    };
  }

  async function welcomed(welcome: Welcome) {
    const { conversation } = welcome;
    store = welcome.store;
    const other = language.greeted(conversation, store, boot?.locale);
    if (boot && !welcome.token) tellContext(boot, conversation);
    toldContext = true;
    if (welcome.token && flow === greetedFlow) flow = '';
    if (!state.conversation) {
      read = conversation.seen.shopper;
      announcer.begin(welcome.token ? 0 : conversation.lastSeq, conversation);
    }
    const complete = history.begin(welcome);
    tellFlow();
    outbox.pump(true);
    await complete;
    if (isShown && state.phase !== 'ready') markFirstUnread();
    set({ phase: 'ready', refusal: null, store });
    look();
    if (other) language.switchTo(other);
  }

  function tellContext({ context, identity }: Boot, { status, case: open }: ConversationView) {
    if (toldContext) return;
    if (identity) identify(identity);
    if (context && Object.keys(context).length && status === 'bot' && !open) void connection.call('setContext', { context });
  }

  function tellFlow() {
    const told = flow;
    if (!told || !state.conversation || !connection.online()) return;
    void connection.call('startFlow', { flow: told }).then((answer) => {
      if (answer && flow === told) flow = '';
    });
  }

  function identify(identity: string) {
    void connection.call('identify', { identity }).then((answer) => {
      if (!answer || answer.ok) return;
      if (answer.code !== 'E_NOT_ALLOWED') return frame.post({ tw: 'error', code: answer.code });
      // Somebody else is signed in on this device now: they begin a talk of their own.
      if (boot) boot = { ...boot, identity };
      setToken('');
      connection.renew();
    });
  }

  function onRefused(refusal: Refusal) {
    if (refusal.code === 'E_VERSION' && device.reload(`${VERSION}`)) return;
    frame.post({ tw: 'error', code: refusal.code });
    set({ phase: 'refused', refusal: { code: refusal.code, text: refusal.text } });
  }

  // What comes

  function hear({ turn, seen, typing: types, presence, phone }: Heard) {
    if (turn) {
      if (turn.messages.some(isNews)) typing.heard(null);
      history.take(turn);
      if (store) language.turned(turn.conversation.locale);
    } else if (seen) {
      const now = history.conversation()?.seen;
      if (now) history.patch({ seen: { ...now, [seen.by]: Math.max(now[seen.by], seen.seq) } });
    } else if (types) typing.heard(types.on ? types.name : null);
    else if (phone) set({ phone: phone.here });
    else if (presence) {
      const agent = history.conversation()?.agent;
      if (agent) history.patch({ agent: { ...agent, here: presence.here } });
    }
  }

  function talkChanged() {
    const [messages, conversation] = [history.messages(), history.conversation()];
    outbox.settle(messages);
    if (conversation) read = Math.max(read, conversation.seen.shopper);
    else read = toldSeen = 0;
    set({ messages, conversation });
    look();
  }

  function listOutbox() {
    set({ outbox: outbox.list() });
  }

  /** Counts what is unread, or sees it, and lets the page know. */
  function look() {
    const { conversation } = state;
    const looking = isShown && device.isVisible();
    if (looking && state.phase === 'ready') {
      const newest = unreadAfter(state.messages, read).at(-1)?.seq;
      if (newest) read = history.last();
      if (read > Math.max(toldSeen, conversation?.seen.shopper ?? 0)) tellSeen(read);
    }
    const unread = unreadAfter(state.messages, read);
    if (unread.length !== state.unread) set({ unread: unread.length });
    if (state.phase === 'ready') announcer.tell(state, unread);
  }

  function tellSeen(seq: number) {
    if (!connection.online()) return;
    toldSeen = seq;
    void connection.call('seen', { seq }).then((answer) => {
      if (!answer?.ok && toldSeen === seq) toldSeen = 0;
    });
  }

  function markFirstUnread() {
    const first = unreadAfter(state.messages, read)[0];
    // Where nothing was ever seen all is new, and a divider on top would say nothing.
    if (first && read > 0) set({ firstUnreadSeq: first.seq });
  }

  // The page

  function fromPage(message: ToPanel) {
    switch (message.tw) {
      case 'boot':
        // The loader repeats itself until it is answered.
        if (message.flow !== boot?.flow) flow = message.flow ?? flow;
        boot = message;
        if (message.locale && !language.wish() && !state.conversation) set({ locale: message.locale });
        if (token()) start();
        break;
      case 'shown':
        actions.shown();
        break;
      case 'hidden':
        actions.hidden();
        break;
      case 'locale':
        language.ask(message.locale);
        break;
      case 'page':
        if (boot) boot = { ...boot, page: message.page };
        break;
      case 'context':
        if (connection.online()) void connection.call('setContext', { context: message.context });
        else if (boot) boot = { ...boot, context: message.context };
        break;
      case 'identity':
        if (connection.online()) return identify(message.identity);
        if (boot) boot = { ...boot, identity: message.identity };
        if (state.phase === 'refused') {
          set({ phase: 'loading', refusal: null });
          connection.start();
        }
        break;
      case 'flow':
        flow = message.flow;
        tellFlow();
        break;
    }
  }

  function token(): string {
    const noted = notes.get('token');
    return /^[\w-]{40,64}$/.test(noted) ? noted : '';
  }

  function setToken(next: string) {
    notes.set('token', next);
    device.tabs.tell('token');
    if (!next) announcer.inactive();
  }

  const actions = createActions({
    get: () => state,
    start,
    outbox,
    notes,
    typing,
    setLocale: language.choose,
    photoUrl: photos.url,
    ask: connection.call,
    shown() {
      if (isShown) return;
      isShown = true;
      start();
      markFirstUnread();
      look();
    },
    hidden() {
      isShown = false;
      set({ firstUnreadSeq: null });
    },
  });

  device.onTurn(() => {
    if (isShown && device.isVisible()) markFirstUnread();
    look();
    if (!started) return;
    if (!device.hasNetwork()) return connection.renew();
    if (!device.isVisible()) return;
    // A line that slept may be dead without knowing: asking finds out.
    if (connection.online()) void history.catchUp();
    else connection.wake();
    outbox.pump(true);
  });
  device.tabs.listen((news) => {
    if (!started) return;
    if (news === 'outbox') void outbox.refresh().then(() => outbox.pump());
    else if (news === 'token' && token() && token() !== spoken && connection.online()) connection.renew();
  });
  if (language.wish()) set({ locale: language.wish() });
  frame.on(fromPage);

  return {
    resumes: token() !== '',
    get: () => state,
    subscribe(fn) {
      subscribers.add(fn);
      return () => subscribers.delete(fn);
    },
    actions,
  };
}
