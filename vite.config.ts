import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

export interface BuildOptions {
  /** Receives `widget/`, which the server serves at `/`, and `console/`, which it serves at `/console/`. */
  outDir: string;
  mode: 'production' | 'development';
}

/** `vite` alone: the panel and its gallery (`/gallery/`) with hot reload, talking to a server that `npm run dev` started. */
export default defineConfig(({ mode }) => ({
  ...panelConfig({ outDir: inRoot('dist'), mode: mode === 'production' ? 'production' : 'development' }),
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: [inRoot('.')] },
    proxy: { '/api': SERVER, '/socket.io': { target: SERVER, ws: true } },
  },
}));

const SERVER = 'http://localhost:3000';

/** The chat inside the frame: `panel.html` and its hashed, immutable `assets/`. */
export function panelConfig({ outDir, mode }: BuildOptions): UserConfig {
  return {
    ...shared(mode),
    plugins: [preact({ reactAliasesEnabled: false, devToolsEnabled: false, prefreshEnabled: mode === 'development' }), plainImports()],
    build: {
      ...compact,
      outDir: `${outDir}/widget`,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: inRoot('widget/panel.html'),
        output: { entryFileNames: HASHED, chunkFileNames: ({ moduleIds }) => localeName(moduleIds) ?? HASHED },
      },
    },
  };
}

/** The one classic script of the embed snippet. Its address is fixed, so its name carries no hash. */
export function loaderConfig({ outDir, mode }: BuildOptions): UserConfig {
  return {
    ...shared(mode),
    build: {
      ...compact,
      // A shop's page is opened by whatever browser its shoppers have; only the panel may ask for more.
      target: 'es2020',
      outDir: `${outDir}/widget`,
      emptyOutDir: false,
      rolldownOptions: { input: inRoot('widget/loader/main.ts'), output: { format: 'iife', entryFileNames: 'widget.js' } },
    },
  };
}

/** The agents' console: `index.html` and its hashed, immutable `assets/`. */
export function consoleConfig({ outDir, mode }: BuildOptions): UserConfig {
  return {
    ...shared(mode),
    root: inRoot('console'),
    base: '/console/',
    plugins: [
      preact({ reactAliasesEnabled: false, devToolsEnabled: false, prefreshEnabled: mode === 'development' }),
      beforeFirstPaint('before-paint'),
    ],
    build: {
      ...compact,
      outDir: `${outDir}/console`,
      emptyOutDir: true,
      // Its content security policy knows files only, so nothing may be put into the page as `data:`.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: inRoot('console/index.html'), 'before-paint': inRoot('console/before-paint.ts') },
        output: { entryFileNames: HASHED, chunkFileNames: ({ moduleIds }) => localeName(moduleIds) ?? HASHED },
      },
    },
  };
}

const HASHED = 'assets/[name]-[hash].js';

const compact = { target: 'es2022', minify: 'oxc', sourcemap: false, reportCompressedSize: false, assetsInlineLimit: 2048 } as const;

function shared(mode: BuildOptions['mode']): UserConfig {
  return {
    root: inRoot('widget'),
    base: '/',
    mode,
    publicDir: false,
    logLevel: 'warn',
    cacheDir: inRoot('node_modules/.cache/vite'),
    // By the mode alone: left to `NODE_ENV`, a build that a test makes would carry file names and lines for every element.
    oxc: { jsx: { development: mode === 'development' } },
  };
}

/** `locales/ar/widget.json` becomes `assets/ar.widget-….js`; by its own name each language would be called `widget`. */
function localeName(moduleIds: string[]): string | undefined {
  const [, language, namespace] = (moduleIds.length === 1 && moduleIds[0]?.match(/\/locales\/([^/]+)\/([^/]+)\.json/)) || [];
  return language && namespace && `assets/${language}.${namespace}-[hash].js`;
}

/**
 * Vite wraps each `import()` in a helper that loads style sheets first. Here whoever imports links the sheet by its address, so
 * the import alone does: 0.6 KB gzipped less for every shopper.
 */
function plainImports(): Plugin {
  return {
    name: 'tracewell:plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: { filter: { id: /vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load();' },
  };
}

/** Puts the entry of that name into the head as a script that the first paint waits for; it may import nothing. */
function beforeFirstPaint(entry: string): Plugin {
  return {
    name: 'tracewell:before-first-paint',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.isEntry && one.name === entry);
        return chunk ? [{ tag: 'script', attrs: { src: `/console/${chunk.fileName}` }, injectTo: 'head-prepend' }] : [];
      },
    },
  };
}

function inRoot(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
