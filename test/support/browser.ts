import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

export interface BrowserChoice {
  /** `packaged` passes over a browser that is installed on the machine. */
  prefer?: 'installed' | 'packaged';
  /** More command-line switches. */
  args?: string[];
}

/**
 * A headless Chromium: the one on the machine (`CHROMIUM_PATH`, or the usual places), else the one that came with
 * `npm ci`. Start one per test file and close it in `afterAll`; open a context per test.
 */
export async function launchBrowser({ prefer = preferred(), args = [] }: BrowserChoice = {}): Promise<Browser> {
  const installed = prefer === 'installed' ? installedChromium() : undefined;
  const choice = installed ? { executablePath: installed, env: {}, args: [] } : await packagedChromium();
  return chromium.launch({
    executablePath: choice.executablePath,
    headless: true,
    // The sandbox can't start as root, and its absence can't hurt: only our own pages are opened.
    chromiumSandbox: false,
    args: [...QUIET, ...choice.args, ...args],
    env: { ...definedEnv(), ...choice.env },
  });
}

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  // Containers often have a tiny /dev/shm; a full one kills the page.
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

function preferred(): 'installed' | 'packaged' {
  return process.env.TEST_BROWSER === 'packaged' ? 'packaged' : 'installed';
}

function installedChromium(): string | undefined {
  const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return places.find((path): path is string => path !== undefined && path !== '' && existsSync(path));
}

interface Packaged {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
}

// The package's own switches turn off the same-origin policy and site isolation, and run everything in one process. The
// tests are about origins and frames, so none of those is used.
const HEADLESS_SHELL = ['--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

async function packagedChromium(): Promise<Packaged> {
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (await lacksLibraries(executablePath)) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { executablePath, env, args: HEADLESS_SHELL };
}

/** Unpacks once per installed version, beside the package, and whole or not at all: test files start side by side. */
async function unpacked(): Promise<string> {
  const manifest = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build[\\/].*$/, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = new URL('../../node_modules/.cache/', import.meta.url).pathname;
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  const staging = `${folder}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: new URL('../..', import.meta.url).pathname,
    // The package unpacks into the temporary folder, and brings its libraries along only where it sees a Lambda.
    env: { ...definedEnv(), TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(join(staging, 'fonts.conf'), fontsOf(folder));
  await rename(staging, folder).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

// Without any font Chromium lays no text out at all, and the package's own list names folders of a Lambda.
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    const { stdout } = await run('ldd', [executable]);
    return stdout.includes('not found');
  } catch {
    // No `ldd` to ask: a small image, which has none of them.
    return true;
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
