/** Writes the snapshots of the present version, once: `node test/flows/write-golden.ts`. What is there is never rewritten. */
import { existsSync, writeFileSync } from 'node:fs';
import { support } from '../../flows/support.ts';
import { FLOW_VERSION } from '../../flows/versions.ts';
import { TALKS } from './talks.ts';
import { begin } from './walk.ts';

for (const [name, events] of Object.entries(TALKS)) {
  const file = new URL(`./golden/v${FLOW_VERSION}-${name}.json`, import.meta.url);
  if (existsSync(file)) continue;
  const talk = begin();
  for (const event of events) talk.send(event);
  const { policy: _, closedDays: __, ...context } = talk.snapshot.context;
  writeFileSync(file, `${JSON.stringify({ ...support.getPersistedSnapshot(talk.snapshot), context }, null, 2)}\n`);
}
