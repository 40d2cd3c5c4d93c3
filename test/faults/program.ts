/** The product as its owner starts it: a command, an environment, what it prints and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../support/command.ts';

export interface Program {
  /** Resolves to the first match in what it prints; rejects when it ends without one. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** To the whole group, as a service manager or a terminal sends it. */
  signal(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; out: string; err: string }>;
}

export function runProgram(command: string, args: readonly string[], env: Record<string, string>): Program {
  const child = spawn(command, args, { cwd: ROOT, detached: true, env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env } });
  const output = { out: '', err: '' };
  const heard = new Set<() => void>();
  const hear = (stream: 'out' | 'err') => (text: string) => {
    output[stream] += text;
    for (const check of heard) check();
  };
  child.stdout.setEncoding('utf8').on('data', hear('out'));
  child.stderr.setEncoding('utf8').on('data', hear('err'));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));

  return {
    prints: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = pattern.exec(output.out);
          if (!match) return;
          heard.delete(check);
          resolve(match);
        };
        heard.add(check);
        check();
        void ended.then(() => reject(new Error(`ended without ${pattern.source}:\n${output.out}${output.err}`)));
      }),
    signal: (signal) => {
      try {
        process.kill(-(child.pid ?? 0), signal);
      } catch {
        // It has ended by itself.
      }
    },
    ended,
  };
}
