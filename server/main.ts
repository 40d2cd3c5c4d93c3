/** Environment -> app -> listen -> drain. */
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { type Demo, startDemo } from './demo/start.ts';
import { openLog } from './log-open.ts';
import { createRecordedTracking } from './providers/tracking-recorded.ts';
import type { TrackingProvider } from './providers/ports.ts';
import { openStore } from './store/open.ts';

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
    tracking: trackingOf({ demo, recorded: createRecordedTracking({ folder: `${config.dataDir}/tracking` }) }),
  });
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop();
    });

  const port = await app.listen();
  const address = (await demo?.listen(port)) ?? config.publicUrl ?? `http://localhost:${port}`;
  console.log(demo ? `\n  Tracewell is ready. Try the demo shop:\n\n    ${address}\n` : `\n  Tracewell is ready at ${address}\n`);
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

/** Answers recorded as files in the data folder, for every shop; the demo shop has its own. */
function trackingOf({ demo, recorded }: { demo: Demo | null; recorded: TrackingProvider }): TrackingProvider {
  return { track: (storeId, query) => (demo?.shopId === storeId ? demo.tracking : recorded).track(storeId, query) };
}
