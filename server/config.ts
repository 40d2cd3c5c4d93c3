import { isAddress } from './mail/is-address.ts';
import type { SmtpSettings } from './providers/mail-smtp.ts';
import { OutsideError } from './outside/error.ts';
import { checkAddress } from './outside/fetch.ts';
import type { OpinionSettings } from './understanding/second-opinion.ts';

/** The environment, read once at start and checked; nothing else reads `process.env`. */
export interface Config {
  port: number;
  storefrontPort: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Where browsers reach us, without a trailing slash; null: wherever they say they do. */
  publicUrl: string | null;
  /** How letters go out; null: none do. */
  mail: SmtpSettings | null;
  /** Seeds and serves the demo shop. */
  demo: boolean;
  /** Believe `X-Forwarded-For` of the proxy in front. */
  trustProxy: boolean;
  /** Exact hosts outside that may be private and may speak plain HTTP: stand-ins of tests, services of one's own network. */
  outsideAllow: string[];
  /** Where the tracking services are asked, without a trailing slash. */
  trackingUrls: { afterShip: string; seventeenTrack: string };
  /** A language model that is asked where our own understanding is unsure; null: none is. */
  opinion: OpinionSettings | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Throws `ConfigError` with one clear sentence. */
export function readConfig(env: NodeJS.ProcessEnv, argv: string[]): Config {
  const unknown = argv.find((arg) => arg !== '--no-demo');
  if (unknown !== undefined) throw new ConfigError(`Unknown option ${unknown}. The only one is --no-demo.`);
  const level = LEVELS.find((one) => one === (env['LOG_LEVEL'] ?? 'info'));
  if (!level) throw new ConfigError(`LOG_LEVEL must be one of ${LEVELS.join(', ')}.`);
  const outsideAllow = (env['OUTSIDE_ALLOW'] ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
  return {
    port: port(env['PORT'], 'PORT', 3000),
    storefrontPort: port(env['STOREFRONT_PORT'], 'STOREFRONT_PORT', 3001),
    host: env['HOST'] ?? '0.0.0.0',
    dataDir: env['DATA_DIR'] ?? './data',
    databaseUrl: env['DATABASE_URL'] ?? null,
    redisUrl: env['REDIS_URL'] ?? null,
    publicUrl: publicUrl(env['PUBLIC_URL']),
    mail: mail(env['SMTP_URL'], env['MAIL_FROM'], env['PUBLIC_URL']),
    demo: !argv.includes('--no-demo'),
    trustProxy: env['TRUST_PROXY'] === '1',
    outsideAllow,
    trackingUrls: {
      afterShip: outsideUrl(env, 'AFTERSHIP_URL', 'https://api.aftership.com/tracking/2025-01', outsideAllow),
      seventeenTrack: outsideUrl(env, 'SEVENTEENTRACK_URL', 'https://api.17track.net/track/v2.2', outsideAllow),
    },
    opinion: opinion(env, outsideAllow),
    logLevel: level,
  };
}

function port(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new ConfigError(`${name} must be a port number, not "${text}".`);
  return value;
}

function outsideUrl(env: NodeJS.ProcessEnv, name: string, fallback: string, allow: string[]): string {
  const text = env[name] ?? fallback;
  try {
    return checkAddress(text, allow).href.replace(/\/+$/, '');
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    throw new ConfigError(`${name} can't be used: ${error.message}. OUTSIDE_ALLOW names hosts that may be private.`);
  }
}

function opinion(env: NodeJS.ProcessEnv, allow: string[]): OpinionSettings | null {
  const [url, model, key] = [env['UNDERSTANDING_URL'], env['UNDERSTANDING_MODEL'], env['UNDERSTANDING_KEY']];
  if (!url) return null;
  if (!model) throw new ConfigError('UNDERSTANDING_URL needs UNDERSTANDING_MODEL: the name of the model that is asked there.');
  return { url: outsideUrl(env, 'UNDERSTANDING_URL', url, allow), model, key: key || null };
}

function publicUrl(text: string | undefined): string | null {
  if (!text) return null;
  try {
    const url = new URL(text);
    if (url.pathname === '/' && /^https?:$/.test(url.protocol)) return url.origin;
  } catch {
    // The sentence below says it.
  }
  throw new ConfigError(`PUBLIC_URL must be an address like https://help.example.com, not "${text}".`);
}

function mail(text: string | undefined, from: string | undefined, reachedAt: string | undefined): SmtpSettings | null {
  if (!text) return null;
  // Not repeated in the sentence: it holds a password.
  const wrong = new ConfigError(
    'SMTP_URL must be an address like smtps://user:password@mail.example.com or smtp://127.0.0.1:1025?tls=none.',
  );
  if (!URL.canParse(text)) throw wrong;
  const { protocol, hostname, port: given, username, password, pathname, searchParams } = new URL(text);
  const asked = searchParams.get('tls');
  const isKnown = [...searchParams.keys()].every((key) => key === 'tls') && (asked === null || asked === 'none');
  if (!/^smtps?:$/.test(protocol) || hostname === '' || !/^\/?$/.test(pathname) || !isKnown) throw wrong;
  if (!from || !isAddress(from)) throw new ConfigError('MAIL_FROM must be the address that letters come from, like help@example.com.');
  if (!reachedAt) throw new ConfigError('SMTP_URL needs PUBLIC_URL: letters bring a link back to the chat.');
  const isImplicit = protocol === 'smtps:';
  return {
    host: hostname,
    port: port(given, 'The port of SMTP_URL', isImplicit ? 465 : 587),
    auth: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    tls: isImplicit ? 'implicit' : asked === 'none' || isLocal(hostname) ? 'none' : 'required',
    from,
  };
}

function isLocal(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}
