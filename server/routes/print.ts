/** `GET /print/:token`: a page to be printed, by a link that is read as often as one likes until its time is over. */
import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Ref } from '../conversation/conversations.ts';
import { addressKey } from '../limits/address-key.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { TalkLinks } from '../links/talk-links.ts';

export interface PrintDeps {
  links: TalkLinks;
  limiter: Limiter;
  /** The whole page, or null where there is nothing of that name. */
  printPage: (of: { ref: Ref; what: string }) => Promise<string | null>;
}

const NOTHING =
  '<!doctype html><meta charset="utf-8"><title>Not found</title><p>This page can’t be opened any more. Go back to the chat and open it again from there.</p>';

export function printRoutes({ links, limiter, printPage }: PrintDeps): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Params: { token: string } }>('/print/:token', async (request, reply) => {
      const allowed = limiter.take('linkByAddress', addressKey(request.ip));
      if (!allowed.ok) return html(reply, 429, NOTHING).header('retry-after', Math.ceil(allowed.retryAfterMs / 1000));
      const page = await pageOf(request.params.token);
      return html(reply, page === null ? 404 : 200, page ?? NOTHING);
    });
  };

  /** A link of another kind is used up by it: its token has stood in an address, where it is no secret any more. */
  async function pageOf(token: string): Promise<string | null> {
    const link = /^[\w-]{43}$/.test(token) ? await links.take(token) : null;
    return link?.kind === 'print' && link.what !== null ? printPage({ ref: link.ref, what: link.what }) : null;
  }
}

function html(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', contentSecurityPolicy(page))
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-opener-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(page);
}

/** No script at all. Of styles, those of our own files and the one in the page's head, by its hash. */
function contentSecurityPolicy(page: string): string {
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1];
  const hash = style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src 'self'${hash}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
