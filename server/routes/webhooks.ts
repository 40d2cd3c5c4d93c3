/**
 * `/api/webhooks/*`: news that tracking services send. The shop's key in the path is public; the signature is what proves the sender. An
 * answer of 200 means: on disk, so that whatever is not answered like that is sent again.
 */
import { createHash } from 'node:crypto';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { Parcel } from '../../protocol/parcel.ts';
import type { SecretName, TrackingService } from '../../protocol/tracking.ts';
import { addressKey } from '../limits/address-key.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Log } from '../log.ts';
import { fromAfterShip } from '../parcels/statuses/after-ship.ts';
import { at, textAt } from '../parcels/statuses/json.ts';
import { from17Track } from '../parcels/statuses/seventeen-track.ts';
import type { Clock } from '../providers/ports.ts';
import type { Shops } from '../shops/shops.ts';
import type { Store } from '../store/port.ts';
import { isEqual, SIGNATURES } from '../tracking/signatures.ts';
import type { TakeNews } from '../tracking/take-news.ts';

export interface WebhookDeps {
  shops: Shops;
  store: Store;
  takeNews: TakeNews;
  limiter: Limiter;
  clock: Clock;
  log: Log;
  closing: () => boolean;
}

type Sender = Exclude<TrackingService, 'none'>;

interface Service {
  path: string;
  secret: SecretName;
  parcelIn: (payload: unknown) => Parcel | null;
  idIn: (payload: unknown) => string | null;
  /** When it was sent, epoch ms, where it says so. */
  sentAt: (payload: unknown) => number | null;
}

const SERVICES: Record<Sender, Service> = {
  afterShip: {
    path: 'aftership',
    secret: 'afterShip.webhookSecret',
    parcelIn: (payload) => fromAfterShip(payload),
    idIn: (payload) => textAt(payload, 'event_id'),
    sentAt: (payload) => secondsAt(payload, 'ts'),
  },
  seventeenTrack: {
    path: '17track',
    secret: 'seventeenTrack.key',
    parcelIn: (payload) => from17Track(payload),
    idIn: () => null,
    sentAt: () => null,
  },
};

/** The most that Fastify reads; a parcel with two hundred scans has a fifth of it. */
const MOST_BYTES = 512 * 1024;
/** AfterShip sends again up to 14 times with doubling pauses, which takes most of six days; beyond that it is somebody's recording. */
const OLDEST_MS = 7 * 86_400_000;
const FUTURE_MS = 10 * 60_000;
/** Nobody's signature; a shop that is not there costs the same work as one that is. */
const NO_SECRET = 'nobody';

export function webhookRoutes(deps: WebhookDeps): FastifyPluginCallback {
  const { shops, store, takeNews, limiter, clock, log, closing } = deps;

  return (app, _options, done) => {
    app.removeAllContentTypeParsers();
    // What was signed are the bytes, whatever they are said to be.
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, parsed) => parsed(null, body));
    for (const sender of Object.keys(SERVICES) as Sender[]) {
      app.route({
        method: 'POST',
        url: `/api/webhooks/${SERVICES[sender].path}/:store`,
        bodyLimit: MOST_BYTES,
        onRequest: (request, reply, next) => {
          if (closing()) void answer(reply, 503);
          else if (!limiter.take('webhookByAddress', addressKey(request.ip)).ok) void answer(reply, 429);
          else next();
        },
        handler: async (request, reply) => answer(reply, await take(sender, request)),
        errorHandler: (error, _request, reply) => {
          const status = error.statusCode ?? 500;
          // What the sender can't mend is told to be sent again.
          if (status >= 500) log.error('webhook.failed', { sender, error });
          void answer(reply, status >= 500 ? 503 : status);
        },
      });
    }
    done();
  };

  async function take(sender: Sender, request: FastifyRequest): Promise<number> {
    const { header, of } = SIGNATURES[sender];
    const { secret: name, parcelIn, idIn, sentAt } = SERVICES[sender];
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const shop = await shops.byKey((request.params as { store: string }).store);
    const secret = shop && (await store.secret(shop.id, name));
    const given = request.headers[header];
    const isRight = isEqual(typeof given === 'string' ? given : '', of(body, secret ?? NO_SECRET));
    if (!shop || secret === null || !isRight) return 401;
    if (!limiter.take('webhookByStore', shop.id).ok) return 429;

    const payload = parsed(body);
    if (payload === undefined) return 400;
    if (!isTimely(sentAt(payload))) return 401;
    const id = idIn(payload) ?? createHash('sha256').update(body).digest('hex');
    if (await store.hasTakenIn(shop.id, sender, id)) return 200;
    const parcel = parcelIn(payload);
    if (parcel && !(await takeNews(shop.id, parcel))) return 503;
    // Only now: what a crash cuts short is sent again, and is no news to those who have it.
    await store.markTakenIn(shop.id, sender, id, clock.now());
    return 200;
  }

  function isTimely(sent: number | null): boolean {
    const now = clock.now();
    return sent === null || (sent > now - OLDEST_MS && sent < now + FUTURE_MS);
  }
}

function answer(reply: FastifyReply, status: number): FastifyReply {
  if (status === 429 || status === 503) reply.header('retry-after', 30);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ ok: status === 200 });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function secondsAt(payload: unknown, name: string): number | null {
  const seconds = at(payload, name);
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1_000 : null;
}
