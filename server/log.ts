/**
 * The log: one JSON object a line, fit to be read by a stranger. What people wrote, who they are and what opens a door
 * never stands in it; ids stand there as short hashes, so that lines of one conversation can still be found together.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './providers/ports.ts';
import { createScrubber } from './log-scrub.ts';

/** `event` is a fixed name like `effect.failed`; all that varies goes into `fields`. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Record<string, unknown>;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LEVELS)[number];

interface LogOptions {
  level: LogLevel;
  clock: Clock;
  /** Gets whole lines. */
  write: (line: string) => void;
  /** Keys the hashes of ids; keep it for as long as lines shall be comparable. */
  secret: string;
}

export function createLog(options: LogOptions): Log {
  const say = createWriter(options);
  return {
    debug: (event, fields) => say('debug', { event, ...fields }),
    info: (event, fields) => say('info', { event, ...fields }),
    warn: (event, fields) => say('warn', { event, ...fields }),
    error: (event, fields) => say('error', { event, ...fields }),
  };
}

/** The same log for Fastify: `Fastify({ loggerInstance: createFastifyLog(options) })`. */
export function createFastifyLog(options: LogOptions, bindings: LogFields = {}): FastifyBaseLogger {
  const say = createWriter(options);
  // Called as (text), (fields) or (fields, text); the rest is for printf formats, which nobody here uses.
  const at = (level: LogLevel) => (first: unknown, text?: unknown) => {
    const fields = typeof first === 'string' ? { msg: first } : first instanceof Error ? { err: first } : { ...(first ?? {}) };
    say(level, { ...bindings, ...fields, ...(typeof text === 'string' && { msg: text }) });
  };
  return {
    level: options.level,
    trace: at('trace'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
    silent: () => undefined,
    child: (more) => createFastifyLog(options, { ...bindings, ...more }),
  };
}

function createWriter({ level, clock, write, secret }: LogOptions) {
  const scrub = createScrubber(secret);
  const lowest = LEVELS.indexOf(level);
  return (at: LogLevel, fields: LogFields) => {
    if (LEVELS.indexOf(at) < lowest) return;
    write(`${escapeControls(JSON.stringify({ level: at, time: new Date(clock.now()).toISOString(), ...scrub(fields) }))}\n`);
  };
}

// JSON leaves DEL, C1, line separators and bidi marks as they are, and a terminal acts on them.
const CONTROLS = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function escapeControls(json: string): string {
  return json.replace(CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
