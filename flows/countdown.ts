/** The end of the buyer protection, and the days on which the shopper of an open case is reminded of it. */
import type { FlowContext } from './context.ts';
import { DAY, daysBetween, sameDayAt } from './dates.ts';
import { protectionEnd } from './deadlines.ts';

/** A reminder is read in the morning, so that a day is left to act on it. */
const HOUR_OF_DAY = 9;

/** Of the order of the open case, also while the talk is about another; null while no order is known. */
export function protectionOfCase({ protectedUntil, order, policy }: FlowContext): number | null {
  return protectedUntil ?? (order === null ? null : protectionEnd(order, policy));
}

/** The next moment of the countdown after `at`; null where nothing is counted. */
export function nextReminder(context: FlowContext, at: number): number | null {
  const endsAt = protectionOfCase(context);
  if (endsAt === null || !isCounted(context)) return null;
  const { policy, tz } = context;
  const moments = policy.protectionCountdownDays
    .map((days) => sameDayAt(endsAt - days * DAY, tz, HOUR_OF_DAY))
    .filter((moment) => moment > at && moment < endsAt);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** Days left of which the shopper is to hear now; null where it was said, or the end has moved away or passed. */
export function daysToTell(context: FlowContext, at: number): number | null {
  const endsAt = protectionOfCase(context);
  if (endsAt === null || endsAt <= at || !isCounted(context)) return null;
  const { policy, protectionTold, tz } = context;
  const left = daysBetween(at, endsAt, tz);
  if (left > Math.max(0, ...policy.protectionCountdownDays)) return null;
  return protectionTold === null || left < protectionTold ? left : null;
}

/** Cases of something not received or missing, as long as they are open; also while another trouble of theirs is spoken of. */
function isCounted({ case: opened, besides }: FlowContext): boolean {
  return opened !== null && [opened, ...besides].some(({ problem }) => problem !== null && problem !== 'other');
}
