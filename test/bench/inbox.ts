/** The agents' list: what its first page costs with few conversations and with many. In one process, on SQLite in a folder of its own. */
import { INBOX_FILTERS, type InboxFilter } from '../../protocol/inbox.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/port.ts';
import { fillInbox } from '../server/store/fill.ts';
import { shop } from '../server/store/fixtures.ts';
import { dataFolder } from '../support/servers.ts';

export type InboxTimes = Record<InboxFilter | 'counts', number>;

const PAGE = 50;
const AGENT = 'bench-agent';
const COUNTED = 1_000;
const WARM = 30;
const ROUNDS = 300;

/** Median ms of the first page of each filter, and of the counts beside them, by number of conversations. */
export async function inboxTimes(sizes: readonly number[]): Promise<InboxTimes[]> {
  const lists = await Promise.all(sizes.map(prepare));
  const times = lists.map(() => new Map<InboxFilter | 'counts', number[]>());
  // In turns, so that a busy moment of the machine falls on all of them alike.
  for (let round = 0; round < WARM + ROUNDS; round += 1)
    for (const [index, { store, storeId }] of lists.entries())
      for (const [name, ask] of questions(store, storeId)) {
        const at = performance.now();
        await ask();
        const taken = times[index];
        if (round >= WARM) taken?.set(name, [...(taken.get(name) ?? []), performance.now() - at]);
      }
  for (const list of lists) await list.close();
  return times.map((taken) => Object.fromEntries([...taken].map(([name, all]) => [name, median(all)])) as InboxTimes);
}

function questions(store: Store, storeId: string): [InboxFilter | 'counts', () => Promise<unknown>][] {
  return [
    ...INBOX_FILTERS.map((filter): [InboxFilter, () => Promise<unknown>] => [
      filter,
      () => store.inboxPage(storeId, { filter, agentId: AGENT, after: null, limit: PAGE }),
    ]),
    ['counts', () => store.inboxCounts(storeId, AGENT, COUNTED)],
  ];
}

async function prepare(count: number) {
  const folder = await dataFolder();
  const store = openSqliteStore({ path: `${folder.path}/tracewell.db` });
  const storeId = `bench-${count}`;
  await store.addShop(shop(storeId));
  await fillInbox(store, { storeId, agent: { id: AGENT, name: 'Nadia' }, count });
  return {
    store,
    storeId,
    close: async () => {
      await store.close();
      await folder.remove();
    },
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
