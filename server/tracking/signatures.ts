/** Whether a tracking service really sent this. Over the raw bytes as they came, and compared in constant time. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURES = {
  /** Source: AfterShip, webhook signature: base64 of the HMAC-SHA256 of the body. */
  afterShip: {
    header: 'aftership-hmac-sha256',
    of: (body: Buffer, secret: string) => createHmac('sha256', secret).update(body).digest('base64'),
  },
  /** Source: 17TRACK API v2.2, webhook signature: hex of SHA-256 over the body, a slash and the key. No HMAC. */
  seventeenTrack: {
    header: 'sign',
    of: (body: Buffer, key: string) => createHash('sha256').update(body).update('/').update(key).digest('hex'),
  },
};

/** Texts of any length take the same time. */
export function isEqual(given: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(right).digest());
}
