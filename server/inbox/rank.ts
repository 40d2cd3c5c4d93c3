/**
 * Where a conversation stands in the agents' list. Pure: facts and the clock in, place out. What is due comes first; the order is
 * that of `RANKS`, and within one that of `rankAt`.
 */
import { RANKS, type RankName } from '../../protocol/inbox.ts';
import type { ConversationStatus } from '../../protocol/conversation.ts';
import type { InboxFacts } from '../store/port.ts';

export interface Place {
  rank: (typeof RANKS)[RankName];
  rankAt: number;
  /** When the clock alone will change it; null: never. */
  nextAt: number | null;
}

const HOUR_MS = 3_600_000;
/** From here on a promise is due, and not only made. */
export const DUE_WITHIN_MS = 2 * HOUR_MS;
/** Whoever is first in line stands before all who came earlier. */
const FIRST_MS = 100 * 365 * 24 * HOUR_MS;

export interface Standing {
  status: ConversationStatus;
  facts: InboxFacts;
  /** When it was closed, or last touched after that. */
  updatedAt: number;
}

export function placeOf(standing: Standing, now: number): Place {
  const { name, at } = pressing(standing, now);
  return { rank: RANKS[name], rankAt: at, nextAt: standing.status === 'closed' ? null : nextAt(standing.facts, now) };
}

function pressing({ status, facts, updatedAt }: Standing, now: number): { name: RankName; at: number } {
  if (status === 'closed') return { name: 'closed', at: -updatedAt };
  const { lateAt, dueAt, wantedAt, protectionAt, waitingAt } = facts;
  if (lateAt !== null) return { name: 'late', at: lateAt };
  if (dueAt !== null && dueAt - now <= DUE_WITHIN_MS) return { name: 'due', at: dueAt };
  if (wantedAt !== null) return { name: 'person', at: facts.first ? wantedAt - FIRST_MS : wantedAt };
  if (protectionAt !== null && now >= protectionAt - facts.protectionWarnMs && now < protectionAt)
    return { name: 'protection', at: protectionAt };
  if (status === 'agent' && waitingAt !== null) return { name: 'waiting', at: waitingAt };
  if (dueAt !== null) return { name: 'promised', at: dueAt };
  return { name: 'quiet', at: -facts.startedAt };
}

/** The next of the hours at which a place may change. Looking once too often is cheap: it finds the same place and a later hour. */
function nextAt({ dueAt, protectionAt, protectionWarnMs }: InboxFacts, now: number): number | null {
  const hours = [
    ...(dueAt === null ? [] : [dueAt - DUE_WITHIN_MS]),
    ...(protectionAt === null ? [] : [protectionAt - protectionWarnMs, protectionAt]),
  ].filter((hour) => hour > now);
  return hours.length === 0 ? null : Math.min(...hours);
}

/** The moment of which the list speaks beside its place; null: of none. */
export function chipAt({ rank, rankAt, facts }: { rank: number; rankAt: number; facts: InboxFacts }): number | null {
  switch (rank) {
    case RANKS.late:
      return facts.lateAt;
    case RANKS.due:
    case RANKS.promised:
      return facts.dueAt;
    case RANKS.person:
      return facts.wantedAt;
    case RANKS.protection:
      return facts.protectionAt;
    case RANKS.waiting:
      return facts.waitingAt;
    case RANKS.closed:
      return -rankAt;
    default:
      return null;
  }
}
