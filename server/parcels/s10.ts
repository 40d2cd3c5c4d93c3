/** Numbers of the Universal Postal Union's standard S10: two letters, nine digits, the country of the post that issued them. */
import { checkFits } from './check-digits.ts';
import type { Candidate } from './candidate.ts';
import { S10_OWN_ENDINGS, S10_POSTS, S10_SISTERS } from './rules/s10-posts.ts';

const SHAPE = /^[A-Z]{2}\d{9}[A-Z]{2}$/;
/** Endings of carriers that have rules of their own. */
const PRIVATE = /^(?:Y[PQW]|ZZ)$/;

/** Likeliest first, each with how much its shape tells; empty where it is no S10 number. */
export function s10(number: string): { candidate: Candidate; telling: number }[] {
  if (!SHAPE.test(number)) return [];
  const [service, issuer] = [number.slice(0, 2), number.slice(11)];
  const checkDigit = checkFits('s10', number) ? 'ok' : 'failed';
  const named = (carrier: string, telling: number) => ({ candidate: { carrier, kind: 's10', checkDigit, issuer } as const, telling });

  const own = S10_OWN_ENDINGS.find((one) => one.ending.test(issuer) && one.service.test(service));
  if (own) return [named(own.carrier, 0.95)];
  const post = S10_POSTS[issuer];
  // An unknown suffix with a wrong digit is a code of some other kind.
  if (post === undefined) return checkDigit === 'failed' || PRIVATE.test(issuer) ? [] : [named(`Post (${issuer})`, 0.35)];
  const sisters = S10_SISTERS.filter((sister) => sister.issuer === issuer && sister.service.test(service));
  return [named(post, 0.95), ...sisters.map(({ carrier, first }) => named(carrier, first ? 0.97 : 0.6))];
}
