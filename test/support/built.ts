import { join } from 'node:path';
import { buildAll } from '../../server/build.ts';
import { ROOT } from './command.ts';

/** Before the first browser test: what the browser will be served is built from the sources as they are now. */
export async function setup(): Promise<void> {
  await buildAll({ outDir: builtFolder() });
}

/** Where the tests find the built widget. `TEST_DIST` names another place than the product's own. */
export function builtFolder(): string {
  return process.env.TEST_DIST || join(ROOT, 'dist');
}
