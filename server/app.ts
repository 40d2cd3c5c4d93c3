/** The composition root: read top to bottom, it is the map of the server. */
import { createAdapter } from '@socket.io/redis-streams-adapter';
import Fastify, { type FastifyInstance } from 'fastify';
import { Server } from 'socket.io';
import type { Config } from './config.ts';
import { createConversations, type Conversations, type Ref } from './conversation/conversations.ts';
import { createLeftBehind } from './conversation/left-behind.ts';
import { createPerformer } from './conversation/perform.ts';
import { photoDoor } from './conversation/photos.ts';
import { createRetention } from './conversation/retention.ts';
import { createTicker } from './conversation/timers.ts';
import { createLook, type Look } from './evidence/checks/look.ts';
import { photoFile } from './evidence/door.ts';
import { createIntake } from './evidence/intake.ts';
import { evidenceRoutes } from './evidence/route.ts';
import { addressOf } from './identity/address.ts';
import { createIds } from './identity/ids.ts';
import { verifyIdentity } from './identity/jwt.ts';
import { isOurs } from './identity/origin.ts';
import { createReranker } from './inbox/rerank.ts';
import { addressKey } from './limits/address-key.ts';
import { createOwnAddress } from './links/own-address.ts';
import { createTalkLinks } from './links/talk-links.ts';
import { createFolders } from './letters/folder.ts';
import { createLetters } from './letters/letters.ts';
import { createOwnWordings } from './letters/own-wordings.ts';
import { createPrinter } from './letters/printer.ts';
import { readTemplates } from './letters/templates.ts';
import { createLimiter } from './limits/limiter.ts';
import { RULES, type Rules } from './limits/rules.ts';
import type { Log } from './log.ts';
import { createComposer } from './mail/composer.ts';
import { createOutbox } from './mail/outbox.ts';
import { createFilesDisk } from './providers/files-disk.ts';
import { isDoubtful } from './parcels/numbers.ts';
import { createOrdersOfStore } from './providers/orders-store.ts';
import { createBackoff } from './people/backoff.ts';
import { createLinks } from './people/links.ts';
import { createOutside } from './outside/fetch.ts';
import { createPasswords, type Passwords } from './people/passwords.ts';
import { createPeople } from './people/people.ts';
import { createSessions } from './people/sessions.ts';
import { createSignIn } from './people/sign-in.ts';
import { createMailSmtp } from './providers/mail-smtp.ts';
import type { Clock, FilesProvider, MailProvider, OrdersProvider, TrackingProvider } from './providers/ports.ts';
import { createAnswers } from './routes/console/answer.ts';
import { openRedis } from './redis.ts';
import { consoleRoutes } from './routes/console/console.ts';
import { refuseUnnamedRoutes } from './routes/console/gate.ts';
import { consolePages } from './routes/console/pages.ts';
import { healthRoutes } from './routes/health.ts';
import { printRoutes } from './routes/print.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { widgetRoutes } from './routes/widget.ts';
import { createShops } from './shops/shops.ts';
import { serveAgents } from './sockets/agent/agents.ts';
import { createAttendance } from './sockets/agent/attendance.ts';
import { createSessionWatch } from './sockets/agent/session-watch.ts';
import { createDelivery } from './sockets/deliver.ts';
import { createHints } from './sockets/hints.ts';
import type { AgentNamespace, ShopperNamespace } from './sockets/namespaces.ts';
import { createPhonePresence } from './sockets/phone-presence.ts';
import { createShopperPresence } from './sockets/shopper-presence.ts';
import { serveShoppers } from './sockets/shopper.ts';
import { createStaff } from './sockets/staff.ts';
import type { Store } from './store/port.ts';
import { createPoller } from './tracking/poller.ts';
import { createSecrets } from './tracking/secrets.ts';
import { createTakeNews } from './tracking/take-news.ts';
import { createSecondOpinion } from './understanding/second-opinion.ts';
import { ourUnderstanding } from './understanding/understanding.ts';
import { readResources, type Resources } from './words/resources.ts';
import { createWording } from './words/words.ts';

