/**
 * The whole server in a process of its own, to be killed. It loads its code and then waits by IPC for a `Start`, so that
 * the next one can stand ready while this one works; answers with its port when it listens.
 */
import { createApp } from '../../server/app.ts';
import { demoTracking } from '../../server/demo/demo.ts';
import { createLog } from '../../server/log.ts';
import { createRecordedTracking } from '../../server/providers/tracking-recorded.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { ROOMY } from './roomy.ts';

export interface Start {
  /** Outlives the process. */
  dataDir: string;
  /** How far the server's clock runs ahead of the machine's, so that time can pass while it is down. */
  offsetMs: number;
  /** Recorded tracking is as it was then. */
  demoAt: number;
  /** The tracking service never answers. */
  mute: boolean;
}

process.once('message', (start: Start) => void run(start));
process.on('disconnect', () => process.exit(1));

async function run({ dataDir, offsetMs, demoAt, mute }: Start): Promise<void> {
  const clock = { now: () => Date.now() + offsetMs };
  const store = openSqliteStore({ path: `${dataDir}/tracewell.db` });
  const app = await createApp({
    config: {
      port: 0,
      storefrontPort: 0,
      host: '127.0.0.1',
      dataDir,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: null,
      mail: null,
      demo: true,
      trustProxy: false,
      outsideAllow: [],
      trackingUrls: { afterShip: 'https://aftership.invalid', seventeenTrack: 'https://17track.invalid' },
      opinion: null,
      logLevel: 'warn',
    },
    store,
    clock,
    log: createLog({ level: 'warn', clock, write: (line) => void process.stderr.write(line), secret: 'faults' }),
    dist: null,
    tracking: mute ? { track: () => new Promise<null>(() => undefined) } : createRecordedTracking(demoTracking(demoAt)),
    rules: ROOMY,
  });
  process.send?.({ port: await app.listen() });
  process.on('SIGTERM', () => void stop());

  async function stop(): Promise<void> {
    await app.close();
    await store.close();
    process.exit(0);
  }
}
