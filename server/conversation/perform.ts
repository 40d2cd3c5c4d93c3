/**
 * Carries out committed effects and brings their results back in by the one door. An effect is a row until the step
 * that took its result is durable, so a crash in between only means that it is asked again.
 */
import type { OutsideEffect } from '../../flows/effects.ts';
import type { ResultEvent } from '../../flows/events.ts';
import { unreachable } from '../errors.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Log } from '../log.ts';
import type { Clock, OrdersProvider, TrackingProvider } from '../providers/ports.ts';
import type { EffectRow, Store } from '../store/port.ts';
import type { Conversations } from './conversations.ts';
import { isProof } from './proof.ts';

const LEASE_MS = 30_000;

export function createPerformer(deps: {
  store: Store;
  conversations: () => Conversations;
  orders: OrdersProvider;
  tracking: TrackingProvider;
  limiter: Limiter;
  clock: Clock;
  log: Log;
}) {
  const { store, conversations, orders, tracking, limiter, clock, log } = deps;
  const underWay = new Map<string, Promise<void>>();

  /** Starts the effects of a commit; does not wait for them. */
  function perform(effects: EffectRow[]): void {
    for (const row of effects) {
      if (underWay.has(row.id)) continue;
      underWay.set(
        row.id,
        carryOut(row).finally(() => underWay.delete(row.id)),
      );
    }
  }

  /** Takes up what a crash or another node left behind. */
  async function resume(): Promise<void> {
    perform(await store.claimEffects(clock.now(), LEASE_MS, 100));
  }

  async function carryOut(row: EffectRow): Promise<void> {
    const ref = { storeId: row.storeId, conversationId: row.conversationId };
    let event: ResultEvent;
    try {
      event = await result(row);
    } catch (error) {
      log.warn('effect.failed', { effect: row.effect.name, conversation: row.conversationId, error });
      event = { type: 'effect.failed', effect: row.effect.name };
    }
    const outcome = await conversations().handle(ref, () => ({ event, settles: row.id }));
    // Not found: another node has brought the same result in.
    if (!outcome.ok && outcome.code !== 'E_NOT_FOUND') log.warn('effect.unsettled', { effect: row.effect.name, code: outcome.code });
  }

  async function result({ storeId, conversationId, effect }: EffectRow): Promise<ResultEvent> {
    switch (effect.name) {
      case 'lookUpOrder':
        return findOrder(storeId, conversationId, effect.params);
      case 'lookUpParcel': {
        const parcel = await tracking.track(storeId, effect.params);
        return parcel ? { type: 'parcel.found', parcel } : { type: 'parcel.notFound', number: effect.params.number };
      }
      default:
        return unreachable(effect);
    }
  }

  /** A wrong contact, an unknown number and too many guesses get one and the same answer. */
  async function findOrder(
    storeId: string,
    conversationId: string,
    asked: Extract<OutsideEffect, { name: 'lookUpOrder' }>['params'],
  ): Promise<ResultEvent> {
    const name = 'number' in asked ? asked.number : asked.tracking;
    const allowed = [limiter.take('orderByVisitor', conversationId), limiter.take('orderByNumber', `${storeId}:${name.toLowerCase()}`)];
    const order = await ('number' in asked ? orders.byNumber(storeId, asked.number) : orders.byTracking(storeId, asked.tracking));
    const proven = isProof(order, asked.contact);
    if (order && proven && allowed.every((one) => one.ok)) return { type: 'order.found', order };
    return { type: 'order.notFound' };
  }

  /** Resolves when nothing is under way: to whether something was. */
  async function idle(): Promise<boolean> {
    const waits = underWay.size > 0;
    while (underWay.size > 0) await Promise.all(underWay.values());
    return waits;
  }

  return { perform, resume, idle };
}