export interface AppDeps {
  config: Config;
  store: Store;
  log: Log;
  /** Folder of the built widget; null serves none. */
  dist: string | null;
  tracking: TrackingProvider;
  orders?: OrdersProvider;
  files?: FilesProvider;
  /** null: no letters go out. Else as the configuration says. */
  mail?: MailProvider | null;
  clock?: Clock;
  /** What is said, by language; all of `locales/` unless told. */
  words?: Resources;
  rules?: Rules;
  passwords?: Passwords;
  look?: Look;
}

export interface App {
  http: FastifyInstance;
  conversations: Conversations;
  /** Fires what is due; the server calls it each second, tests when they like. */
  tick(): Promise<void>;
  /** Deletes photos, sessions and links whose time is over; the server calls it each hour. */
  sweep(): Promise<void>;
  /** Resolves when nothing is under way: no step, no effect. */
  idle(): Promise<void>;
  /** Starts listening, takes up what a crash left behind, starts the ticker. Resolves to the port. */
  listen(): Promise<number>;
  /** Refuses new work, lets what is under way finish, closes sockets and listener. The store stays the caller's. */
  close(): Promise<void>;
}

const TICK_MS = 1_000;
const RESUME_EVERY_TICKS = 15;
const SWEEP_EVERY_TICKS = 3_600;
/** Somebody waits for it. */
const OPINION_WITHIN_MS = 2_500;
const DRAIN_MS = 8_000;
/** Well past the time in which a tracking service's event is taken in at all. */
const EVENTS_KEPT_MS = 30 * 86_400_000;

