import type { FastifyInstance, FastifyReply } from 'fastify';
import { photoFile } from './door.ts';
import { authorise, failed, refuse } from './request.ts';
import type { PhotoRoutesDeps } from './request.ts';

export function servePhoto(app: FastifyInstance, deps: PhotoRoutesDeps): void {
  app.get<{ Params: { id: string } }>('/api/photos/:id', async (request, reply) => {
    try {
      const who = await authorise(request, deps);
      if (!who.ok) return refuse(reply, deps, who);
      // Not there, not yours, no id at all, file gone: one answer.
      const photo = /^[A-Za-z0-9_-]{8,40}$/.test(request.params.id) ? await deps.photo(who.owner, request.params.id) : null;
      const bytes = photo && (await deps.files.get(photoFile(photo.id)));
      return bytes ? sendPhoto(reply, bytes) : refuse(reply, deps, { code: 'E_NOT_FOUND' }, who.owner);
    } catch (error) {
      return failed(reply, deps, error);
    }
  });
}

/**
 * Fit to be shown in an `<img>` by our own pages, and for nothing else: opened as a page it can do nothing. `by`: the header that opened
 * the door; a cache gives it to nobody who comes with another.
 */
export function sendPhoto(reply: FastifyReply, jpeg: Uint8Array, by: 'authorization' | 'cookie' = 'authorization'): FastifyReply {
  return reply
    .header('content-type', 'image/jpeg')
    .header('content-disposition', 'attachment; filename="photo.jpg"')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('vary', by)
    .send(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength));
}
