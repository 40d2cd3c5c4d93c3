/** Watched parcels, what tracking services sent, and the keys of outside services. */
import type { Row } from './columns.ts';
import { orNull, text, whole, wholeOrNull } from './columns.ts';
import type { Database, Value } from './database.ts';
import { audit } from './people.ts';
import type { Store, WatchRow } from './port.ts';
import { queriesOf, step } from './queries.ts';
import { claimWatches, trackingRead, trackingWrite } from './tracking-statements.ts';

type TrackingMethods = Pick<
  Store,
  | 'watchesOf'
  | 'watchesOn'
  | 'claimWatches'
  | 'moveWatch'
  | 'endWatch'
  | 'hasTakenIn'
  | 'markTakenIn'
  | 'lastTakenIn'
  | 'sweepTakenIn'
  | 'secret'
  | 'secretsOf'
  | 'putSecret'
>;

export function trackingMethods(database: Database): TrackingMethods {
  const { one, many, run } = queriesOf(database);
  const claim = claimWatches(database.skipLocked);

  return {
    watchesOf: (storeId, id) => many(toWatch, trackingRead.watchesOf, storeId, id),
    watchesOn: (storeId, number) => many(toWatch, trackingRead.watchesOn, storeId, number),
    async claimWatches(now, leaseMs, limit) {
      return (await database.returning(claim, [now, now + leaseMs, limit])).map(toWatch);
    },
    moveWatch: (claimed, { nextAt, tries }) => run(step(trackingWrite.moveWatch, ...claimOf(claimed), nextAt, tries)),
    endWatch: (claimed) => run(step(trackingWrite.endWatch, ...claimOf(claimed))),

    hasTakenIn: async (storeId, provider, eventId) => (await one((row) => row, trackingRead.takenIn, storeId, provider, eventId)) !== null,
    markTakenIn: (storeId, provider, eventId, at) => run(step(trackingWrite.markTakenIn, storeId, provider, eventId, at)),
    lastTakenIn: (storeId) => one((row) => wholeOrNull(row.at), trackingRead.lastTakenIn, storeId),
    sweepTakenIn: (before) => run(step(trackingWrite.sweepTakenIn, before)),

    secret: (storeId, name) => one((row) => text(row.value), trackingRead.secret, storeId, name),
    secretsOf: (storeId) => many((row) => ({ name: text(row.name), setAt: whole(row.updated_at) }), trackingRead.secretsOf, storeId),
    putSecret: (storeId, name, value, done) =>
      run(
        value === null ? step(trackingWrite.removeSecret, storeId, name) : step(trackingWrite.putSecret, storeId, name, value, done.at),
        audit(storeId, done),
      ),
  };
}

/** As `putWatch` takes it. */
export function watchValues(w: WatchRow): Value[] {
  return [w.conversationId, w.number, w.storeId, w.carrier, w.seen, w.tries, w.nextAt, w.untilAt];
}

function claimOf(w: WatchRow): Value[] {
  return [w.conversationId, w.number, w.storeId, w.nextAt];
}

function toWatch(r: Row): WatchRow {
  return {
    conversationId: text(r.conversation_id),
    storeId: text(r.store_id),
    number: text(r.number),
    carrier: orNull(r.carrier),
    seen: orNull(r.seen),
    tries: whole(r.tries),
    nextAt: whole(r.next_at),
    untilAt: whole(r.until_at),
  };
}
