import type { DefaultEventsMap, Socket } from 'socket.io';
import type { ErrorCode } from '../../protocol/errors.ts';
import {
  CatchUp,
  Hello,
  Identify as IdentifyPayload,
  OpenLetter,
  PhoneLink,
  Seen,
  Send,
  SetContext,
  SetLocale,
  StartFlow,
  Typing,
  type ShopperClientEvents,
  type ShopperServerEvents,
} from '../../protocol/shopper-events.ts';
import { PROBLEMS, type Problem } from '../../protocol/case.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import type { PageEvent } from '../../flows/events.ts';
import type { Conversations, Loaded, Ref } from '../conversation/conversations.ts';
import type { Decide, Incoming } from '../conversation/incoming.ts';
import { type Ears, interpret } from '../conversation/interpret.ts';
import { asked } from '../conversation/language.ts';
import { Refused } from '../errors.ts';
import type { VerifiedIdentity, Verified } from '../identity/jwt.ts';
import { hashToken, newToken } from '../identity/tokens.ts';
import { addressKey } from '../limits/address-key.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Log } from '../log.ts';
import type { OwnAddress } from '../links/own-address.ts';
import { qrCode } from '../links/qr.ts';
import type { TalkLinks } from '../links/talk-links.ts';
import type { Clock } from '../providers/ports.ts';
import { greetingOf } from '../shops/greeting.ts';
import { storeView } from '../shops/view.ts';
import type { Shops } from '../shops/shops.ts';
import type { ShopRow, Store } from '../store/port.ts';
import type { SecondOpinion } from '../understanding/second-opinion.ts';
import type { Heard } from '../understanding/understanding.ts';
import type { Viewer, Wording } from '../words/words.ts';

import type { Delivery } from './deliver.ts';
import { agentsRoom, type AgentNamespace, phoneRoom, shopperRoom, type ShopperNamespace } from './namespaces.ts';
import { type Gate, on } from './on.ts';
import type { PhonePresence } from './phone-presence.ts';
import type { ShopperPresence } from './shopper-presence.ts';
import { type Spread, toAll } from './spread.ts';
import { conversationView, page } from './view.ts';

const TOKEN_LIFE_MS = 180 * 86_400_000;
/** A socket that never says hello holds memory for nothing. */
const HELLO_WITHIN_MS = 10_000;

export interface ShopperDeps {
  shoppers: ShopperNamespace;
  agents: AgentNamespace;
  conversations: Conversations;
  store: Store;
  shops: Shops;
  wording: Wording;
  ears: Ears;
  delivery: Delivery;
  presence: ShopperPresence;
  phones: PhonePresence;
  links: TalkLinks;
  /** Where browsers reach us. */
  address: OwnAddress;
  spread: Spread;
  /** Another's opinion of what was heard. */
  reconsider?: SecondOpinion['reconsider'] | undefined;
  verifyIdentity: (token: string, shop: ShopRow) => Promise<Verified>;
  limiter: Limiter;
  /** The shopper's own address, also behind a proxy that is trusted. */
  addressOf: (handshake: Socket['handshake']) => string;
  clock: Clock;
  log: Log;
  closing: () => boolean;
}

interface Session {
  ref: Ref;
  shop: ShopRow;
  /** A phone that came in by a link. */
  isPhone: boolean;
}

/** What a hello leads to; `token`: a new one, of a new talk or of a further device. */
interface Entered {
  loaded: Loaded;
  token?: string;
  isNew: boolean;
}

type ShopperSocket = Socket<ShopperClientEvents, ShopperServerEvents, DefaultEventsMap, object>;

export function serveShoppers(deps: ShopperDeps): void {
  deps.shoppers.on('connection', (socket) => {
    serve(socket, deps);
  });
}

