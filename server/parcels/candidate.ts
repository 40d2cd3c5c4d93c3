export interface Candidate {
  /** As a shopper knows it: "La Poste". */
  carrier: string;
  kind: string;
  /** `failed` means "look at this digit again"; it is never a reason to refuse a number. */
  checkDigit: 'ok' | 'failed' | 'none';
  /** S10 only: country of the issuing post, ISO 3166-1 alpha-2. Not the place where the parcel is. */
  issuer?: string;
}
