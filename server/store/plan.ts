/** A Change as the statements that write it, in the order in which they can refuse it. */
import type { Reason, Step, Value } from './database.ts';
import { inboxWrite } from './inbox-statements.ts';
import { inboxValues } from './inbox.ts';
import { mailValues } from './mails.ts';
import { mailWrite } from './mails-statements.ts';
import type { Change, ConversationRow } from './port.ts';
import { HASH_DIGITS, partsOf } from './prints.ts';
import { change as sql } from './statements.ts';
import { watchValues } from './tracking.ts';
import { trackingWrite } from './tracking-statements.ts';

/** Throws when the change contradicts itself: that is a bug of its maker, and nothing may be written. */
export function planOf(change: Change): Step[] {
  assertConsistent(change);
  const { storeId, conversationId, timers } = change;
  const own = [storeId, conversationId] as const;
  const steps: Step[] = [];
  const add = (statement: string, values: Value[], otherwise: Reason | null = null) => steps.push({ sql: statement, values, otherwise });

  for (const step of conversationSteps(change)) steps.push(step);
  for (const m of change.messages) {
    add(sql.insertMessage, [...own, m.seq, m.id, m.at, m.from, jsonOrNull(m.agent), JSON.stringify(m.body)], 'duplicateMessage');
  }
  for (const id of change.settledEffects) add(sql.settleEffect, [...own, id], 'conflict');
  if (timers.fired !== null) add(sql.fireTimer, [...own, timers.fired], 'conflict');
  for (const name of timers.cancel) add(sql.cancelTimer, [...own, name]);
  for (const t of timers.set) add(sql.setTimer, [...own, t.name, t.id, JSON.stringify(t.event), t.dueAt]);
  for (const c of change.cases) {
    const about: Value[] = [c.problem, c.stage, c.remedy, c.outcome, c.finding, c.asked];
    const parcel: Value[] = [c.orderNumber, c.trackingNumber, c.openedAt, c.closedAt];
    add(sql.putCase, [storeId, c.number, conversationId, ...about, ...parcel], 'caseNumberTaken');
  }
  for (const e of change.effects) add(sql.insertEffect, [e.id, ...own, JSON.stringify(e.effect), e.createdAt, e.attempts]);
  for (const p of change.promises) add(sql.putPromise, [p.id, ...own, p.kind, p.owner, p.dueAt, p.madeAt, p.state, p.what], 'conflict');
  for (const p of change.photos) {
    add(sql.insertPhoto, [
      p.id,
      ...own,
      p.item,
      p.slot,
      p.mime,
      p.bytes,
      p.width,
      p.height,
      p.sha256,
      p.createdAt,
      JSON.stringify(p.findings),
      p.print,
    ]);
    for (const [part, value] of partsOf(p.print).entries())
      add(sql.insertPrint, [p.id, ...own, part, value, p.print?.slice(0, HASH_DIGITS) ?? '']);
  }
  for (const id of change.removedPhotos) add(sql.removePhoto, [...own, id]);
  for (const r of change.ratings) add(sql.insertRating, [...own, r.caseNumber, r.score, r.comment, r.at]);
  for (const m of change.mails) add(mailWrite.put, mailValues(m));
  for (const a of change.audit) add(sql.insertAudit, [...own, a.at, a.actor, a.action, JSON.stringify(a.detail)]);
  if (change.inbox) add(inboxWrite.put, inboxValues(change.inbox), 'conflict');
  for (const number of change.watches?.drop ?? []) add(trackingWrite.dropWatch, [conversationId, number, storeId]);
  for (const watch of change.watches?.put ?? []) add(trackingWrite.putWatch, watchValues(watch));
  return steps;
}

function assertConsistent({ storeId, conversationId, expectedVersion, conversation, messages, ...rest }: Change): void {
  const first = conversation.lastSeq - messages.length + 1;
  const numbered = messages.every((m, i) => m.seq === first + i) && first >= 1;
  if (!numbered || (expectedVersion === 0 && first !== 1))
    throw new Error('messages of a change must continue the conversation without a gap');
  if (conversation.version !== expectedVersion + 1) throw new Error('a change raises the version by one');
  if (conversation.id !== conversationId) throw new Error('a change holds its own conversation');
  const rows = [
    ...rest.effects,
    ...rest.timers.set,
    ...rest.cases,
    ...rest.promises,
    ...rest.photos,
    ...rest.mails,
    ...(rest.inbox ? [rest.inbox] : []),
    ...(rest.watches?.put ?? []),
  ];
  const foreign = rows.some((row) => row.storeId !== storeId || row.conversationId !== conversationId);
  if (foreign || conversation.storeId !== storeId) throw new Error('a change writes rows of its own conversation only');
}

function conversationSteps({ conversation: c, expectedVersion, messages }: Change): Step[] {
  const values = conversationValues(c);
  if (expectedVersion === 0) return [{ sql: sql.insertConversation, values: [...values, c.tokenHash, c.createdAt], otherwise: 'conflict' }];
  return [
    { sql: sql.updateConversation, values: [...values, expectedVersion, c.lastSeq - messages.length], otherwise: 'conflict' },
    { sql: sql.updateToken, values: [c.id, c.storeId, c.tokenHash], otherwise: null },
  ];
}

function conversationValues(c: ConversationRow): Value[] {
  return [
    ...[c.id, c.storeId, c.version, c.tokenExpiresAt, c.status, c.locale, c.tz],
    ...[jsonOrNull(c.agent), jsonOrNull(c.handOff), c.flow.version, JSON.stringify(c.flow.snapshot), jsonOrNull(c.prompt)],
    ...[c.problem, c.caseNumber, c.lastSeq, c.seenShopper, c.seenAgent, jsonOrNull(c.page), jsonOrNull(c.identity)],
    ...[c.updatedAt, c.localeBy],
  ];
}

function jsonOrNull(value: object | null | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
