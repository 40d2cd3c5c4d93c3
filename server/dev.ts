/** For work on the code: the server restarts and widget and console are built anew whenever a file changes. `npm run dev`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { consoleConfig, loaderConfig, panelConfig } from '../vite.config.ts';

const outDir = inRoot('dist');
const watched = { outDir, mode: 'development' as const };

// The panel and the loader are written into one folder, so neither may empty it.
for (const config of [panelConfig(watched), loaderConfig(watched), consoleConfig(watched)]) {
  await build({ ...config, configFile: false, logLevel: 'info', build: { ...config.build, emptyOutDir: false, watch: {} } });
}

// The server keeps the pages in memory, so it starts anew with what is built too.
const watchedPaths = ['server', 'flows', 'protocol', 'locales', 'dist/widget', 'dist/console'].map(
  (path) => `--watch-path=${inRoot(path)}`,
);
const server = spawn(process.execPath, ['--watch', ...watchedPaths, inRoot('server/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 0));

function inRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
