/**
 * Which road a parcel takes. The tracking's truth wins over what was thought to be wrong, with one exception: a box
 * that came incomplete is a matter of its own, whatever the tracking says.
 */
import { customsReason, exceptionReason } from './cards/parcel-card.ts';
import type { FlowContext } from './context.ts';
import { HOUR } from './dates.ts';
import { countsAsLost, parcelFlags } from './deadlines.ts';
import { leavesLate } from './leaving.ts';
import type { Road } from './roads.ts';

export function roadOf(context: FlowContext, at: number): Road {
  const { parcel, order, policy, problem, heard } = context;
  if (parcel === null) return 'unknownNumber';
  const delivered = parcel.state === 'delivered';
  if (isTooValuable(context)) return 'tooValuable';
  if (delivered && (heard.intent === 'damaged' || heard.intent === 'wrong_item')) return 'damaged';
  if (problem === 'missing') return delivered ? 'missing' : 'missingEarly';
  if (countsAsLost(parcel, policy, at)) return 'lost';
  const flags = parcelFlags(parcel, order, policy, at);
  switch (parcel.state) {
    case 'delivered':
      return isFresh(context, at) ? 'deliveredFresh' : 'delivered';
    case 'customs_held':
      return CUSTOMS[customsReason(parcel)];
    case 'exception':
      return flags.stalled && exceptionReason(parcel) === 'delay' ? 'stalled' : EXCEPTION[exceptionReason(parcel)];
    case 'not_shipped':
    case 'info_received':
      return leavesLate(context, at) ? 'leavesLate' : 'notShipped';
    case 'out_for_delivery':
      return 'outToday';
    case 'attempt_failed':
      return 'attempt';
    case 'available_for_pickup':
      return 'pickup';
    case 'returning':
      return 'returning';
    case 'returned':
      return 'returned';
    case 'lost':
      return 'lost';
    case 'expired':
      return 'stalled';
    case 'not_found':
      return 'unknownNumber';
    case 'in_transit':
      return flags.stalled ? 'stalled' : flags.late ? 'late' : 'moving';
  }
}

const CUSTOMS = {
  documents: 'documents',
  duties: 'duties',
  inspection: 'inspection',
  prohibited: 'prohibited',
  unknown: 'unknownReason',
} as const;
const EXCEPTION = { damaged: 'damaged', refused: 'returning', address: 'wrongAddress', delay: 'late', other: 'stalled' } as const;

function isTooValuable({ order, policy, case: opened }: FlowContext): boolean {
  return opened === null && order !== null && policy.personAboveTotal !== null && order.total > policy.personAboveTotal;
}

function isFresh({ parcel, policy }: FlowContext, at: number): boolean {
  return parcel?.deliveredAt !== undefined && at - parcel.deliveredAt < policy.freshScanHours * HOUR;
}
