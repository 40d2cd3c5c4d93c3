import { createHash, timingSafeEqual } from 'node:crypto';
import type { Order } from '../../protocol/order.ts';

/** Whether a claimed e-mail or postcode is the order's own. Takes the same time for a hit, a miss and an unknown order. */
export function isProof(order: Order | null, contact: string): boolean {
  const claim = digest(normal(contact));
  const email = timingSafeEqual(claim, digest(normal(order?.email ?? '\u0000')));
  const postcode = timingSafeEqual(claim, digest(normal(order?.postcode ?? '\u0000')));
  const given = normal(contact).length >= 3;
  return given && (email || postcode);
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
