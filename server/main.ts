/** Environment -> app -> listen -> drain. */
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { addDemoAgent } from './demo/agent.ts';
import { type Demo, startDemo } from './demo/start.ts';
import { createIds } from './identity/ids.ts';
import { openLog } from './log-open.ts';
import { linkAddress } from './people/new-link.ts';
import { createPasswords } from './people/passwords.ts';
import { setUpToken } from './people/set-up.ts';
import { welcomeText } from './people/welcome.ts';
import { createOutside } from './outside/fetch.ts';
import { createRecordedTracking } from './providers/tracking-recorded.ts';
import type { Clock, TrackingProvider } from './providers/ports.ts';
import { createShops } from './shops/shops.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/port.ts';
import { createTrackingOfShops } from './tracking/tracking-of-shops.ts';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

try {
  await run();
} catch (error) {
  // What its owner can set right is said in one sentence; anything else with all that is known of it.
  console.error(error instanceof ConfigError ? error.message : isTaken(error) ? `Port ${error.port} is taken: choose another.` : error);
  process.exit(1);
}

function isTaken(error: unknown): error is Error & { port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}

async function run(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const clock = { now: () => Date.now() };
  const log = openLog(config.logLevel, clock);
  const store = await openStore({ dataDir: config.dataDir, ...(config.databaseUrl !== null && { databaseUrl: config.databaseUrl }) });
  const demo = config.demo ? await startDemo({ config, store, clock }) : null;
  const app = await createApp({
    config,
    store,
    log,
    dist: DIST,
    clock,
    tracking: trackingOf({ config, store, demo, clock }),
  });
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop();
    });

  const port = await app.listen();
  const host = config.publicUrl ?? `http://localhost:${port}`;
  const storefront = (await demo?.listen(port)) ?? null;
  console.log(welcomeText({ host, storefront, ...(await firstSteps({ store, demo, clock, host })) }));
  log.info('server.ready', { port });

  async function stop(): Promise<void> {
    log.info('server.draining');
    await demo?.close();
    await app.close();
    await store.close();
    log.info('server.stopped');
    process.exit(0);
  }
}

/** On a server without any people: the link that makes the first owner, and with the demo somebody who answers its shoppers. */
async function firstSteps(deps: { store: Store; demo: Demo | null; clock: Clock; host: string }) {
  const { store, demo, clock, host } = deps;
  const { newId } = createIds();
  const token = await setUpToken(store, demo?.shopId ?? (await onlyShop(store)), { newId, now: clock.now() });
  if (token === null) return { agent: null, setUp: null };
  const agent = demo && (await addDemoAgent(store, demo.shopId, { passwords: createPasswords(), newId, clock }));
  return { agent, setUp: linkAddress(host, token) };
}

/** Where a shop was added before its people it is theirs; with none, or several, the first owner makes one more. */
async function onlyShop(store: Store): Promise<string | null> {
  const [shop, ...others] = await store.shops();
  return shop && others.length === 0 ? shop.id : null;
}

/** Each shop's own service. Without one: answers recorded as files in the data folder, and for the demo shop its scenes. */
function trackingOf({ config, store, demo, clock }: { config: Config; store: Store; demo: Demo | null; clock: Clock }): TrackingProvider {
  const shops = createShops({ store, clock });
  const files = createRecordedTracking({ folder: `${config.dataDir}/tracking` });
  return createTrackingOfShops({
    settings: async (storeId) => (await shops.byId(storeId))?.settings ?? null,
    store,
    outside: createOutside({ allow: config.outsideAllow }),
    urls: config.trackingUrls,
    recorded: { track: (storeId, query) => (demo?.shopId === storeId ? demo.tracking : files).track(storeId, query) },
    clock,
  });
}
