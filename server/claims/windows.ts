/** From when until when a claim may be made, in the carrier's own days. */
import { DAY, daysBetween, sameDayAt } from '../../flows/dates.ts';
import type { ClaimKind, ClaimLine, ClaimWindow } from '../../protocol/claim.ts';
import type { Parcel } from '../../protocol/parcel.ts';
import { type ClaimRule, LINES, type Since } from './lines.ts';

/** `shopZone`: for lines whose days are counted where the shop is. */
export function windowOf(line: ClaimLine, kind: ClaimKind, parcel: Parcel | null, shopZone: string, now: number): ClaimWindow {
  const rule = LINES[line].rules.find(({ kinds }) => kinds.includes(kind));
  if (!rule) return { state: 'unstated' };
  const from = parcel && sinceOf(parcel, rule.since);
  return from === null ? { state: 'unknown' } : windowFrom(rule, from, LINES[line].zone ?? shopZone, now);
}

/** The day of `from` is day 0; the last day counts whole. */
export function windowFrom(rule: ClaimRule, from: number, zone: string, now: number): ClaimWindow {
  const noon = sameDayAt(from, zone, 12);
  const last = 'days' in rule.until ? rule.until.days : daysOfMonths(noon, rule.until.months, zone);
  const opensAt = startOf(noon, rule.fromDays, zone);
  const endsAt = startOf(noon, last + 1, zone) - 1;
  const state = now < opensAt ? 'early' : now <= endsAt ? 'open' : 'over';
  return { state, opensAt, endsAt, daysLeft: Math.max(0, daysBetween(now, state === 'early' ? opensAt : endsAt, zone)), zone };
}

export function sinceOf(parcel: Parcel, since: Since): number | null {
  // Newest first; a label that was only printed is no scan.
  const first = parcel.events.findLast(({ state }) => state !== 'info_received' && state !== 'not_shipped')?.at ?? null;
  if (since === 'firstScan') return first ?? parcel.shippedAt ?? null;
  if (since === 'mailing') return parcel.shippedAt ?? first;
  return parcel.deliveredAt ?? parcel.etaAt ?? null;
}

/** Counted from noon, an hour that the clocks gain or lose never makes another day. */
function startOf(noon: number, days: number, zone: string): number {
  return sameDayAt(noon + days * DAY, zone, 0);
}

/** To the same date of a later month; of one too short for it, to its end. */
function daysOfMonths(noon: number, months: number, zone: string): number {
  const { year, month, day } = dateOf(noon, zone);
  const end = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const to = Date.UTC(year, month - 1 + months, Math.min(day, end));
  return Math.round((to - Date.UTC(year, month - 1, day)) / DAY);
}

function dateOf(at: number, zone: string): { year: number; month: number; day: number } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const [year = 0, month = 1, day = 1] = format.format(at).split('-').map(Number);
  return { year, month, day };
}
