import { isSameOrigin } from '../identity/origin.ts';

/**
 * The panel's own page is ours, so a socket's Origin must be the address the browser reached us by, exactly. Where no
 * public address is set that is the Host it named: a page of another site can't choose it.
 */
export function isOurs(origin: string | undefined, publicUrl: string | null, host: string | undefined): boolean {
  if (publicUrl !== null) return isSameOrigin(publicUrl, origin);
  return host !== undefined && (isSameOrigin(`http://${host}`, origin) || isSameOrigin(`https://${host}`, origin));
}
