/** The product itself, its whole road, on SQLite in a folder of its own. Only the limits are opened: one machine sends it all. */
import { startApp } from '../support/app.ts';

const { url } = await startApp({ clock: { now: () => Date.now(), advance: () => undefined }, config: { logLevel: 'error' } });
process.send?.({ port: Number(new URL(url).port) });
process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  globalThis.gc?.();
  process.send?.('collected');
});
