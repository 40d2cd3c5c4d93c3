import type { Problem } from '../../../protocol/case.ts';
import type { ParcelState } from '../../../protocol/parcel.ts';
import type { IconName } from '../../shared/icons.tsx';

export const PROBLEM_ICONS: Record<Problem, IconName> = {
  delivered: 'door',
  in_transit: 'truck',
  customs: 'gate',
  lost: 'ask',
  missing: 'gap',
  returned: 'turn',
  other: 'box',
};

/** States of a parcel that say no more than the problem does. */
export const TOLD_BY: { [problem in Problem]?: readonly ParcelState[] } = {
  delivered: ['delivered'],
  in_transit: ['in_transit', 'info_received'],
  customs: ['customs_held'],
  lost: ['lost', 'expired'],
  returned: ['returning', 'returned'],
};
