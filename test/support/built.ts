import { buildAll } from '../../server/build.ts';

/** Before the first browser test: what the browser will be served is built from the sources as they are now. */
export async function setup(): Promise<void> {
  await buildAll();
}
