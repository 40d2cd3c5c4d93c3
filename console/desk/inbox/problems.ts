import type { Problem } from '../../../protocol/case.ts';
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
