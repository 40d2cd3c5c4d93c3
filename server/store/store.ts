/** The port, built once for both databases. */
import { claimMethods } from './claims.ts';
import type { Database } from './database.ts';
import { inboxMethods } from './inbox.ts';
import { linkMethods } from './links.ts';
import { letterTextMethods } from './letter-texts.ts';
import { mailMethods } from './mails.ts';
import { audit, peopleMethods } from './people.ts';
import { planOf } from './plan.ts';
import type { Store } from './port.ts';
import { printMethods } from './prints.ts';
import { queriesOf, step } from './queries.ts';
import { toCase, toConversation, toEffect, toMessage, toOrder, toPhoto, toPromise, toShop, toTimer } from './rows.ts';
import { claimEffects, read, write } from './statements.ts';
import { trackingMethods } from './tracking.ts';

export function createStore(database: Database): Store {
  const { all, transact } = database;
  const { one, many, run } = queriesOf(database);
  const claim = claimEffects(database.skipLocked);

  return {
    async commit(change) {
      const reason = await transact(planOf(change));
      return reason === null ? { ok: true } : { ok: false, reason };
    },

    addShop: (s) => run(step(write.addShop, s.id, s.key, JSON.stringify(s.settings), s.identitySecret, s.createdAt, s.updatedAt)),
    shopByKey: (key) => one(toShop, read.shopByKey, key),
    shopById: (id) => one(toShop, read.shopById, id),
    shops: () => many(toShop, read.shops),
    saveSettings: (storeId, settings, at) => run(step(write.saveSettings, storeId, JSON.stringify(settings), at)),
    async changeSettings(storeId, version, settings, at, done) {
      // A version is a moment, and must be another one even where the clock stood still or was set back.
      const values = [storeId, JSON.stringify(settings), Math.max(at, version + 1), version];
      const changed = { sql: write.changeSettings, values, otherwise: 'changed' as const };
      return (await transact([changed, audit(storeId, done)])) === null;
    },

    conversation: (storeId, id) => one(toConversation, read.conversation, storeId, id),
    messages: (storeId, id, after, limit) => many(toMessage, read.messages, storeId, id, after, limit),
    messageById: (storeId, id, messageId) => one(toMessage, read.messageById, storeId, id, messageId),
    markSeen: (storeId, id, by, seq) => run(step(by === 'shopper' ? write.seenByShopper : write.seenByAgent, id, storeId, seq)),
    casesOf: (storeId, id) => many(toCase, read.casesOf, storeId, id),
    promisesOf: (storeId, id) => many(toPromise, read.promisesOf, storeId, id),
    timersOf: (storeId, id) => many(toTimer, read.timersOf, storeId, id),

    dueTimers: (now, limit) => many(toTimer, read.dueTimers, now, limit),
    async nextTimerAt() {
      const [row] = await all(read.nextTimerAt, []);
      return row === undefined || row.at === null ? null : Number(row.at);
    },
    async claimEffects(now, leaseMs, limit) {
      const claimed = (await database.returning(claim, [now, now + leaseMs, limit])).map(toEffect);
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
    orderByNumber: (storeId, number) => one(toOrder, read.orderByNumber, storeId, number),
    orderByTracking: (storeId, tracking) => one(toOrder, read.orderByTracking, storeId, tracking),

    photo: (storeId, photoId) => one(toPhoto, read.photo, storeId, photoId),
    photosOf: (storeId, id) => many(toPhoto, read.photosOf, storeId, id),
    outdatedPhotos: (storeId, before, limit) => many(toPhoto, read.outdatedPhotos, storeId, before, limit),
    deletePhoto: (storeId, photoId) => run(step(write.deletePhoto, storeId, photoId)),

    ...printMethods(database),
    ...peopleMethods(database),
    ...inboxMethods(database),
    ...linkMethods(database),
    ...letterTextMethods(database),
    ...claimMethods(database),
    ...mailMethods(database),
    ...trackingMethods(database),

    async ping() {
      await all(read.ping, []);
    },
    close: () => database.close(),
  };
}
