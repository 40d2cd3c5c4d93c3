/** A claim in words: its days, its clock, and what it may bring. */
import type { ClaimClock, ClaimView, ClaimWindow } from '../../../protocol/claim.ts';
import { day, lasting } from '../../shared/dates.ts';
import type { Tone } from '../../shared/due.tsx';
import { money } from '../../shared/money.ts';
import { isolated, word } from '../../shared/words.ts';

const SOON_DAYS = 5;
const SOON_MS = 2 * 86_400_000;

export function windowWords(window: ClaimWindow, now: number): { text: string; more: string | null; tone: Tone } {
  if (!('endsAt' in window)) return { text: word(`claim.window.${window.state}`), more: null, tone: 'plain' };
  const { state, opensAt, endsAt, daysLeft, zone } = window;
  const on = (at: number) => day(at, zone, now);
  if (state === 'over') return { text: word('claim.window.over', { date: on(endsAt) }), more: null, tone: 'bad' };
  const left = daysLeft === 0 ? word('claim.window.lastDay') : word('times.days', { count: daysLeft });
  if (state === 'early') return { text: word('claim.window.early', { date: on(opensAt), end: on(endsAt) }), more: left, tone: 'plain' };
  const tone = daysLeft <= SOON_DAYS ? 'wait' : 'plain';
  return { text: word('claim.window.open', { date: on(endsAt) }), more: daysLeft === 0 ? left : word('side.left', { time: left }), tone };
}

/** What runs, as a chip; nothing where no day is named. */
export function clockWords(clock: ClaimClock | null, now: number): { text: string; tone: Tone } | null {
  if (clock === null) return null;
  if (clock.dueAt === null) return { text: word('claim.clock.asked'), tone: 'plain' };
  const time = lasting(clock.dueAt - now);
  if (clock.dueAt < now) return { text: word(`claim.clock.${clock.what}Over`, { time }), tone: 'bad' };
  return { text: word(`claim.clock.${clock.what}`, { time }), tone: clock.dueAt - now <= SOON_MS ? 'wait' : 'plain' };
}

export function expectedWords({ expected, line }: ClaimView): { text: string; why: string } {
  const amount = (minor: number) => isolated(money(minor, line?.currency ?? 'CNY'));
  switch (expected.state) {
    case 'sum': {
      const { rule, total, goods, postage, cap } = expected;
      const places = { goods: amount(goods), postage: amount(postage), cap: cap ? amount(cap.amount) : '', kg: cap?.kg ?? 0 };
      return { text: amount(total), why: word(`claim.expected.${rule}`, places) };
    }
    case 'range': {
      const text = word('claim.expected.range', { from: amount(expected.from), to: amount(expected.to) });
      const { declared } = expected;
      return {
        text,
        why: declared === null ? word('claim.expected.forwarder') : word('claim.expected.forwarderValue', { value: amount(declared) }),
      };
    }
    case 'none':
    case 'open':
    case 'terms':
      return { text: word(`claim.expected.${expected.state}`), why: word(`claim.expected.${expected.state}Why`) };
  }
}
