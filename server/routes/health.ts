import type { FastifyPluginCallback } from 'fastify';
import type { Store } from '../store/port.ts';

/** `GET /health`: 200 while storage answers, 503 with the reason while it doesn't or the server drains. */
export function healthRoutes({
  store,
  closing,
  startedAt,
}: {
  store: Store;
  closing: () => boolean;
  startedAt: number;
}): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/health', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      if (closing()) return reply.code(503).send({ status: 'closing' });
      try {
        await store.ping();
        return await reply.send({ status: 'ok', upSeconds: Math.round((Date.now() - startedAt) / 1000) });
      } catch {
        return reply.code(503).send({ status: 'storage' });
      }
    });
    done();
  };
}
