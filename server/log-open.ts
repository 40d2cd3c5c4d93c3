import { randomBytes } from 'node:crypto';
import { createLog, type Log, type LogLevel } from './log.ts';
import type { Clock } from './providers/ports.ts';

/** The process's log on standard output. Hashes of ids are comparable for as long as the process lives. */
export function openLog(level: LogLevel, clock: Clock): Log {
  return createLog({ level, clock, write: (line) => void process.stdout.write(line), secret: randomBytes(32).toString('hex') });
}
