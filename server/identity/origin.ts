/**
 * Origins: which pages may embed a shop's panel, and which page a socket was opened from. Compared as exact strings, as
 * browsers send them. It stops browsers only; anything else can claim any origin, so tokens and limits do the rest.
 */

/**
 * Whether a browser's `Origin` header names ourselves. `publicUrl` is our origin where it is configured; without it the
 * address that the browser says it reached (`Host`) stands in, which is enough for one machine without a proxy.
 */
export function isOurs(header: string | undefined, publicUrl: string | null, host: string | undefined): boolean {
  if (publicUrl !== null) return isSameOrigin(publicUrl, header);
  return host !== undefined && (isSameOrigin(`https://${host}`, header) || isSameOrigin(`http://${host}`, header));
}

export function isSameOrigin(own: string, header: string | undefined): boolean {
  return header !== undefined && header !== 'null' && header === own;
}

/** `origins` are normalised, see `normaliseOrigin`; an absent or opaque origin is in no list. */
export function isAllowed(origins: readonly string[], header: string | undefined): boolean {
  return header !== undefined && header !== 'null' && origins.includes(header);
}

export type OriginResult = { ok: true; origin: string } | { ok: false; problem: string };

/** What an owner typed, as a browser would send it. `problem` is worded for the owner. */
export function normaliseOrigin(typed: string): OriginResult {
  const text = typed.trim();
  if (text === '') return no('The address is empty. Write it like https://shop.example');
  if (text.includes('*')) return no(`${text} has a wildcard. List each address on its own, like https://www.shop.example`);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return no(`${text} must start with https://`);
  const url = URL.parse(text);
  if (!url) return no(`${text} is not a web address. Write it like https://shop.example`);
  if (!isSecure(url)) return no(`${text} must start with https:// (http:// is for localhost only)`);
  if (url.username !== '' || url.password !== '') return no('The address must not hold a user name or password');
  if (!hasOnlyOrigin(text, url)) return no(`${text} must end after the host: ${url.origin}`);
  // Origins are copied into a header, where a semicolon or comma would begin something else.
  if (!/^([a-z0-9_-]+\.)*[a-z0-9_-]+$|^\[[0-9a-f:.]+\]$/.test(url.hostname)) return no(`${url.hostname} is not a host name`);
  return { ok: true, origin: url.origin };
}

function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLocal(hostname));
}

function hasOnlyOrigin(text: string, url: URL): boolean {
  return url.pathname === '/' && url.search === '' && url.hash === '' && !/[?#\\]/.test(text);
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';
}

function no(problem: string): OriginResult {
  return { ok: false, problem };
}
