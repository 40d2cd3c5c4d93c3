import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { consoleConfig } from '../../vite.config.ts';
import { drawnPhoto } from '../../widget/gallery/photos.ts';

/** The console's own rules. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'";
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Builds the gallery of the console's states as the console is built, and serves it under the console's policy, with drawn photos. */
export async function openGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'tracewell-console-gallery-'));
  const config = consoleConfig({ outDir, mode: 'production' });
  const input = fileURLToPath(new URL('../../console/gallery/index.html', import.meta.url));
  const plugins = config.plugins?.slice(0, 1) ?? [];
  await build({ ...config, plugins, base: '/', configFile: false, build: { ...config.build, outDir, rolldownOptions: { input } } });

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gallery');
    const photo = /^\/api\/console\/photos\/photo-(\w+)-/.exec(pathname)?.[1];
    if (photo !== undefined) {
      const [, drawn = ''] = drawnPhoto(photo).split(',');
      return void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(decodeURIComponent(drawn));
    }
    readFile(join(outDir, pathname.endsWith('/') ? `${pathname}index.html` : pathname)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': `${TYPES[extname(pathname) || '.html'] ?? 'text/plain'}; charset=utf-8`,
            'content-security-policy': POLICY,
          })
          .end(body),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/gallery/`,
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
