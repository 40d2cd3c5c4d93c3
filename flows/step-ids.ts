/** The places at which a person may give a talk back to the bot. */
export const STEP_IDS = [
  'resume',
  'identify',
  'checks',
  'moving',
  'customs',
  'items',
  'photos',
  'collected',
  'investigation',
  'certificate',
  'remedies',
  'address',
  'following',
  'rating',
] as const;
export type StepId = (typeof STEP_IDS)[number];
