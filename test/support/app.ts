/** The whole server in this process, on a free port and a data folder of its own, with time in the test's hand. */
import { type App, createApp } from '../../server/app.ts';
import { demoTracking, seedDemo } from '../../server/demo/demo.ts';
import type { Config } from '../../server/config.ts';
import { createLook, LOOK_LIMITS } from '../../server/evidence/checks/look.ts';
import { RULES, type Rules } from '../../server/limits/rules.ts';
import { createLog } from '../../server/log.ts';
import type { Passwords } from '../../server/people/passwords.ts';
import { createRecordedTracking } from '../../server/providers/tracking-recorded.ts';
import type { MailProvider, TrackingProvider } from '../../server/providers/ports.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { ShopRow, Store } from '../../server/store/port.ts';
import type { Resources } from '../../server/words/resources.ts';
import { type TestClock, testClock } from './clock.ts';
import { dataFolder } from './servers.ts';

export interface TestApp {
  app: App;
  store: Store;
  shop: ShopRow;
  clock: TestClock;
  /** `http://127.0.0.1:PORT` */
  url: string;
  dataDir: string;
  /** All that was logged, lines of JSON. */
  log: string[];
  close(): Promise<void>;
}

export interface TestAppOptions {
  clock?: TestClock;
  tracking?: TrackingProvider;
  rules?: Partial<Rules>;
  dist?: string | null;
  /** Exact origins of the pages that may embed the panel. */
  origins?: string[];
  store?: (dataDir: string) => Promise<Store> | Store;
  config?: Partial<Config>;
  passwords?: Passwords;
  mail?: MailProvider | null;
  /** What is said, in place of the texts of `locales/`. */
  words?: Resources;
}

/** Nothing of the limits gets into a test's way unless it asks for them. */
const ROOMY = Object.fromEntries(Object.keys(RULES).map((kind) => [kind, { burst: 1e9, refillMs: 1 }])) as Rules;

export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? testClock();
  const folder = await dataFolder();
  const store = await (options.store ?? ((dir) => openSqliteStore({ path: `${dir}/tracewell.db` })))(folder.path);
  const shop = await seedDemo(store, { clock, origins: options.origins ?? ['http://localhost:3001'] });
  const log: string[] = [];
  const app = await createApp({
    config: {
      port: 0,
      storefrontPort: 0,
      host: '127.0.0.1',
      dataDir: folder.path,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: null,
      mail: null,
      demo: true,
      trustProxy: false,
      outsideAllow: [],
      trackingUrls: { afterShip: 'https://aftership.invalid', seventeenTrack: 'https://17track.invalid' },
      opinion: null,
      logLevel: 'debug',
      ...options.config,
    },
    store,
    clock,
    log: createLog({ level: 'debug', clock, write: (line) => void log.push(line), secret: 'test' }),
    dist: options.dist ?? null,
    tracking: options.tracking ?? createRecordedTracking(demoTracking(clock.now())),
    rules: { ...ROOMY, ...options.rules },
    ...(options.mail !== undefined && { mail: options.mail }),
    ...(options.words && { words: options.words }),
    // However busy the machine, a test's photo is looked at to the end.
    look: createLook({ ...LOOK_LIMITS, timeoutMs: 60_000 }),
    ...(options.passwords && { passwords: options.passwords }),
  });
  const port = await app.listen();
  return {
    app,
    store,
    shop,
    clock,
    url: `http://127.0.0.1:${port}`,
    dataDir: folder.path,
    log,
    close: async () => {
      await app.close();
      await store.close();
      await folder.remove();
    },
  };
}
