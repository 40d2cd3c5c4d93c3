/** The console's own page, and the page that shows an owner the widget in the colour they are choosing. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Shops } from '../../shops/shops.ts';
import { previewPage, PREVIEW_SCRIPT } from './preview.ts';

export interface ConsolePagesDeps {
  /** Folder of the built console. */
  dist: string;
  shops: Shops;
  publicUrl: string | null;
}

/** `GET /console/` the console; `/console/assets/*` its hashed files; `/console/preview?store=KEY&color=%23rrggbb` the widget as it would look. */
export function consolePages({ dist, shops, publicUrl }: ConsolePagesDeps): FastifyPluginAsync {
  return async (app) => {
    const page = await readFile(join(dist, 'index.html'), 'utf8').catch(() => null);

    for (const path of ['/console', '/console/']) {
      app.get(path, (request, reply) => {
        const policy = contentSecurityPolicy({ frames: "'self'", ancestors: "'none'", host: publicUrl ?? request.host });
        return html(reply, policy, page === null ? 503 : 200).send(page ?? NOT_BUILT);
      });
    }

    app.get<{ Querystring: { store?: unknown; color?: unknown; locale?: unknown } }>('/console/preview', async (request, reply) => {
      const { store, ...tried } = request.query;
      const shop = typeof store === 'string' ? await shops.byKey(store) : null;
      const policy = contentSecurityPolicy({ frames: "'self'", ancestors: "'self'", host: publicUrl ?? request.host });
      return html(reply, policy, shop ? 200 : 404).send(shop ? previewPage(shop, tried) : UNKNOWN_STORE);
    });

    app.get('/console/preview.js', (_request, reply) =>
      reply
        .header('content-type', 'text/javascript; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('x-content-type-options', 'nosniff')
        .send(PREVIEW_SCRIPT),
    );

    if (!existsSync(join(dist, 'assets'))) return;
    await app.register(fastifyStatic, {
      root: join(dist, 'assets'),
      prefix: '/console/assets/',
      decorateReply: false,
      immutable: true,
      maxAge: '365d',
      index: false,
      dotfiles: 'deny',
      preCompressed: true,
      setHeaders: (response) => {
        response.header('x-content-type-options', 'nosniff');
        response.header('cross-origin-resource-policy', 'same-origin');
      },
    });
  };
}

const NOT_BUILT =
  '<!doctype html><title>Not built</title><p>The console is not built yet. Run “npm run build”, then start the server anew.</p>';
const UNKNOWN_STORE = '<!doctype html><title>Unknown store</title><p>This store key is not known here.</p>';

function html(reply: FastifyReply, policy: string, status: number): FastifyReply {
  return reply
    .code(status)
    .header('content-security-policy', policy)
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8');
}

/** Old browsers don't hold our own socket to be `'self'`: it is named where the host is fit to stand in a header. */
function contentSecurityPolicy({ frames, ancestors, host }: { frames: string; ancestors: string; host: string }): string {
  const name = /^(?:https?:\/\/)?([a-z0-9.-]+(?::\d+)?|\[[0-9a-f:.]+\](?::\d+)?)$/i.exec(host)?.[1];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${name === undefined ? '' : ` ws://${name} wss://${name}`}`,
    `frame-src ${frames}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}
