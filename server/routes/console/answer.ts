/** What the console's routes answer with: results, and refusals in the reader's language. */
import type { FastifyReply } from 'fastify';
import type { ErrorCode, Refusal } from '../../../protocol/errors.ts';
import type { FieldProblem } from '../../../protocol/people.ts';
import { Invalid, Refused } from '../../errors.ts';
import { STATUS } from '../../evidence/status.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../providers/ports.ts';
import { StorageError } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';

export interface Answers {
  ok(reply: FastifyReply, result: object): FastifyReply;
  failed(reply: FastifyReply, route: string, error: unknown): FastifyReply;
}

export function createAnswers({ wording, clock, log }: { wording: Wording; clock: Clock; log: Log }): Answers {
  function refuse(reply: FastifyReply, code: ErrorCode, more: { retryAfterMs?: number; problems?: FieldProblem[] } = {}): FastifyReply {
    const locale = wording.pick(wishesOf(reply.request.headers['accept-language']), wording.locales, 'en');
    const text = wording.text({ locale, tz: 'UTC', now: clock.now() }, `error:${code}`);
    const refusal: Refusal & { problems?: FieldProblem[] } = { ok: false, code, text, ...more };
    if (more.retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(more.retryAfterMs / 1000));
    return guarded(reply).code(STATUS[code]).send(refusal);
  }

  return {
    ok: (reply, result) => guarded(reply).send({ ok: true, ...result }),
    failed: (reply, route, error) => {
      if (error instanceof Refused) {
        const { code, retryAfterMs } = error;
        return refuse(reply, code, {
          ...(retryAfterMs !== undefined && { retryAfterMs }),
          ...(error instanceof Invalid && { problems: error.problems }),
        });
      }
      if (isUnreadable(error)) return refuse(reply, 'E_BAD_PAYLOAD');
      log.error('console.failed', { route, error });
      return refuse(reply, error instanceof StorageError ? 'E_STORAGE' : 'E_INTERNAL');
    },
  };
}

/** The languages of an `Accept-Language` header; browsers send them in order. */
export function wishesOf(header: string | undefined): string[] {
  return (header ?? '').split(',', 10).map((part) => (part.split(';')[0] ?? '').trim());
}

function guarded(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
}

/** Fastify's own refusals: a body that is not JSON, or is too long. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500;
}
