import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../../support/app.ts';
import { ask } from './console.ts';

let dist: string;
let app: TestApp;
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'console-pages-'));
  await Promise.all(['console/assets', 'widget/assets'].map((folder) => mkdir(join(dist, folder), { recursive: true })));
  await writeFile(join(dist, 'console/index.html'), '<!doctype html><title>Desk</title>');
  await writeFile(join(dist, 'console/assets/desk-1234.js'), 'export {};');
  await writeFile(join(dist, 'widget/widget.js'), '//');
  await writeFile(join(dist, 'widget/panel.html'), '<!doctype html><title>Panel</title>');
  app = await startApp({ dist });
});
afterAll(async () => {
  await app.close();
  await rm(dist, { recursive: true });
});

const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );

describe('the console', () => {
  it.each(['/console', '/console/'])('at %s runs its own files only, and nobody frames it', async (path) => {
    const { status, body, headers } = await ask(app, `GET ${path}`);
    expect([status, body['text']]).toEqual([200, '<!doctype html><title>Desk</title>']);
    const host = app.url.replace('http://', '');
    expect(Object.fromEntries(policyOf(headers))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' blob: data:",
      'connect-src': `'self' ws://${host} wss://${host}`,
      'frame-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  it('has files that never change under their names', async () => {
    const { status, headers } = await ask(app, 'GET /console/assets/desk-1234.js');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of ['/console/assets/..%2findex.html', '/console/assets/.secret', '/console/assets/'])
      expect((await ask(app, `GET ${path}`)).status).toBeGreaterThanOrEqual(400);
  });

  it('says so in a plain sentence where it was not built', async () => {
    const bare = await startApp();
    const { status, body } = await ask(bare, 'GET /console/');
    expect(status).toBe(503);
    expect(body['text']).toContain('The console is not built yet.');
    await bare.close();
  });

  it('takes no host into its policy that would begin something else', async () => {
    const { headers } = await app.app.http.inject({ url: '/console/', headers: { host: "x; script-src 'unsafe-inline'" } });
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });
});

describe('the preview', () => {
  const preview = (query: string) => ask(app, `GET /console/preview?${query}`);

  it('is the real loader with the colour that is tried, framed by us alone', async () => {
    const { status, body, headers } = await preview(`store=${app.shop.key}&color=%2314532d`);
    expect(status).toBe(200);
    expect(body['text']).toContain(
      `<script src="/widget.js" data-store="${app.shop.key}" data-locale="en" data-color="#14532d" defer></script>`,
    );
    expect(body['text']).not.toMatch(/<script>|<style|style=| on\w+=/);
    expect(policyOf(headers).get('frame-ancestors')).toBe("'self'");
    expect(policyOf(headers).get('script-src')).toBe("'self'");
  });

  it.each(['red', '%2314532', '%23%22%3E%3Cscript%3E', '%2314532d%22%20onload%3Dx', '&color=%23000000'])(
    'takes no other colour than #rrggbb: %s',
    async (color) => {
      const { body } = await preview(`store=${app.shop.key}&color=${color}`);
      expect(body['text']).toContain('data-color="#20558f"');
    },
  );

  it('speaks one of the shop’s languages', async () => {
    expect((await preview(`store=${app.shop.key}&locale=ar`)).body['text']).toContain('data-locale="ar"');
    expect((await preview(`store=${app.shop.key}&locale=%22%3E`)).body['text']).toContain('data-locale="en"');
  });

  it.each(['store=nope', 'store=%22%3E%3Cscript%3E', '', 'store=a&store=b'])('knows no store by %j', async (query) => {
    const { status, body } = await preview(query);
    expect(status).toBe(404);
    expect(body['text']).toContain('This store key is not known here.');
    expect(body['text']).not.toContain('<script');
  });
});

it('the panel may be framed by the shop’s pages and by us', async () => {
  const { headers } = await ask(app, `GET /panel?store=${app.shop.key}`);
  expect(policyOf(headers).get('frame-ancestors')).toBe("'self' http://localhost:3001");
  expect(policyOf((await ask(app, 'GET /panel?store=nope')).headers).get('frame-ancestors')).toBe("'self'");
});
