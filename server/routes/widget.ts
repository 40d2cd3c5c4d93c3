import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import type { Shops } from '../shops/shops.ts';

/** The panel may do nothing but run its own files and talk to us; who may frame it is the shop's own list, and we, to show it to its owner. */
function contentSecurityPolicy(ancestors: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self' ws: wss:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...ancestors].join(' ')}`,
  ].join('; ');
}

/**
 * `GET /widget.js` the loader, short-cached. `GET /panel?store=KEY` the panel, framed only by the shop's origins and our own.
 * `GET /assets/*` hashed files, immutable.
 */
export function widgetRoutes({ dist, shops }: { dist: string; shops: Shops }): FastifyPluginAsync {
  return async (app) => {
    const [loader, panel] = await Promise.all([readFile(join(dist, 'widget.js')), readFile(join(dist, 'panel.html'), 'utf8')]);

    app.get('/widget.js', (_request, reply) =>
      reply
        .header('content-type', 'text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=300, stale-while-revalidate=86400')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('x-content-type-options', 'nosniff')
        .send(loader),
    );

    app.get<{ Querystring: { store?: unknown } }>('/panel', async (request, reply) => {
      const { store } = request.query;
      const shop = typeof store === 'string' ? await shops.byKey(store) : null;
      return reply
        .code(shop ? 200 : 404)
        .header('content-security-policy', contentSecurityPolicy(shop?.settings.origins ?? []))
        .header('referrer-policy', 'no-referrer')
        .header('x-content-type-options', 'nosniff')
        .header('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()')
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(shop ? panel : '<!doctype html><title>Unknown store</title><p>This store key is not known here.</p>');
    });

    await app.register(fastifyStatic, {
      root: join(dist, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      index: false,
      dotfiles: 'deny',
      preCompressed: true,
      setHeaders: (response) => {
        response.header('x-content-type-options', 'nosniff');
        // The loader brings its second half into the shop's page as a module. These files are public and hold nothing of anybody.
        response.header('cross-origin-resource-policy', 'cross-origin');
        response.header('access-control-allow-origin', '*');
      },
    });
  };
}
