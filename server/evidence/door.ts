/** What the photo routes need from the rest of the server. */
import type { BoxSide, EvidenceItem } from '../../protocol/case.ts';
import type { Ack, ErrorCode, Refusal } from '../../protocol/errors.ts';
import type { PhotoRow } from '../store/port.ts';
import type { Seen } from './checks/look.ts';

export interface PhotoOwner {
  storeId: string;
  conversationId: string;
  /** The conversation's language, for refusals. */
  locale: string;
}

export type PhotoAck = { seq: number; at: number; photoId: string };

export interface PhotoInput {
  owner: PhotoOwner;
  /** Made by the client; unique in its conversation. */
  messageId: string;
  item: EvidenceItem | 'loose';
  slot: 'one' | 'two' | 'three' | BoxSide;
  /** Its file is durable already, under `photoFile(photo.id)`. What is noticed about it is added as it is accepted. */
  photo: PhotoRow;
  seen: Seen;
}

export interface PhotoDoor {
  /** Whose token this is; null for one that is unknown or has expired. */
  authorise(token: string): Promise<PhotoOwner | null>;
  /** The answer that this message id got before, or null. */
  earlier(owner: PhotoOwner, messageId: string): Promise<PhotoAck | null>;
  /** Row and message in one commit. A message id that was accepted before gets its first answer, with the first photo's id. */
  accept(input: PhotoInput): Promise<Ack<PhotoAck>>;
  /** The row; null for an unknown id and for another conversation's alike. */
  photo(owner: PhotoOwner, photoId: string): Promise<PhotoRow | null>;
  usage(owner: PhotoOwner): Promise<{ photos: number; bytes: number }>;
  /** Words a refusal. `locale` is a wish: any text a browser sent. */
  refuse(code: ErrorCode, locale: string, params: Record<string, string | number>): Refusal;
}

/** The name under which a photo's bytes are kept. */
export function photoFile(photoId: string): string {
  return `${photoId}.jpg`;
}
