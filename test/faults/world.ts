/** The shop of these tests, and what it and the tracking answer, as the servers of these tests ask them. */
import { DatabaseSync } from 'node:sqlite';
import type { OutsideEffect } from '../../flows/effects.ts';
import type { ResultEvent } from '../../flows/events.ts';
import type { Said } from '../../protocol/shopper-events.ts';
import type { Ears } from '../../server/conversation/interpret.ts';
import { isProof } from '../../server/conversation/proof.ts';
import { demoTracking, seedDemo } from '../../server/demo/demo.ts';
import { isDoubtful } from '../../server/parcels/numbers.ts';
import { createRecordedTracking } from '../../server/providers/tracking-recorded.ts';
import type { ShopRow, Store } from '../../server/store/port.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { createUnderstanding, readUnderstanding } from '../../server/understanding/understanding.ts';
import { readResources } from '../../server/words/resources.ts';
import { createWording } from '../../server/words/words.ts';
import { replay, type Stored } from './replay.ts';

export interface TestWorld {
  shop: ShopRow;
  demoAt: number;
  /** Looks into the data while no server runs. */
  look<T>(see: (store: Store) => Promise<T>): Promise<T>;
  /** All that is stored of one conversation. */
  read(store: Store, conversationId: string): Promise<Stored>;
  /** null when the conversation is what its messages lead to; see `replay`. */
  check(stored: Stored, said: ReadonlyMap<string, Said>): Promise<string | null>;
}

export async function createWorld(dataDir: string): Promise<TestWorld> {
  const demoAt = Date.now();
  const path = `${dataDir}/tracewell.db`;
  const look: TestWorld['look'] = async (see) => {
    const store = openSqliteStore({ path });
    try {
      return await see(store);
    } finally {
      await store.close();
    }
  };
  const shop = await look((store) => seedDemo(store, { clock: { now: () => demoAt }, origins: [] }));
  const tracking = createRecordedTracking(demoTracking(demoAt));
  const understanding = createUnderstanding(readUnderstanding());
  const wording = await createWording(readResources());

  function ears(now: number): Ears {
    return {
      understand: understanding.understand,
      matchChoice: understanding.matchChoice,
      isDoubtful,
      label: (words, row) => wording.word(words, { locale: row.locale, tz: row.tz, now }),
    };
  }

  const pick = (wishes: string[]) => wording.pick(wishes, shop.settings.locales, '');

  async function answer(store: Store, effect: OutsideEffect): Promise<ResultEvent> {
    if (effect.name === 'lookUpParcel') {
      const parcel = await tracking.track(shop.id, effect.params);
      return parcel ? { type: 'parcel.found', parcel } : { type: 'parcel.notFound', number: effect.params.number };
    }
    const { params } = effect;
    const order =
      'number' in params ? await store.orderByNumber(shop.id, params.number) : await store.orderByTracking(shop.id, params.tracking);
    return order && isProof(order, params.contact) ? { type: 'order.found', order } : { type: 'order.notFound' };
  }

  async function read(store: Store, id: string): Promise<Stored> {
    const row = await store.conversation(shop.id, id);
    if (!row) throw new Error(`conversation ${id} is lost`);
    return {
      row,
      messages: await allMessages(store, shop.id, id),
      cases: await store.casesOf(shop.id, id),
      promises: await store.promisesOf(shop.id, id),
      timers: await store.timersOf(shop.id, id),
      effects: openEffects(path, id),
    };
  }

  return {
    shop,
    demoAt,
    look,
    read,
    check: (stored, said) => look((store) => replay(stored, { shop, said, ears, pick, answer: (effect) => answer(store, effect) })),
  };
}

/** Beside the port, which only hands effects out to be performed. */
function openEffects(path: string, conversationId: string): OutsideEffect[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = db.prepare('SELECT effect FROM effects WHERE conversation_id = ?').all(conversationId);
    return rows.map(({ effect }) => JSON.parse(String(effect)) as OutsideEffect);
  } finally {
    db.close();
  }
}

async function allMessages(store: Store, storeId: string, id: string) {
  const messages = await store.messages(storeId, id, 0, 1000);
  for (;;) {
    const more = await store.messages(storeId, id, messages.at(-1)?.seq ?? 0, 1000);
    if (more.length === 0) return messages;
    messages.push(...more);
  }
}
