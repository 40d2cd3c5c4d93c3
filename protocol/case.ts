export const PROBLEMS = ['delivered', 'in_transit', 'customs', 'lost', 'missing', 'returned', 'other'] as const;
/** What went wrong, as the shopper sees it. */
export type Problem = (typeof PROBLEMS)[number];

/** The steps of the shopper's stepper; each problem uses its own row of them. */
export type CaseStage =
  'reported' | 'photos' | 'warehouse' | 'carrier' | 'customs' | 'moving' | 'underWay' | 'answer' | 'choice' | 'settled';

/** In the order in which they are offered. `credit`: with the store, only where the shopper would rather have that. */
export const REMEDIES = ['resend', 'refund', 'credit'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** The six faces of a box, as they lie when it is unfolded. */
export const BOX_SIDES = ['top', 'left', 'front', 'right', 'back', 'bottom'] as const;
export type BoxSide = (typeof BOX_SIDES)[number];

export const EVIDENCE_ITEMS = ['group', 'packaging', 'label', 'scale', 'certificate', 'value'] as const;
/** E2 group photo, E3 six sides, E4 waybill label, and the optional scale; for the carrier the post office's paper and what proves the value. */
export type EvidenceItem = (typeof EVIDENCE_ITEMS)[number];

export const CANT_REASONS = ['threw_away', 'no_camera', 'not_mine', 'refused', 'later', 'other'] as const;
/** Why a piece of evidence can't be had; each lets the talk go on. */
export type CantReason = (typeof CANT_REASONS)[number];

/** What a person found out and enters at the desk; each has the promise that it keeps. */
export const FINDINGS = ['notPacked', 'packed', 'unclear', 'lost', 'found', 'sent'] as const;
/** `notPacked` `packed` `unclear`: the warehouse looked. `lost` `found`: the carrier answered. `sent`: the remedy is on its way. */
export type Finding = (typeof FINDINGS)[number];
