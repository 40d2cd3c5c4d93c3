import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { panelConfig } from '../../vite.config.ts';

/** The panel's own rules: what it may not do on a shop's page it may not do here. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws: wss:; form-action 'none'";
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the gallery of the panel's states as the panel is built, and serves it under the panel's policy. */
export async function openGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'tracewell-gallery-'));
  const config = panelConfig({ outDir, mode: 'production' });
  const input = fileURLToPath(new URL('../../widget/gallery/index.html', import.meta.url));
  await build({
    ...config,
    configFile: false,
    build: { ...config.build, outDir, rolldownOptions: { input } },
  });

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    readFile(join(outDir, path.endsWith('/') ? `${path}index.html` : path)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': `${TYPES[extname(path) || '.html'] ?? 'text/plain'}; charset=utf-8`,
            'content-security-policy': POLICY,
          })
          .end(body),
      () => response.writeHead(204).end(),
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
