import type { Policy } from '../protocol/settings.ts';

/**
 * What a new shop starts with. Each number is a default that its owner may change; where it rests on something outside, that
 * stands beside it; none is a carrier's promise, so check them against your own lines.
 */
export const defaultPolicy: Policy = {
  // Usual for cross-border parcels on a tracked line; the shop's own standard takes its place.
  deliveryBusinessDays: { min: 7, max: 15 },
  // What shops that pack by themselves usually name.
  handlingBusinessDays: 3,
  // Suggested thresholds by leg: carriers scan domestic parcels daily, economy post may miss every scan between two posts.
  stalledAfterDays: { domestic: 7, international: 20, economy_post: 30 },
  // A scan may run 24 to 72 hours ahead of the parcel; the longer end, since waiting a day more costs less than a wrong alarm.
  freshScanHours: 72,
  // Marketplaces give 60 to 90 days from the order; the shorter, so that nobody is told too late.
  protectionDays: 60,
  // From three days on, "open it now": a dispute needs a day or two to gather photos for.
  protectionWarnDays: 3,
  // Early enough to gather photos, then once where a dispute should be open, and the day before.
  protectionCountdownDays: [5, 3, 1],
  // Past the silence of the slowest leg (30 days) with half as much again, and still inside the protection.
  lostAfterDays: 45,
  promises: {
    // Platform logistics answer a complaint within 10 natural days.
    carrierAnswer: 7,
    // Packing video and weight record are our own.
    warehouseAnswer: 2,
    traceAnswer: 7,
    customsUpdate: 5,
    documentsSent: 1,
    remedyDone: 5,
    personAnswer: 1,
    // Late enough for the day's work to be done, early enough to be read.
    hour: 18,
  },
  // Routine inspections end within days; two weeks covers a queue at the border.
  customsInspectionDays: 14,
  resend: { offered: true, shipsInBusinessDays: 2 },
  // Card refunds show 3 to 5 business days after they are approved.
  refund: { offered: true, businessDays: 5 },
  // Credit binds a shopper to a shop that has just let them down: an owner decides to offer it.
  credit: { offered: false },
  remedyOpenDays: 14,
  // No limit: a sum that fits every shop and currency doesn't exist.
  personAboveTotal: null,
  // Photos of labels hold names and addresses; a claim on the carrier is settled in this time.
  photoKeepDays: 90,
  hours: { tz: 'UTC', days: [1, 2, 3, 4, 5], from: 9, to: 18 },
  holidays: { country: null, region: null },
  shopperChoseCarrier: false,
  agentAwayMinutes: 10,
  // Long enough for whoever only looked away, short enough to be news.
  awayMailMinutes: 3,
  evidenceReminderHours: 24,
};
