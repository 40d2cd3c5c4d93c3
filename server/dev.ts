/** For work on the code: the server restarts and the widget is built anew whenever a file changes. `npm run dev`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { loaderConfig, panelConfig } from '../vite.config.ts';

const outDir = inRoot('dist');
const watched = { outDir, mode: 'development' as const };

// Both builds write into one folder, so neither may empty it.
for (const config of [panelConfig(watched), loaderConfig(watched)]) {
  await build({ ...config, configFile: false, logLevel: 'info', build: { ...config.build, emptyOutDir: false, watch: {} } });
}

// The server keeps the panel's page in memory, so it starts anew with the widget too.
const watchedPaths = ['server', 'flows', 'protocol', 'locales', 'dist/widget'].map((path) => `--watch-path=${inRoot(path)}`);
const server = spawn(process.execPath, ['--watch', ...watchedPaths, inRoot('server/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 0));

function inRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
