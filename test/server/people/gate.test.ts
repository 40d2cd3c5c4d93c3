import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { RULES } from '../../../server/limits/rules.ts';
import { createGate, type GateDeps, refuseUnnamedRoutes } from '../../../server/routes/console/gate.ts';
import { startApp } from '../../support/app.ts';
import { addPerson } from '../../support/people.ts';
import { ask } from './console.ts';

const deps = {} as GateDeps;

it('a server does not start with a route of the console that has no line in the registry', () => {
  const http = Fastify();
  refuseUnnamedRoutes(http);
  expect(() => http.get('/api/console/everything', () => 'x')).toThrow('GET /api/console/everything has no line');
  expect(() => http.delete('/api/console/me', () => 'x')).toThrow('DELETE /api/console/me has no line');
  expect(() => http.get('/api/photos/:id', () => 'x')).not.toThrow();
});

it('nor with a line that has no route', () => {
  const gate = createGate(Fastify(), deps);
  gate.serve('GET /api/console/me', null, () => Promise.resolve({}));
  expect(() => gate.complete()).toThrow(/not served: POST \/api\/console\/sign-in, /);
  expect(() => gate.complete()).not.toThrow(/GET \/api\/console\/me/);
});

it('each person may ask so much and no more, whatever their colleagues do', async () => {
  const app = await startApp({ rules: { consoleByAgent: { burst: 3, refillMs: 1_000 } } });
  const [one, two] = await Promise.all(
    ['One', 'Two'].map((name) => addPerson(app.store, app.shop.id, { name, role: 'agent' }, app.clock.now())),
  );
  const codes: unknown[] = [];
  for (let n = 0; n < 4; n += 1) codes.push((await ask(app, 'GET /api/console/me', { as: one ?? null })).status);
  expect(codes).toEqual([200, 200, 200, 429]);
  expect((await ask(app, 'GET /api/console/me', { as: two ?? null })).status).toBe(200);
  const refused = await ask(app, 'GET /api/console/me', { as: one ?? null });
  expect(refused.body).toMatchObject({ code: 'E_RATE', retryAfterMs: 1_000 });
  app.clock.advance(1_000);
  expect((await ask(app, 'GET /api/console/me', { as: one ?? null })).status).toBe(200);
  await app.close();
});

it('an address that tries sessions is stopped before the database is asked', async () => {
  const app = await startApp({ rules: { consoleByAddress: { burst: 5, refillMs: RULES.consoleByAddress.refillMs } } });
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    const cookie = `__Host-tracewell=${String(n).padStart(43, 'x')}`;
    statuses.push((await ask(app, 'GET /api/console/me', { headers: { cookie } })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  await app.close();
});