export async function createApp(deps: AppDeps): Promise<App> {
  const { config, store, log, dist, tracking } = deps;
  const clock = deps.clock ?? { now: () => Date.now() };
  const { newId, newCaseNumber } = createIds();
  let closing = false;

  // What everything else asks
  const shops = createShops({ store, clock });
  const wording = await createWording(deps.words ?? readResources());
  const understanding = ourUnderstanding();
  const opinion =
    config.opinion &&
    createSecondOpinion({
      outside: createOutside({ allow: config.outsideAllow, withinMs: OPINION_WITHIN_MS }),
      settings: config.opinion,
      log,
    });
  const limiter = createLimiter({ clock, rules: deps.rules ?? RULES });
  const orders = deps.orders ?? createOrdersOfStore(store);
  const address = createOwnAddress({ publicUrl: config.publicUrl, listening: () => ({ host: config.host, port: listeningPort() }) });
  const talkLinks = createTalkLinks({ store, shops, clock, address });
  const letters = createLetters({ store, wording, templates: readTemplates(), clock });
  const mail = deps.mail === undefined ? config.mail && createMailSmtp(config.mail) : deps.mail;
  const files = deps.files ?? (await createFilesDisk(`${config.dataDir}/photos`));

  // HTTP and sockets on one port
  const http = Fastify({
    logger: false,
    // The last hop alone is the proxy's word; what stands before it in X-Forwarded-For the client wrote itself.
    trustProxy: config.trustProxy && ((_address: string, hop: number) => hop === 0),
    bodyLimit: 64 * 1024,
    // A photo of 15 MB over a poor mobile line.
    requestTimeout: 180_000,
    connectionTimeout: 120_000,
  });
  refuseUnnamedRoutes(http);
  const io = new Server(http.server, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const from = addressOf({ address: request.socket.remoteAddress ?? '', headers: request.headers }, config.trustProxy);
      const ours = isOurs(request.headers.origin, config.publicUrl, request.headers.host);
      answer(null, ours && limiter.take('connectByAddress', addressKey(from)).ok);
    },
  });
  const redis = config.redisUrl === null ? null : await openRedis(config.redisUrl, log);
  if (redis) io.adapter(createAdapter(redis.client, { streamName: 'tracewell', sessionKeyPrefix: 'tracewell:session:' }));
  const shoppers = io.of('/shopper') as ShopperNamespace;
  const agents = io.of('/agent') as AgentNamespace;

  const spread = () => redis?.isReady() ?? false;

  // Who is there
  const staff = createStaff({ agents, store, spread, log });
  const presence = createShopperPresence({ shoppers, agents, spread, log });
  const phones = createPhonePresence({ shoppers, spread, log });
  const attendance = createAttendance({ agents, shoppers, store, staff, clock, spread, log });

  // The road: one door in; commit, then deliver and perform
  const delivery = createDelivery({ shoppers, agents, wording, clock, log, spread, connected: staff.connected });
  const hints = createHints({ agents, spread });
  const conversations: Conversations = createConversations({
    store,
    shops,
    clock,
    newId,
    newCaseNumber,
    free: staff.free,
    mails: mail !== null,
    log,
    committed: (turn) => {
      delivery.deliver(turn);
      hints.turned(turn);
      performer.perform(turn.change.effects);
      for (const id of turn.change.removedPhotos)
        void files.delete(photoFile(id)).catch((error: unknown) => log.error('photo.undeleted', { error }));
    },
  });
  const performer = createPerformer({ store, conversations: () => conversations, orders, tracking, limiter, clock, log });
  const composer = createComposer({ letters, links: talkLinks, wording, clock });
  const outbox = createOutbox({ store, shops, conversations, composer, mail, clock, log });
  const ticker = createTicker({ store, conversations, clock, log });
  const reranker = createReranker({ store, clock, changed: hints.changed });
  const leftBehind = createLeftBehind({ store, shops, conversations, connected: staff.connected, clock, log });
  const retention = createRetention({ store, files, clock, log });

  // What is printed and packed from a talk
  const folders = createFolders({ conversations, shops, store });
  const printer = createPrinter({ folders, letters, wording, clock });
  const ownWordings = createOwnWordings({ letters, store, shops, wording, clock });

  // Of a talk's papers, a shopper gets the one for their post office.
  const letterPage = async ({ ref, what }: { ref: Ref; what: string }) => (what === 'postOffice' ? printer.page(ref, what) : null);

  // News of parcels: looked for, and sent by the services
  const takeNews = createTakeNews({ store, conversations, log });
  const poller = createPoller({ store, tracking, takeNews, clock, log });

  // Who may come in at the desk
  const watch = createSessionWatch({ agents, store, staff, clock, spread });
  const sessions = createSessions({ store, clock, ended: watch.ended });
  const passwords = deps.passwords ?? createPasswords();
  const backoff = createBackoff({ clock });
  const signIn = createSignIn({ store, sessions, passwords, backoff, clock });
  const links = createLinks({ store, shops, sessions, passwords, backoff, clock, newId });
  const people = createPeople({ store, sessions, clock, newId });

  // Who comes in by it
  serveShoppers({
    shoppers,
    agents,
    conversations,
    store,
    shops,
    wording,
    delivery,
    presence,
    phones,
    links: talkLinks,
    address,
    spread,
    limiter,
    clock,
    log,
    ears: {
      understand: understanding.understand,
      matchChoice: understanding.matchChoice,
      isDoubtful,
      label: (words, row) => wording.word(words, { locale: row.locale, tz: row.tz, now: clock.now() }),
    },
    reconsider: opinion?.reconsider,
    verifyIdentity: (token, shop) => verifyIdentity(token, shop, clock),
    addressOf: (handshake) => addressOf(handshake, config.trustProxy),
    closing: () => closing,
  });
  serveAgents({
    shoppers,
    agents,
    sessions,
    conversations,
    store,
    shops,
    wording,
    letters,
    mails: mail !== null,
    delivery,
    hints,
    staff,
    presence,
    attendance,
    limiter,
    clock,
    spread,
    log,
    closing: () => closing,
  });
  await http.register(
    evidenceRoutes({
      ...photoDoor({ conversations, store, wording, clock }),
      files,
      limiter,
      intake: createIntake(),
      look: deps.look ?? createLook(),
      newId,
      clock,
      log,
      uploadsDir: `${config.dataDir}/uploads`,
    }),
  );
  await http.register(
    consoleRoutes({
      signIn,
      sessions,
      links,
      people,
      secrets: createSecrets({ store, clock }),
      shops,
      store,
      files,
      ownWordings,
      printer,
      folders,
      wording,
      clock,
      limiter,
      answers: createAnswers({ wording, clock, log }),
      locales: wording.locales,
      publicUrl: config.publicUrl,
      closing: () => closing,
    }),
  );
  await http.register(consolePages({ dist: `${dist ?? ''}/console`, shops, publicUrl: config.publicUrl }));
  if (dist !== null) await http.register(widgetRoutes({ dist: `${dist}/widget`, shops }));
  // Pages to print come with the letters; until then there are none.
  await http.register(printRoutes({ links: talkLinks, limiter, printPage: letterPage }));
  await http.register(webhookRoutes({ shops, store, takeNews, limiter, clock, log, closing: () => closing }));
  await http.register(healthRoutes({ store, closing: () => closing, clock }));

  // Socket.IO must let go first, or the listener waits for its connections for ever.
  http.addHook('preClose', async () => {
    io.local.disconnectSockets(true);
    await io.close();
  });

  // Each in a loop of its own: a slow one holds no other up, and whoever signs out is out at once.
  const loops = new Set<NodeJS.Timeout>();
  function eachSecond(work: (ticks: number) => Promise<void>, ticks = 1): void {
    const timer = setTimeout(() => {
      loops.delete(timer);
      void work(ticks)
        .catch((error: unknown) => log.error('tick.failed', { error }))
        .then(() => {
          if (!closing) eachSecond(work, ticks + 1);
        });
    }, TICK_MS);
    loops.add(timer);
  }

  async function fireDue(): Promise<void> {
    await ticker.tick();
    await leftBehind.giveBack();
    await reranker.rerank();
  }

  async function lookAround(): Promise<void> {
    await staff.refresh();
    await attendance.mark();
  }

  async function tick(): Promise<void> {
    await watch.check();
    await lookAround();
    await fireDue();
    await outbox.post();
    await poller.poll();
  }

  async function sweep(): Promise<void> {
    await retention.sweep();
    await store.sweepSessions(clock.now());
    await store.sweepTalkLinks(clock.now());
    await store.sweepTakenIn(clock.now() - EVENTS_KEPT_MS);
  }

  function listeningPort(): number {
    const bound = http.server.address();
    return typeof bound === 'object' && bound !== null ? bound.port : config.port;
  }

  async function idle(): Promise<void> {
    // A step starts effects, an effect's result is a step.
    do await conversations.idle();
    while (await performer.idle());
    await outbox.idle();
  }

  return {
    http,
    conversations,
    tick,
    sweep,
    idle,
    listen: async () => {
      await performer.resume();
      await http.listen({ port: config.port, host: config.host });
      eachSecond(watch.check);
      eachSecond(lookAround);
      eachSecond(outbox.post);
      eachSecond(poller.poll);
      eachSecond(async (ticks) => {
        await fireDue();
        if (ticks % RESUME_EVERY_TICKS === 0) await performer.resume();
        if (ticks % SWEEP_EVERY_TICKS === 1) await sweep();
      });
      return listeningPort();
    },
    close: async () => {
      closing = true;
      for (const timer of loops) clearTimeout(timer);
      await Promise.race([idle(), new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref())]);
      mail?.close?.();
      await http.close();
      await redis?.letGo();
    },
  };
}
