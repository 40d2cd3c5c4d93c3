/** What may be asked for while a case goes on or a look again is booked. */
import type { FlowContext } from '../context.ts';
import { hasSeveral } from '../parcels.ts';
import { awaitsPaper } from '../steps.ts';
import { canChange } from './second.ts';

export function choicesWhileFollowing(context: FlowContext): string[] {
  const more = [...(canChange(context) ? ['changeRemedy'] : []), ...(hasSeveral(context) ? ['otherParcel'] : [])];
  if (context.problem !== 'missing') return ['whereNow', 'turnedUp', ...more, 'howDispute', 'done'];
  if (awaitsPaper(context)) return ['havePaper', 'printLetter', 'whyPostOffice', 'canFaster', ...more, 'howDispute', 'done'];
  return ['whyAll', 'whyPostOffice', 'canFaster', ...more, 'howDispute', 'done'];
}

/** Where it should go is the same for every parcel of an order. */
export function sameAddress({ checks }: FlowContext): FlowContext['checks'] {
  return checks['address'] === undefined ? {} : { address: checks['address'] };
}
