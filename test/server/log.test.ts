import { randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createFastifyLog, createLog } from '../../server/log.ts';
import { START, testClock } from '../support/clock.ts';

const EMAIL = 'canary.ada@mail.example.com';
const TOKEN = randomBytes(32).toString('base64url');
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.${randomBytes(32).toString('base64url')}`;

function setUp(level: 'debug' | 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  const options = { level, clock: testClock(), secret: 'log-secret', write: (line: string) => void lines.push(line) };
  return { lines, log: createLog(options), options, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('a line', () => {
  it('is one JSON object with level, time and event', () => {
    const { log, lines, parsed } = setUp();
    log.warn('effect.failed', { effect: 'lookUpOrder', tries: 3, late: true, cause: null });
    expect(lines[0]?.endsWith('}\n')).toBe(true);
    expect(parsed()).toEqual([
      {
        level: 'warn',
        time: new Date(START).toISOString(),
        event: 'effect.failed',
        effect: 'lookUpOrder',
        tries: 3,
        late: true,
        cause: null,
      },
    ]);
  });

  it('below its level is not written', () => {
    const { log, lines } = setUp('warn');
    log.debug('a');
    log.info('b');
    expect(lines).toEqual([]);
  });

  it('can’t be forged by line breaks, nor a terminal moved by control characters', () => {
    const { log, lines, parsed } = setUp();
    const forged = 'x\r\n{"level":"info","event":"admin.signedIn"}\u001b[2J\u007f\u009b31m\u2028\u202e\u0000';
    log.info('flow.failed', { reason: forged, [forged]: 1, error: new Error(forged) });
    expect(lines).toHaveLength(1);
    expect([...(lines[0] ?? '')].filter((char) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(char))).toEqual(['\n']);
    expect(parsed()[0]).toMatchObject({ event: 'flow.failed', reason: forged });
  });

  it('does not grow with what it is about', () => {
    const { log, lines } = setUp();
    log.info('x', {
      reason: 'y'.repeat(1_000_000),
      list: Array.from({ length: 10_000 }, () => 1),
      deep: { a: { b: { c: { d: { e: 1 } } } } },
    });
    expect(lines[0]?.length).toBeLessThan(1000);
  });
});

describe('what never stands in it', () => {
  it.each([
    'token',
    'shopperToken',
    'authorization',
    'Cookie',
    'csrfToken',
    'password',
    'identitySecret',
    'email',
    'contact',
    'text',
    'said',
    'body',
    'name',
    'postcode',
  ])('the value of %s', (field) => {
    const { log, lines } = setUp();
    log.info('x', { [field]: 'canary', nested: { [field]: { inner: 'canary' } } });
    expect(lines.join('')).not.toContain('canary');
  });

  it('e-mails and tokens inside other texts, errors and their causes', () => {
    const { log, lines } = setUp();
    const inner = new Error(`no mailbox <${EMAIL}>`);
    log.error('x', {
      reason: `refused ${EMAIL}`,
      url: `https://user:${TOKEN}@db.example/x?key=${TOKEN}`,
      header: `Bearer ${TOKEN.slice(0, 20)}`,
      jwt2: `got ${JWT}`,
      list: [EMAIL, { deep: TOKEN }],
      error: new Error(`${'x'.repeat(290)} ${EMAIL} ${TOKEN}`, { cause: inner }),
      [EMAIL]: 1,
    });
    const all = lines.join('');
    for (const canary of ['canary', TOKEN, TOKEN.slice(0, 20), 'eyJ']) expect(all).not.toContain(canary);
  });

  it('ids, but their hashes still tell who is who', () => {
    const { log, lines, parsed } = setUp();
    log.info('a', { conversation: 'conversation-1', ip: '203.0.113.9' });
    log.info('b', { conversationId: 'conversation-1', storeId: 'store-1' });
    expect(lines.join('')).not.toMatch(/conversation-1|store-1|203\.0/);
    const [first, second] = parsed();
    expect(first?.['conversation']).toMatch(/^#[0-9a-f]{12}$/);
    expect(second?.['conversationId']).toBe(first?.['conversation']);
    expect(second?.['storeId']).not.toBe(first?.['conversation']);
  });
});

it('Fastify writes by it: the route, never the address with its query and headers', async () => {
  const { options, lines, parsed } = setUp();
  const app = Fastify({ loggerInstance: createFastifyLog(options) });
  app.get('/api/photos/:id', async () => {
    throw new Error(`broken for ${EMAIL}`);
  });
  await app.inject({
    url: `/api/photos/canary-id?email=${EMAIL}&token=${TOKEN}`,
    headers: { authorization: `Bearer ${TOKEN}`, cookie: `s=${TOKEN}` },
  });
  await app.inject({ url: `/nowhere/${TOKEN}/${EMAIL}` });
  await app.close();
  for (const canary of ['canary', TOKEN]) expect(lines.join('')).not.toContain(canary);
  expect(parsed().find((line) => 'req' in line)).toMatchObject({
    level: 'info',
    reqId: 'req-1',
    req: { method: 'GET', route: '/api/photos/:id' },
  });
  expect(parsed().find((line) => 'err' in line)).toMatchObject({ level: 'error', err: { message: 'broken for [email]' } });
});
