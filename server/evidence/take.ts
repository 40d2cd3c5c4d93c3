import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { BOX_SIDES, EVIDENCE_ITEMS } from '../../protocol/case.ts';
import type { Ack, ErrorCode } from '../../protocol/errors.ts';
import type { PhotoRow } from '../store/port.ts';
import type { Seen } from './checks/look.ts';
import { photoFile } from './door.ts';
import type { PhotoAck, PhotoOwner } from './door.ts';
import { drain } from './drain.ts';
import type { PhotoLimits } from './limits.ts';
import { createQuota } from './quota.ts';
import type { Place } from './quota.ts';
import { receive } from './receive.ts';
import { authorise, failed, refuse } from './request.ts';
import type { PhotoRoutesDeps } from './request.ts';

const Query = Type.Object(
  {
    id: Type.String({ minLength: 8, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' }),
    item: Type.Enum([...EVIDENCE_ITEMS, 'loose']),
    slot: Type.Enum(['one', 'two', 'three', ...BOX_SIDES]),
  },
  { additionalProperties: false },
);
type Query = Static<typeof Query>;

const BUSY_MS = 2_000;

type Refused = { ok: false; code: ErrorCode; retryAfterMs?: number };
type Answer = Ack<PhotoAck> | Refused;

export function takePhoto(app: FastifyInstance, deps: PhotoRoutesDeps, limits: PhotoLimits): void {
  const query = Compile(Query);
  const quota = createQuota(deps, limits);

  app.post('/api/photos', async (request, reply) => {
    let owner: PhotoOwner | undefined;
    try {
      const who = await authorise(request, deps);
      if (who.ok) owner = who.owner;
      const answer = who.ok ? await answerTo(request, who.owner) : who;
      if (!request.raw.complete) drain(request.raw, limits.maxBytes);
      if (!answer.ok) return refuse(reply, deps, answer, owner);
      return await reply.header('cache-control', 'no-store').send(answer);
    } catch (error) {
      // Nobody is left to read an answer.
      if (request.raw.destroyed && !request.raw.complete) return reply.hijack();
      return failed(reply, deps, error, owner);
    }
  });

  async function answerTo(request: FastifyRequest, owner: PhotoOwner): Promise<Answer> {
    if (!query.Check(request.query)) return no('E_BAD_PAYLOAD');
    const earlier = await deps.earlier(owner, request.query.id);
    if (earlier) return { ok: true, ...earlier };
    if (Number(request.headers['content-length'] ?? 0) > limits.maxBytes) return no('E_PHOTO_SIZE');
    const allowed = deps.limiter.take('photoByVisitor', owner.conversationId);
    if (!allowed.ok) return { ...no('E_RATE'), retryAfterMs: allowed.retryAfterMs };
    const place = await quota.reserve(owner);
    if (place === 'E_RATE') return { ...no('E_RATE'), retryAfterMs: BUSY_MS };
    if (place === 'E_PHOTO_LIMIT') return no(place);
    try {
      return await upload(request.body as Readable | undefined, request.query, owner, place);
    } finally {
      place.release();
    }
  }

  async function upload(body: Readable | undefined, asked: Query, owner: PhotoOwner, place: Place): Promise<Answer> {
    if (!body) return no('E_PHOTO_EMPTY');
    const path = join(deps.uploadsDir, `${deps.newId()}.tmp`);
    const received = await receive(body, path, limits.maxBytes);
    if (!received.ok) return received;
    try {
      const taken = await deps.intake(createReadStream(path), limits);
      if (!taken.ok) return taken.code === 'E_RATE' ? { ...taken, retryAfterMs: BUSY_MS } : taken;
      if (!(await place.fits(taken.jpeg.length))) return no('E_PHOTO_LIMIT');
      const { jpeg, width, height, sha256 } = taken;
      // A loose photo may well be the label.
      const seen = await deps.look(taken, { barcodes: asked.item === 'label' || asked.item === 'loose' });
      const photo: PhotoRow = {
        id: deps.newId(),
        storeId: owner.storeId,
        conversationId: owner.conversationId,
        item: asked.item,
        slot: asked.slot,
        mime: 'image/jpeg',
        bytes: jpeg.length,
        width,
        height,
        sha256,
        findings: [],
        print: seen.print,
        createdAt: deps.clock.now(),
      };
      return await keep(photo, seen, jpeg, asked, owner);
    } finally {
      await rm(path, { force: true });
    }
  }

  /**
   * The file first: a row must never name a photo that isn't there. A file without a row is taken away again; but a commit
   * that seemed to fail may have succeeded, so the rows are asked.
   */
  async function keep(photo: PhotoRow, seen: Seen, jpeg: Buffer, asked: Query, owner: PhotoOwner): Promise<Answer> {
    await deps.files.put(photoFile(photo.id), jpeg);
    const ack = await deps.accept({ owner, messageId: asked.id, item: asked.item, slot: asked.slot, photo, seen });
    const isEntered = ack.ok && ack.photoId === photo.id;
    if (!isEntered && !(await deps.photo(owner, photo.id))) await deps.files.delete(photoFile(photo.id));
    return ack;
  }
}

function no(code: ErrorCode): Refused {
  return { ok: false, code };
}
