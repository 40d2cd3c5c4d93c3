/** What may be asked for while a case goes on or a look again is booked. */
import { customsReason } from '../cards/parcel-card.ts';
import type { FlowContext } from '../context.ts';
import { hasSeveral } from '../parcels.ts';
import { awaitsPaper } from '../steps.ts';
import { canChange } from './second.ts';

export function choicesWhileFollowing(context: FlowContext): string[] {
  const more = [...(canChange(context) ? ['changeRemedy'] : []), ...(hasSeveral(context) ? ['otherParcel'] : [])];
  const papers = [...(mayBeAskedForPapers(context) ? ['theyAskMe'] : []), ...(mayTakeLetter(context) ? ['printLetter'] : [])];
  if (context.problem !== 'missing') return ['whereNow', 'turnedUp', ...papers, ...more, 'howDispute', 'done'];
  if (awaitsPaper(context)) return ['havePaper', 'printLetter', 'whyPostOffice', 'canFaster', ...more, 'howDispute', 'done'];
  return ['whyAll', 'whyPostOffice', 'canFaster', ...more, 'howDispute', 'done'];
}

/** Duties have questions of their own; anything else at the border may turn into a call for the shopper's papers. */
export function mayBeAskedForPapers({ parcel, problem, case: opened }: FlowContext): boolean {
  return opened !== null && problem === 'customs' && parcel?.state === 'customs_held' && customsReason(parcel) !== 'duties';
}

/** The letter names the order's address, so it is for its owner. */
function mayTakeLetter({ order, problem, case: opened }: FlowContext): boolean {
  return order !== null && problem === 'delivered' && opened?.stage === 'carrier';
}

/** Where it should go is the same for every parcel of an order. */
export function sameAddress({ checks }: FlowContext): FlowContext['checks'] {
  return checks['address'] === undefined ? {} : { address: checks['address'] };
}
