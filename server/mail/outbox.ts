/**
 * Sends what turns have put into `mails`, once its time has come and where it was not read in the chat first. A row is leased while one node
 * works on it and settled when the mail server has taken it: a crash in between sends it at most once more, under the same Message-ID.
 */
import { createHash } from 'node:crypto';
import type { FlowContext } from '../../flows/context.ts';
import type { LetterId } from '../../protocol/letters.ts';
import type { Message } from '../../protocol/message.ts';
import type { Conversations, Loaded } from '../conversation/conversations.ts';
import { thaw } from '../conversation/runner.ts';
import type { Rendered } from '../letters/letters.ts';
import type { Log } from '../log.ts';
import { type Clock, type MailProvider, MailRefused } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { MailRow, MailWhy, ShopRow, Store } from '../store/port.ts';
import { addressOf } from './address.ts';
import { isReceipt, isSaid } from './rows.ts';

const MINUTE_MS = 60_000;
/** Longer than a batch takes with a mail server that hangs. */
const LEASE_MS = 10 * MINUTE_MS;
const BATCH = 20;
/** After the first try, the second and so on; then it is given up. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS];
/** As many as a mail holds, and as many again that are not worth one. */
const MOST_MESSAGES = 200;

/** What a mail is made of, but for what stands in the outbox itself. */
export interface About extends Loaded {
  shop: ShopRow;
  context: FlowContext | null;
}
export interface Composer {
  notice(about: About, messages: Message[]): Promise<Rendered>;
  letter(about: About, letter: LetterId, facts: MailRow['facts']): Promise<Rendered>;
}

type End = { state: 'sent'; throughSeq?: number } | { state: 'dropped' | 'failed'; why: MailWhy };

export function createOutbox(deps: {
  store: Store;
  shops: Shops;
  conversations: Conversations;
  composer: Composer;
  /** null: none are sent. */
  mail: MailProvider | null;
  clock: Clock;
  log: Log;
}) {
  const { store, shops, conversations, composer, mail, clock, log } = deps;
  let running: Promise<void> | null = null;

  /** Sends all that is due now. Calls that overlap share one run. */
  function post(): Promise<void> {
    running ??= postDue().finally(() => {
      running = null;
    });
    return running;
  }

  async function postDue(): Promise<void> {
    for (;;) {
      const due = await store.claimMails(clock.now(), LEASE_MS, BATCH);
      // One after the other in a talk, so that the second knows what the first has told.
      const talks = new Set(due.map(({ conversationId }) => conversationId));
      await Promise.all([...talks].map((talk) => inTurn(due.filter(({ conversationId }) => conversationId === talk))));
      if (due.length < BATCH) return;
    }
  }

  async function inTurn(rows: MailRow[]): Promise<void> {
    for (const row of rows) await carryOut(row);
  }

  async function carryOut(row: MailRow): Promise<void> {
    const about = { letter: row.letter, conversation: row.conversationId, attempts: row.attempts };
    let end: End;
    try {
      end = await endOf(row);
    } catch (error) {
      const pauseMs = PAUSES_MS[row.attempts - 1];
      if (!(error instanceof MailRefused) && pauseMs !== undefined) {
        log.warn('mail.unsent', { ...about, error });
        await store.postponeMail(row, clock.now() + pauseMs).catch(leftToLease);
        return;
      }
      log.error('mail.failed', { ...about, error });
      end = { state: 'failed', why: error instanceof MailRefused ? 'refused' : 'unsent' };
    }
    if (end.state === 'sent') log.info('mail.sent', about);
    await settle(row, end).catch(leftToLease);
  }

  async function endOf(row: MailRow): Promise<End> {
    if (mail === null) return { state: 'dropped', why: 'off' };
    // Crashes count as tries, or one that kills the server would do so for ever.
    if (row.attempts > PAUSES_MS.length + 1) return { state: 'failed', why: 'unsent' };
    const about = await aboutOf(row);
    const to = about && addressOf(about.row, about.context);
    if (!about || to === null) return { state: 'dropped', why: 'noAddress' };
    if (!isReceipt(row) && about.row.seenShopper >= row.throughSeq) return { state: 'dropped', why: 'read' };

    const messages = row.letter === 'notice' ? await untold(row, about) : [];
    if (row.letter === 'notice' && messages.length === 0) return { state: 'dropped', why: 'told' };
    const composed = row.letter === 'notice' ? await composer.notice(about, messages) : await composer.letter(about, row.letter, row.facts);
    const { name } = about.shop.settings;
    await mail.send({ ...composed, to, fromName: name, messageId: row.id, thread: threadOf(row) });
    const throughSeq = messages.at(-1)?.seq;
    return { state: 'sent', ...(throughSeq !== undefined && { throughSeq }) };
  }

  async function aboutOf({ storeId, conversationId }: MailRow): Promise<About | null> {
    const [shop, loaded] = await Promise.all([shops.byId(storeId), conversations.view({ storeId, conversationId })]);
    if (!shop || !loaded) return null;
    return { ...loaded, shop, context: thaw(loaded.row.flow, shop.settings.policy)?.context ?? null };
  }

  /** What neither the shopper has seen nor another mail has told or will tell. */
  async function untold({ id, storeId, conversationId, afterSeq }: MailRow, { row }: About): Promise<Message[]> {
    const others = (await store.mailsOf(storeId, conversationId)).filter((other) => other.id !== id);
    const told = others.filter(({ letter, state }) => (letter === 'notice' ? state === 'sent' : state === 'sent' || state === 'waiting'));
    const after = Math.max(afterSeq, row.seenShopper);
    const messages = await store.messages(storeId, conversationId, after, MOST_MESSAGES);
    return messages.filter((one) => isSaid(one) && !told.some((other) => one.seq > other.afterSeq && one.seq <= other.throughSeq));
  }

  async function settle(row: MailRow, end: End): Promise<void> {
    const { state } = end;
    const why = state === 'sent' ? null : end.why;
    const throughSeq = (state === 'sent' ? end.throughSeq : undefined) ?? row.throughSeq;
    if (!(await store.settleMail(row, { state, why, throughSeq, at: clock.now() })))
      log.warn('mail.settledElsewhere', { letter: row.letter, conversation: row.conversationId });
  }

  /** The database is away: when the lease is over, somebody takes it up again. */
  function leftToLease(error: unknown): void {
    log.error('mail.unsettled', { error });
  }

  /** Resolves when nothing is under way. */
  async function idle(): Promise<void> {
    await running?.catch(() => undefined);
  }

  return { post, idle };
}

/** The mails of a talk are shown as one, and nothing of ours can be told from their name. */
function threadOf({ storeId, conversationId }: MailRow): string {
  return `talk-${createHash('sha256').update(`${storeId}:${conversationId}`).digest('hex').slice(0, 24)}`;
}