function serve(socket: ShopperSocket, deps: ShopperDeps): void {
  const { agents, conversations, store, shops, wording, ears, delivery, presence, phones, links, spread, limiter, clock, log } = deps;
  let session: Session | null = null;
  let locale = 'en';
  const address = addressKey(deps.addressOf(socket.handshake));
  // Let in by `isOurs`.
  const { origin } = socket.handshake.headers;
  const late = setTimeout(() => socket.disconnect(true), HELLO_WITHIN_MS);
  late.unref();
  socket.on('disconnect', () => {
    clearTimeout(late);
    if (!session) return;
    void presence.left(session.ref.conversationId);
    if (session.isPhone) void phones.left(session.ref.conversationId);
  });

  const gate: Gate = {
    allow: () => limiter.take('eventBySocket', socket.id),
    closing: deps.closing,
    word: (code: ErrorCode, because) => wording.text({ locale, tz: 'UTC', now: clock.now() }, because?.key ?? `error:${code}`, because?.p),
    log,
  };

  on(socket, gate, 'hello', Hello, async (hello) => {
    if (hello.v !== PROTOCOL_VERSION) throw new Refused('E_VERSION');
    const shop = await shops.byKey(hello.store);
    if (!shop) throw new Refused('E_NO_STORE');
    locale = spoken(shop, [hello.locale, ...(hello.languages ?? [])]);
    const identity = await identityOf(hello.identity, shop);
    const { loaded, token, isNew } = await enter(hello, shop, identity);
    const { id } = loaded.row;
    session = { ref: { storeId: shop.id, conversationId: id }, shop, isPhone: await isPhone(loaded, token ?? hello.token ?? '') };
    clearTimeout(late);
    deps.address.reached(id, origin);
    await socket.join(session.isPhone ? [shopperRoom(id), phoneRoom(id)] : shopperRoom(id));
    presence.came(id);
    if (hello.chosen) await keepChoice(loaded, shop, hello.locale);
    await meetPhones(session);
    if (isNew) await firstWords(session.ref, hello, identity);
    return { ...(token !== undefined && { token }), store: storeView(shop, wording.locales), ...(await current(hello.after)) };
  });

  on(socket, gate, 'send', Send, async ({ id, said }) => {
    const { ref } = entered();
    allow(['messageByVisitor', ref.conversationId], ['messageByAddress', address], ['messageByStore', ref.storeId]);
    const shop = (await shops.byId(ref.storeId)) ?? entered().shop;
    let opinion: Promise<Heard> | undefined;
    let following: string | undefined;
    const decide: Decide = async (row) => {
      if (shop.settings.identityRequired && row.identity === null) return { refuse: 'E_IDENTITY_REQUIRED' };
      // A foreign photo is answered like one that is gone already: nothing happens.
      if (said.kind === 'removePhoto' && !(await ownsPhoto(ref, said.photoId))) return { event: null };
      const incoming = interpret(id, said, row, ears, (wishes) => offered(shop, wishes));
      if (!('refuse' in incoming) && incoming.event?.type === 'shopper.said' && row.status === 'bot' && deps.reconsider) {
        const { event } = incoming;
        // Asked once, though the step may be tried again.
        opinion ??= deps.reconsider(event.text, ears.understand(event.text, { locale: row.locale }));
        incoming.event = { ...event, understood: await opinion };
      }
      following = 'refuse' in incoming ? undefined : incoming.patch?.locale;
      return triesAnOrder(incoming) && !limiter.take('orderByAddress', address).ok ? { refuse: 'E_RATE' } : incoming;
    };
    const outcome = await conversations.handle(ref, decide, id);
    if (!outcome.ok) throw new Refused(outcome.code);
    locale = following ?? locale;
    return { seq: outcome.seq, at: outcome.at };
  });

  on(socket, gate, 'catchUp', CatchUp, ({ after }) => current(after));

  on(socket, gate, 'seen', Seen, async ({ seq }) => {
    const { ref } = entered();
    await conversations.seen(ref, 'shopper', seq);
    toAll(agents, spread).to(agentsRoom(ref.conversationId)).emit('seen', { conversation: ref.conversationId, by: 'shopper', seq });
    socket.to(shopperRoom(ref.conversationId)).emit('seen', { by: 'shopper', seq });
    return {};
  });

  on(socket, gate, 'typing', Typing, (typing) => {
    const { ref } = entered();
    toAll(agents, spread).to(agentsRoom(ref.conversationId)).emit('typing', { conversation: ref.conversationId, on: typing.on });
    return {};
  });

  on(socket, gate, 'setLocale', SetLocale, async (wish) => {
    const { ref, shop } = entered();
    const wanted = offered(shop, [wish.locale]);
    if (wanted === '') throw new Refused('E_BAD_PAYLOAD');
    await switchTo(ref, { locale: wanted, chosen: wish.chosen === true });
    return current(0);
  });

  on(socket, gate, 'setContext', SetContext, async ({ context }) => {
    const { ref } = entered();
    if (context.email !== undefined) allow(['orderByAddress', address]);
    await tell(ref, { type: 'page.gave', ...context });
    return {};
  });

  on(socket, gate, 'startFlow', StartFlow, async ({ flow }) => {
    const problem = problemNamed(flow);
    if (!problem) throw new Refused('E_BAD_PAYLOAD');
    await tell(entered().ref, { type: 'page.startedFlow', problem });
    return {};
  });

  on(socket, gate, 'openLetter', OpenLetter, async ({ letter }) => {
    const { ref } = entered();
    allow(['letterByVisitor', ref.conversationId]);
    const { url } = await links.create(ref, 'print', letter);
    return { url };
  });

  on(socket, gate, 'identify', IdentifyPayload, async (given) => {
    const { ref, shop } = entered();
    allow(['identifyByVisitor', ref.conversationId]);
    const identity = await identityOf(given.identity, shop);
    const outcome = await conversations.handle(ref, (row) => {
      // Another person at the same device: what the first one said is not theirs to read.
      if (row.identity && row.identity.sub !== identity?.sub) return { refuse: 'E_NOT_ALLOWED' };
      return { event: pageGave(identity), patch: { identity: known(identity) } };
    });
    if (!outcome.ok) throw new Refused(outcome.code);
    return {};
  });

  on(socket, gate, 'phoneLink', PhoneLink, async () => {
    const { ref } = entered();
    allow(['phoneLinkByVisitor', ref.conversationId], ['phoneLinkByAddress', address]);
    const { url, expiresAt } = await links.create(ref, 'phone', undefined, origin);
    return { url, qr: qrCode(url), expiresAt, lifeMs: expiresAt - clock.now() };
  });

  function allow(...wanted: Parameters<Limiter['takeAll']>[0]): void {
    const taken = limiter.takeAll(wanted);
    if (!taken.ok) throw new Refused('E_RATE', taken.retryAfterMs);
  }

  /** Of these, most wanted first, what the shop offers and there are words in; else nothing. */
  function offered(shop: ShopRow, wishes: (string | undefined)[]): string {
    return wording.pick(wishes, storeView(shop, wording.locales).locales, '');
  }

  /** Where none of theirs is offered, the shop's first. */
  function spoken(shop: ShopRow, wishes: (string | undefined)[]): string {
    return offered(shop, [...wishes, shop.settings.defaultLocale, ...shop.settings.locales]) || 'en';
  }

  async function switchTo(ref: Ref, wish: { locale: string; chosen: boolean }): Promise<void> {
    const outcome = await conversations.handle(ref, (row) => {
      const patch = asked(wish, row);
      return patch ? { event: null, patch } : { done: true };
    });
    if (!outcome.ok) throw new Refused(outcome.code);
  }

  /** Chosen on this device before, or where an answer was lost: it is theirs in this talk too, if it is what the talk is in. */
  async function keepChoice({ row }: Loaded, shop: ShopRow, wish: string | undefined): Promise<void> {
    if (row.localeBy === 'chosen' || row.locale !== offered(shop, [wish])) return;
    await switchTo({ storeId: row.storeId, conversationId: row.id }, { locale: row.locale, chosen: true });
  }

  function entered(): Session {
    if (!session) throw new Refused('E_NO_HELLO');
    return session;
  }

  async function enter(hello: Hello, shop: ShopRow, identity: VerifiedIdentity | null): Promise<Entered> {
    if (hello.link !== undefined) return enterByLink(hello.link, shop);
    if (hello.token !== undefined) {
      const row = await store.conversationByToken(shop.id, hashToken(hello.token), clock.now());
      const loaded = row && (await conversations.view({ storeId: shop.id, conversationId: row.id }));
      if (!loaded) throw new Refused('E_TOKEN');
      if (identity && loaded.row.identity && loaded.row.identity.sub !== identity.sub) throw new Refused('E_TOKEN');
      locale = loaded.row.locale;
      return { loaded, isNew: false };
    }
    if (shop.settings.identityRequired && !identity) throw new Refused('E_IDENTITY_REQUIRED');
    allow(['beginByAddress', address]);
    if (hello.context?.email !== undefined) allow(['orderByAddress', address]);
    const token = newToken();
    const loaded = await conversations.begin(shop, {
      tokenHash: hashToken(token),
      tokenExpiresAt: clock.now() + TOKEN_LIFE_MS,
      locale,
      localeBy: hello.chosen === true && offered(shop, [hello.locale]) === locale ? 'chosen' : 'page',
      tz: knownZone(hello.tz),
      page: hello.page ?? null,
      identity: known(identity),
    });
    return { loaded, token, isNew: true };
  }

  async function enterByLink(link: NonNullable<Hello['link']>, shop: ShopRow): Promise<Entered> {
    allow(['linkByAddress', address]);
    const taken = await links.enter(shop.id, link);
    const loaded = taken && (await conversations.view(taken.ref));
    if (!loaded) throw new Refused('E_LINK', undefined, { key: 'error:talkLink' });
    locale = loaded.row.locale;
    return { loaded, token: taken.token, isNew: false };
  }

  /** Only a token that is not the talk's own can be a phone's. */
  async function isPhone({ row }: Loaded, token: string): Promise<boolean> {
    const hash = hashToken(token);
    return row.tokenHash !== hash && (await store.device(row.storeId, hash, clock.now()))?.kind === 'phone';
  }

  async function meetPhones({ ref, isPhone: arrived }: Session): Promise<void> {
    if (arrived) phones.came(ref.conversationId);
    else if (await phones.isHere(ref.conversationId)) socket.emit('phone', { here: true });
  }

  // What the page already knows spares the shopper a question.
  async function firstWords(ref: Ref, hello: Hello, identity: VerifiedIdentity | null): Promise<void> {
    const problem = problemNamed(hello.flow);
    if (hello.context) await tell(ref, { type: 'page.gave', ...hello.context });
    const gave = pageGave(identity);
    if (gave) await tell(ref, gave);
    if (problem) await tell(ref, { type: 'page.startedFlow', problem });
  }

  async function tell(ref: Ref, event: PageEvent): Promise<void> {
    const outcome = await conversations.handle(ref, () => ({ event }));
    if (!outcome.ok) throw new Refused(outcome.code);
  }

  async function ownsPhoto({ storeId, conversationId }: Ref, photoId: string): Promise<boolean> {
    return (await store.photo(storeId, photoId))?.conversationId === conversationId;
  }

  async function identityOf(token: string | undefined, shop: ShopRow): Promise<VerifiedIdentity | null> {
    if (token === undefined) return null;
    const verified = await deps.verifyIdentity(token, shop);
    if (verified.ok) return verified.identity;
    log.info('identity.refused', { store: shop.id, reason: verified.reason });
    throw new Refused('E_IDENTITY');
  }

  async function current(after: number) {
    const { ref, shop } = entered();
    const loaded = await conversations.view(ref);
    if (!loaded) throw new Refused('E_NOT_FOUND');
    ({ locale } = loaded.row);
    const greeting = greetingOf(((await shops.byId(ref.storeId)) ?? shop).settings, locale);
    const viewer: Viewer = { locale, tz: loaded.row.tz, now: clock.now() };
    return {
      conversation: conversationView(loaded, wording, viewer, delivery.agentHere(loaded.row), greeting),
      ...(await page(store, loaded.row, after, wording, viewer)),
    };
  }
}

/** The names of embed's `startFlow`: `missing-items`, `in-transit`, `customs` … */
function problemNamed(flow: string | undefined): Problem | undefined {
  return PROBLEMS.find((problem) => problem === flow?.replace('missing-items', 'missing').replaceAll('-', '_'));
}

function triesAnOrder(incoming: Incoming | { refuse: ErrorCode }): boolean {
  if ('refuse' in incoming || !incoming.event) return false;
  const { event } = incoming;
  return event.type === 'shopper.gaveOrder' || (event.type === 'shopper.said' && event.understood.contact !== null);
}

function known(identity: VerifiedIdentity | null): { sub: string; email?: string } | null {
  return identity && { sub: identity.sub, ...(identity.email !== undefined && { email: identity.email }) };
}

function pageGave(identity: VerifiedIdentity | null): PageEvent | null {
  if (!identity || (identity.email === undefined && identity.order === undefined)) return null;
  return {
    type: 'page.gave',
    ...(identity.email !== undefined && { email: identity.email }),
    ...(identity.order !== undefined && { order: identity.order }),
  };
}

function knownZone(tz: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tz }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
