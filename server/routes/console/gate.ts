/** Every route of the console passes here: limits, origin, session, CSRF, role, schema, errors. None is registered any other way. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { may, ROUTE_RIGHTS, type ConsoleRoute } from '../../../protocol/rights.ts';
import { Refused } from '../../errors.ts';
import { isCsrfToken } from '../../identity/session.ts';
import { isOurs } from '../../identity/origin.ts';
import { addressKey } from '../../limits/address-key.ts';
import type { Limiter } from '../../limits/limiter.ts';
import type { Sessions, SignedIn } from '../../people/sessions.ts';
import type { Browser } from '../../people/sign-in.ts';
import type { Answers } from './answer.ts';

export interface GateDeps {
  sessions: Sessions;
  limiter: Limiter;
  answers: Answers;
  publicUrl: string | null;
  closing: () => boolean;
}

export interface Asked<R extends ConsoleRoute, Body> {
  /** null on the routes that come before signing in. */
  who: (typeof ROUTE_RIGHTS)[R] extends null ? null : SignedIn;
  body: Body;
  /** The `:id` of the path, or ''. */
  id: string;
  /** What else the path names. */
  params: Record<string, string>;
  /** What the reader would like to read, `Accept-Language`. */
  languages: string | undefined;
  query: Record<string, unknown>;
  from: Browser;
  /** Our address as this browser knows it. */
  host: string;
  reply: FastifyReply;
}

export interface Gate {
  /** `schema`: of the body; null where there is none. What the handler gives is sent with `ok: true`; null: it has sent something itself. */
  serve<R extends ConsoleRoute, S extends TSchema>(
    route: R,
    schema: S | null,
    handler: (asked: Asked<R, Static<S>>) => Promise<object | null>,
  ): void;
  /** Throws where the registry names a route that is not served. */
  complete(): void;
}

export function createGate(app: FastifyInstance, { sessions, limiter, answers, publicUrl, closing }: GateDeps): Gate {
  const served = new Set<string>();

  function serve<R extends ConsoleRoute, S extends TSchema>(
    route: R,
    schema: S | null,
    handler: (asked: Asked<R, Static<S>>) => Promise<object | null>,
  ): void {
    const [method = '', url = ''] = route.split(' ');
    const check = schema && Compile(schema);
    served.add(route);
    app.route({
      method,
      url,
      exposeHeadRoute: false,
      // Before the body is read.
      onRequest: (request, _reply, done) => {
        done(refusedAtOnce(request));
      },
      handler: async (request, reply) => {
        const who = await admitted(route, request);
        if (check && !check.Check(request.body)) throw new Refused('E_BAD_PAYLOAD');
        const asked = { who, body: request.body, ...partsOf(request), host: hostOf(request, publicUrl), reply } as Asked<R, Static<S>>;
        const result = await handler(asked);
        return result === null ? reply : answers.ok(reply, result);
      },
      errorHandler: (error, _request, reply) => {
        answers.failed(reply, route, error);
      },
    });
  }

  function refusedAtOnce({ ip, host, headers: { origin } }: FastifyRequest): Refused | undefined {
    if (closing()) return new Refused('E_CLOSING', 1_000);
    const taken = limiter.take('consoleByAddress', addressKey(ip));
    if (!taken.ok) return new Refused('E_RATE', taken.retryAfterMs);
    if (origin !== undefined && !isOurs(origin, publicUrl, host)) return new Refused('E_CSRF');
    return undefined;
  }

  async function admitted(route: ConsoleRoute, request: FastifyRequest): Promise<SignedIn | null> {
    const least = ROUTE_RIGHTS[route];
    if (least === null) return null;
    const who = await sessions.ofCookie(request.headers.cookie);
    if (!who) throw new Refused('E_SIGNED_OUT');
    if (request.method !== 'GET' && !isCsrfToken(request.headers['x-csrf-token'], who.token)) throw new Refused('E_CSRF');
    const taken = limiter.take('consoleByAgent', who.agent.id);
    if (!taken.ok) throw new Refused('E_RATE', taken.retryAfterMs);
    if (!may(who.agent.role, least)) throw new Refused('E_NOT_ALLOWED');
    return { agent: who.agent, tokenHash: who.tokenHash };
  }

  return {
    serve,
    complete: () => {
      const missing = Object.keys(ROUTE_RIGHTS).filter((route) => !served.has(route));
      if (missing.length > 0) throw new Error(`named in the registry and not served: ${missing.join(', ')}`);
    },
  };
}

/** Throws at start where a route of the console is registered without a line in the registry, wherever that is. */
export function refuseUnnamedRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url }) => {
    if (!url.startsWith('/api/console')) return;
    const unnamed = [method].flat().find((one) => !Object.hasOwn(ROUTE_RIGHTS, `${one} ${url}`));
    if (unnamed !== undefined) throw new Error(`${unnamed} ${url} has no line in the registry of rights`);
  });
}

function partsOf(request: FastifyRequest): Pick<Asked<ConsoleRoute, unknown>, 'id' | 'params' | 'languages' | 'query' | 'from'> {
  const params = request.params as Record<string, string>;
  return {
    id: params['id'] ?? '',
    params,
    languages: request.headers['accept-language'],
    query: request.query as Record<string, unknown>,
    from: { address: addressKey(request.ip), cookie: request.headers.cookie },
  };
}

/** The origin was compared with ours before; where there is none, the address that was asked for. */
function hostOf(request: FastifyRequest, publicUrl: string | null): string {
  return publicUrl ?? request.headers.origin ?? `${request.protocol}://${request.host}`;
}
