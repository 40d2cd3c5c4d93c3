import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandResult {
  /** null when it was stopped because it took longer than `limitMs`. */
  code: number | null;
  /** Both streams as they came, where they were not shown at once. */
  output: string;
}

export interface CommandOptions {
  limitMs: number;
  /** Prints as it goes instead of collecting. */
  show?: boolean;
}

/** Runs a command of an installed package in the project's root, on the Node that was installed with it. */
export async function runCommand(name: string, args: readonly string[], { limitMs, show = false }: CommandOptions): Promise<CommandResult> {
  const bin = join(ROOT, 'node_modules', '.bin');
  const child = spawn(join(bin, name), args, {
    cwd: ROOT,
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
    timeout: limitMs,
    killSignal: 'SIGKILL',
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
