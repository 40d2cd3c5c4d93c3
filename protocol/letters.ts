/** The letters of the shop. Each is a text in every language, which the owner may put in their own words. */

export const LETTERS = [
  'signedNotReceived',
  'inTransit',
  'atDestinationPost',
  'lost',
  'placeDiffers',
  'duties',
  'documents',
  'evidenceReceived',
  'warehouseFinding',
  'postOffice',
  'closed',
  'carrierClaim',
  'late',
] as const;
/** A signed but not received, B left the country, C at the destination post, D lost, E delivered elsewhere, F duties or VAT due,
 *  G documents needed, H evidence received, I warehouse finding, J for the post office (print), K case closed, L claim on the
 *  carrier (print), M a promise will be late. */
export type LetterId = (typeof LETTERS)[number];

/** To be printed, not mailed. */
export const PRINTED = ['postOffice', 'carrierClaim'] as const satisfies readonly LetterId[];
/** Those that a shopper may print; the others are our own business. */
export const PRINTED_FOR_SHOPPERS = ['postOffice'] as const satisfies readonly LetterId[];
