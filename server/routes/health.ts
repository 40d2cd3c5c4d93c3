import type { FastifyPluginCallback } from 'fastify';
import type { Clock } from '../providers/ports.ts';
import type { Store } from '../store/port.ts';

/** `GET /` says that somebody is at home. `GET /health`: 200 while storage answers, 503 with the reason while it doesn't or the server drains. */
export function healthRoutes({ store, closing, clock }: { store: Store; closing: () => boolean; clock: Clock }): FastifyPluginCallback {
  const startedAt = clock.now();
  return (app, _options, done) => {
    app.get('/', () => ({ name: 'tracewell', health: '/health', widget: '/widget.js' }));
    app.get('/health', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      if (closing()) return reply.code(503).send({ status: 'closing' });
      try {
        await store.ping();
        return await reply.send({ status: 'ok', upSeconds: Math.round((clock.now() - startedAt) / 1000) });
      } catch {
        return reply.code(503).send({ status: 'storage' });
      }
    });
    done();
  };
}
