/** What was noticed about a photo when it came in. Each is a hint with a way past it; none refuses a photo. */

/** What the shopper is told, so that the photo is right the first time. */
export const PHOTO_HINTS = ['dark', 'blurred', 'small', 'twice', 'otherLabel', 'noBarcode'] as const;
export type PhotoHint = (typeof PHOTO_HINTS)[number];

export type PhotoFinding =
  | { kind: 'dark' | 'blurred' | 'small' | 'noBarcode' }
  /** Nearly the same picture as another of this talk. */
  | { kind: 'twice'; photoId: string }
  /** A barcode was read: the parcel's number, another parcel's, or one that tells nothing. */
  | { kind: 'sameLabel' | 'otherLabel' | 'anyLabel'; barcode: string }
  /** Nearly the same picture came in an earlier case of the shop. For agents alone: never shown to a shopper, and no denial. */
  | { kind: 'seenBefore'; conversationId: string; caseNumber: string | null };
