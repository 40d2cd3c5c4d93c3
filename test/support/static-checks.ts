import { runCommand } from './command.ts';
import type { Outcome } from './outcome.ts';

const CHECKS: readonly [name: string, command: string, args: readonly string[]][] = [
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['format', 'prettier', ['.', '--check', '--log-level', 'warn']],
  ['types: server', 'tsc', ['-p', 'tsconfig.json']],
  ['types: browser', 'tsc', ['-p', 'tsconfig.browser.json']],
  ['types: tests', 'tsc', ['-p', 'tsconfig.test.json']],
];
const AT_ONCE = 2;
const LIMIT_MS = 300_000;

/** Each check counts as one test. What it has to say is printed only when it fails. */
export async function staticChecks(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await check(...next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

async function check(name: string, command: string, args: readonly string[]): Promise<Outcome> {
  const startedAt = performance.now();
  const { code, output } = await runCommand(command, args, { limitMs: LIMIT_MS });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    console.log(`passed   ${name} (${seconds} s)`);
    return { passed: 1, failedNames: [], skippedNames: [] };
  }
  console.log(`${output.trim()}\nfailed   ${name} (${code === null ? 'took too long' : `${seconds} s`})\n`);
  return { passed: 0, failedNames: [name], skippedNames: [] };
}
