/** What a turn puts into the outbox, in its own commit. */
import type { FlowContext } from '../../flows/context.ts';
import type { EffectParams } from '../../flows/effects.ts';
import { type LetterId, PRINTED } from '../../protocol/letters.ts';
import type { Policy } from '../../protocol/settings.ts';
import type { NewId } from '../providers/ports.ts';
import type { Change, ConversationRow, MailRow } from '../store/port.ts';
import { addressOf } from './address.ts';

const MINUTE_MS = 60_000;

/** The shopper keeps them. */
const RECEIPTS: readonly MailRow['letter'][] = ['evidenceReceived', 'closed'] satisfies LetterId[];

/** They go out whoever reads the chat; so does what nothing said there tells. */
export function isReceipt({ letter, afterSeq, throughSeq }: Pick<MailRow, 'letter' | 'afterSeq' | 'throughSeq'>): boolean {
  return RECEIPTS.includes(letter) || afterSeq === throughSeq;
}

interface Written {
  /** Before the turn, and after it. */
  was: ConversationRow;
  now: ConversationRow;
  policy: Policy;
  at: number;
  newId: NewId;
}

export function letterRows(letters: EffectParams['sendLetter'][], written: Written): MailRow[] {
  return letters.filter(({ letter }) => !isPrinted(letter)).map(({ letter, facts }) => row(letter, facts ?? {}, written));
}

/** One that somebody of the shop sends: at once, and about nothing that was said in the chat. */
export function letterByHand(
  { letter, facts }: { letter: LetterId; facts: MailRow['facts'] },
  { now, at, newId }: Pick<Written, 'now' | 'at' | 'newId'>,
): MailRow {
  return waiting(letter, facts, { now, at, newId, afterSeq: now.lastSeq, dueAt: at });
}

/**
 * A notice where something was said that the shopper did not cause, and an address is known. Not where the turn sends a letter, which says
 * it and brings the same link.
 */
export function noticeOf(
  written: Written & { change: Change; context: FlowContext | null; event: { type: string } | null },
): MailRow | null {
  const { change, context, event, now } = written;
  if (event === null || isTheirs(event.type) || change.mails.length > 0) return null;
  if (!change.messages.some(isSaid) || addressOf(now, context) === null) return null;
  return row('notice', {}, written);
}

function row(letter: MailRow['letter'], facts: MailRow['facts'], { was, now, policy, at, newId }: Written): MailRow {
  const dueAt = RECEIPTS.includes(letter) ? at : at + policy.awayMailMinutes * MINUTE_MS;
  return waiting(letter, facts, { now, at, newId, afterSeq: was.lastSeq, dueAt });
}

function waiting(
  letter: MailRow['letter'],
  facts: MailRow['facts'],
  { now, at, newId, afterSeq, dueAt }: Pick<Written, 'now' | 'at' | 'newId'> & Pick<MailRow, 'afterSeq' | 'dueAt'>,
): MailRow {
  return {
    id: newId(),
    storeId: now.storeId,
    conversationId: now.id,
    letter,
    facts,
    afterSeq,
    throughSeq: now.lastSeq,
    state: 'waiting',
    why: null,
    createdAt: at,
    dueAt,
    attempts: 0,
    settledAt: null,
  };
}

function isPrinted(letter: LetterId): boolean {
  return (PRINTED as readonly LetterId[]).includes(letter);
}

/** The shopper's own doing, or that of the page they are on: they are here. */
function isTheirs(event: string): boolean {
  return event.startsWith('shopper.') || event.startsWith('page.');
}

/** What is worth a mail: words or a card for them. That somebody joined is not. */
export function isSaid({ from, body }: Change['messages'][number]): boolean {
  return (from === 'bot' || from === 'agent') && (body.kind === 'text' || body.kind === 'card');
}
