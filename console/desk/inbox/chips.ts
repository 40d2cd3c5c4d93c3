/** The chip of a conversation: what is due, in words, at this moment. */
import { RANKS, type InboxItem } from '../../../protocol/inbox.ts';
import { lasting, shortDay, time } from '../../shared/dates.ts';
import type { Tone } from '../../shared/due.tsx';
import type { IconName } from '../../shared/icons.tsx';
import { language, word } from '../../shared/words.ts';
import { dayOf, DAY_MS } from './days.ts';

export interface Chip {
  tone: Tone;
  icon: IconName;
  text: string;
  /** Where there is room for a number alone. */
  short: string;
}

/** null: nothing is due. */
export function chipOf({ rank, chipAt, photos }: Pick<InboxItem, 'rank' | 'chipAt' | 'photos'>, now: number): Chip | null {
  if (rank === RANKS.quiet || chipAt === null) return photos && rank !== RANKS.closed ? photosChip(photos) : null;
  switch (rank) {
    case RANKS.late:
    case RANKS.due:
      return now > chipAt ? late(lasting(now - chipAt)) : due(lasting(chipAt - now));
    case RANKS.person:
      return { tone: 'wait', icon: 'person', ...both('person', lasting(now - chipAt)) };
    case RANKS.protection:
      return { tone: 'wait', icon: 'shield', ...protection(chipAt, now) };
    case RANKS.waiting: {
      const since = lasting(now - chipAt);
      return { tone: 'plain', icon: 'clock', text: word('chips.waiting', { time: since }), short: since };
    }
    case RANKS.promised: {
      const when = promisedFor(chipAt, now);
      return now > chipAt
        ? late(lasting(now - chipAt))
        : { tone: 'plain', icon: 'calendar', text: word('chips.promise', { when }), short: when };
    }
    case RANKS.closed:
      return { tone: 'plain', icon: 'check', text: word('chips.closed', { day: shortDay(chipAt) }), short: shortDay(chipAt) };
  }
}

function late(by: string): Chip {
  return { tone: 'bad', icon: 'clock', ...both('late', by) };
}

function due(left: string): Chip {
  return { tone: 'wait', icon: 'clock', text: word('chips.due', { time: left }), short: left };
}

function both(key: 'late' | 'person', span: string): Pick<Chip, 'text' | 'short'> {
  return { text: word(`chips.${key}`, { time: span }), short: word(`chips.short.${key}`, { time: span }) };
}

function photosChip({ done, of }: { done: number; of: number }): Chip {
  return { tone: 'plain', icon: 'camera', text: word('chips.photos', { done, of }), short: word('chips.short.photos', { done, of }) };
}

/** Days are counted from midnight to midnight: what ends tomorrow ends in one day, whatever the hour. */
function protection(endsAt: number, now: number): Pick<Chip, 'text' | 'short'> {
  const left = Math.round((dayOf(endsAt) - dayOf(now)) / DAY_MS);
  const text =
    now > endsAt
      ? word('chips.protectionOver')
      : left === 0
        ? word('chips.protectionToday')
        : word('chips.protection', { time: days(left) });
  return { text, short: now > endsAt ? text : left === 0 ? time(endsAt) : days(left) };
}

const days = (count: number) => word('times.days', { count });

/** 17:30 today, a weekday within the week, else the date. */
function promisedFor(at: number, now: number): string {
  const ahead = Math.round((dayOf(at) - dayOf(now)) / DAY_MS);
  if (ahead <= 0) return time(at);
  return ahead < 7 ? weekday(at) : shortDay(at);
}

function weekday(at: number): string {
  return new Intl.DateTimeFormat(language.value, { weekday: 'short' }).format(at);
}
