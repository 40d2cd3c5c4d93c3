/** For work on the code: the server restarts and the widget is built anew whenever a file changes. `npm run dev`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { loaderConfig, panelConfig } from '../vite.config.ts';

const outDir = fileURLToPath(new URL('../dist', import.meta.url));
const watched = { outDir, mode: 'development' as const };

for (const config of [panelConfig(watched), loaderConfig(watched)]) {
  await build({ ...config, configFile: false, logLevel: 'info', build: { ...config.build, watch: {} } });
}

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const server = spawn(process.execPath, ['--watch', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 0));
