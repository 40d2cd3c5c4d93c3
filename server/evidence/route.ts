/**
 * `POST /api/photos?id=&item=&slot=` takes raw image bytes, `GET /api/photos/:id` gives them back to the conversation
 * they belong to. Both want `Authorization: Bearer <shopper's token>`.
 */
import type { FastifyPluginAsync } from 'fastify';
import { mkdir } from 'node:fs/promises';
import { sweepTemporary, STALE_MS } from '../providers/files-disk.ts';
import { PHOTO_LIMITS } from './limits.ts';
import type { PhotoRoutesDeps } from './request.ts';
import { servePhoto } from './show.ts';
import { takePhoto } from './take.ts';

export type { PhotoRoutesDeps } from './request.ts';

export function evidenceRoutes(deps: PhotoRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    await mkdir(deps.uploadsDir, { recursive: true, mode: 0o700 });
    await sweepTemporary(deps.uploadsDir, STALE_MS, deps.clock.now());

    // The body stays on the wire until we know whose it is.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });

    takePhoto(app, deps, deps.limits ?? PHOTO_LIMITS);
    servePhoto(app, deps);
  };
}
