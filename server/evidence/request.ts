/** What both photo routes begin and end with: whose request it is, and refusals in their language. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../protocol/errors.ts';
import { bearerToken } from '../identity/tokens.ts';
import { addressKey } from '../limits/address-key.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Log } from '../log.ts';
import type { Clock, FilesProvider, NewId } from '../providers/ports.ts';
import { StorageError } from '../store/port.ts';
import type { PhotoDoor, PhotoOwner } from './door.ts';
import type { Look } from './checks/look.ts';
import type { Intake } from './intake.ts';
import { PHOTO_LIMITS, photoLimitWords } from './limits.ts';
import type { PhotoLimits } from './limits.ts';
import { STATUS } from './status.ts';

export interface PhotoRoutesDeps extends PhotoDoor {
  files: FilesProvider;
  intake: Intake;
  look: Look;
  limiter: Limiter;
  newId: NewId;
  clock: Clock;
  log: Log;
  /** Folder for uploads that are still on the wire; made if need be. */
  uploadsDir: string;
  limits?: PhotoLimits;
}

export type Authorised = { ok: true; owner: PhotoOwner } | { ok: false; code: ErrorCode; retryAfterMs?: number };

/** Guessing tokens is hopeless, but each guess costs a look into the database: so limits come first. */
export async function authorise(request: FastifyRequest, deps: PhotoRoutesDeps): Promise<Authorised> {
  const allowed = deps.limiter.take('photoByAddress', addressKey(request.ip));
  if (!allowed.ok) return { ok: false, code: 'E_RATE', retryAfterMs: allowed.retryAfterMs };
  const token = bearerToken(request.headers.authorization);
  const owner = token === null ? null : await deps.authorise(token);
  return owner ? { ok: true, owner } : { ok: false, code: 'E_TOKEN' };
}

export function refuse(
  reply: FastifyReply,
  deps: PhotoRoutesDeps,
  refused: { code: ErrorCode; retryAfterMs?: number },
  owner?: PhotoOwner,
): FastifyReply {
  const wish = owner?.locale ?? reply.request.headers['accept-language'] ?? '';
  const refusal = deps.refuse(refused.code, wish, photoLimitWords(deps.limits ?? PHOTO_LIMITS));
  const { retryAfterMs } = refused;
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1000));
  return reply
    .code(STATUS[refused.code])
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send({ ...refusal, ...(retryAfterMs !== undefined && { retryAfterMs }) });
}

/** Whatever broke on our side, told without its details. */
export function failed(reply: FastifyReply, deps: PhotoRoutesDeps, error: unknown, owner?: PhotoOwner): FastifyReply {
  deps.log.error('photo.failed', { route: reply.request.routeOptions.url, conversation: owner?.conversationId, error });
  const isStorage = error instanceof StorageError || isDiskError(error);
  return refuse(reply, deps, { code: isStorage ? 'E_STORAGE' : 'E_INTERNAL' }, owner);
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error && error.code !== 'ECONNRESET';
}
