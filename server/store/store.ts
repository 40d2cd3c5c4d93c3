/** The port, built once for both databases. */
import type { Database, Step } from './database.ts';
import { planOf } from './plan.ts';
import type { Store } from './port.ts';
import type { Row } from './rows.ts';
import {
  toAgent,
  toCase,
  toConversation,
  toEffect,
  toMessage,
  toOrder,
  toPhoto,
  toPromise,
  toShop,
  toTimer,
  toTokenOwner,
} from './rows.ts';
import { claimEffects, read, write } from './statements.ts';

export function createStore(database: Database): Store {
  const { all, transact } = database;
  const one = async <T>(rows: Promise<Row[]>, map: (row: Row) => T): Promise<T | null> => {
    const [row] = await rows;
    return row === undefined ? null : map(row);
  };
  const many = async <T>(rows: Promise<Row[]>, map: (row: Row) => T): Promise<T[]> => (await rows).map(map);
  const run = async (...steps: Step[]): Promise<void> => void (await transact(steps));
  const claim = claimEffects(database.skipLocked);

  return {
    async commit(change) {
      const reason = await transact(planOf(change));
      return reason === null ? { ok: true } : { ok: false, reason };
    },

    addShop: (s) => run(step(write.addShop, s.id, s.key, JSON.stringify(s.settings), s.identitySecret, s.createdAt, s.updatedAt)),
    shopByKey: (key) => one(all(read.shopByKey, [key]), toShop),
    shopById: (id) => one(all(read.shopById, [id]), toShop),
    shops: () => many(all(read.shops, []), toShop),
    saveSettings: (storeId, settings, at) => run(step(write.saveSettings, storeId, JSON.stringify(settings), at)),

    conversation: (storeId, id) => one(all(read.conversation, [storeId, id]), toConversation),
    conversationByToken: (storeId, hash, now) => one(all(read.conversationByToken, [storeId, hash, now]), toConversation),
    ownerOfToken: (hash, now) => one(all(read.ownerOfToken, [hash, now]), toTokenOwner),
    messages: (storeId, id, after, limit) => many(all(read.messages, [storeId, id, after, limit]), toMessage),
    messageById: (storeId, id, messageId) => one(all(read.messageById, [storeId, id, messageId]), toMessage),
    markSeen: (storeId, id, by, seq) => run(step(by === 'shopper' ? write.seenByShopper : write.seenByAgent, storeId, id, seq)),
    casesOf: (storeId, id) => many(all(read.casesOf, [storeId, id]), toCase),
    promisesOf: (storeId, id) => many(all(read.promisesOf, [storeId, id]), toPromise),
    timersOf: (storeId, id) => many(all(read.timersOf, [storeId, id]), toTimer),

    dueTimers: (now, limit) => many(all(read.dueTimers, [now, limit]), toTimer),
    async nextTimerAt() {
      const [row] = await all(read.nextTimerAt, []);
      return row === undefined || row.at === null ? null : Number(row.at);
    },
    async claimEffects(now, leaseMs, limit) {
      const claimed = await many(database.returning(claim, [now, now + leaseMs, limit]), toEffect);
      // Rows come back in any order; the oldest is to be done first.
      return claimed.sort((a, b) => a.createdAt - b.createdAt);
    },

    async putOrders(storeId, orders) {
      // One order of locking for everybody, so that two imports at once never wait for each other in a circle.
      const sorted = [...orders].sort((a, b) => (a.number < b.number ? -1 : 1));
      await run(
        ...sorted.flatMap((order) => [
          step(write.putOrder, storeId, order.number, order.placedAt, JSON.stringify(order)),
          step(write.clearTrackings, storeId, order.number),
          ...order.parcels.map((parcel) => step(write.putTracking, storeId, parcel.number, order.number)),
        ]),
      );
    },
    orderByNumber: (storeId, number) => one(all(read.orderByNumber, [storeId, number]), toOrder),
    orderByTracking: (storeId, tracking) => one(all(read.orderByTracking, [storeId, tracking]), toOrder),

    photo: (storeId, photoId) => one(all(read.photo, [storeId, photoId]), toPhoto),
    photosOf: (storeId, id) => many(all(read.photosOf, [storeId, id]), toPhoto),
    outdatedPhotos: (storeId, before, limit) => many(all(read.outdatedPhotos, [storeId, before, limit]), toPhoto),
    deletePhoto: (storeId, photoId) => run(step(write.deletePhoto, storeId, photoId)),

    addAgent: (a) => run(step(write.addAgent, a.id, a.storeId, a.name, a.email, a.role, Number(a.disabled))),
    addAgentSession: (s) => run(step(write.addAgentSession, s.tokenHash, s.agentId, s.storeId, s.expiresAt)),
    agentBySession: (tokenHash, now) => one(all(read.agentBySession, [tokenHash, now]), toAgent),

    async ping() {
      await all(read.ping, []);
    },
    close: () => database.close(),
  };
}

function step(sql: string, ...values: Step['values']): Step {
  return { sql, values, otherwise: null };
}
