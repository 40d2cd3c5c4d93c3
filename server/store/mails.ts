/** Letters and notices on their way out. */
import type { Row } from './columns.ts';
import { json, orNull, text, whole, wholeOrNull } from './columns.ts';
import type { Database, Value } from './database.ts';
import { claimMails, mailRead, mailWrite } from './mails-statements.ts';
import type { MailRow, Store } from './port.ts';
import { queriesOf, step } from './queries.ts';

type MailMethods = Pick<Store, 'claimMails' | 'settleMail' | 'postponeMail' | 'mailsOf' | 'sweepMails'>;

export function mailMethods(database: Database): MailMethods {
  const { many, run, touched } = queriesOf(database);
  const claim = claimMails(database.skipLocked);

  return {
    async claimMails(now, leaseMs, limit) {
      const claimed = (await database.returning(claim, [now, now + leaseMs, limit])).map(toMail);
      // Rows come back in any order; what was said first is told first.
      return claimed.sort((a, b) => a.createdAt - b.createdAt);
    },
    settleMail: (mail, { state, why, throughSeq, at }) => touched(mailWrite.settle, ...asClaimed(mail), state, why, throughSeq, at),
    postponeMail: (mail, dueAt) => touched(mailWrite.postpone, ...asClaimed(mail), dueAt),
    mailsOf: (storeId, id) => many(toMail, mailRead.ofTalk, storeId, id),
    sweepMails: (before) => run(step(mailWrite.sweep, before)),
  };
}

/** As `put` takes it. */
export function mailValues(m: MailRow): Value[] {
  const about: Value[] = [m.letter, JSON.stringify(m.facts), m.afterSeq, m.throughSeq, m.state, m.why];
  return [m.id, m.storeId, m.conversationId, ...about, m.createdAt, m.dueAt, m.attempts, m.settledAt];
}

function asClaimed({ id, storeId, attempts }: MailRow): Value[] {
  return [id, storeId, attempts];
}

function toMail(r: Row): MailRow {
  return {
    id: text(r.id),
    storeId: text(r.store_id),
    conversationId: text(r.conversation_id),
    letter: text(r.letter),
    facts: json(r.facts),
    afterSeq: whole(r.after_seq),
    throughSeq: whole(r.through_seq),
    state: text(r.state),
    why: orNull(r.why),
    createdAt: whole(r.created_at),
    dueAt: whole(r.due_at),
    attempts: whole(r.attempts),
    settledAt: wholeOrNull(r.settled_at),
  };
}
