import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, runCommand } from './command.ts';
import type { Outcome } from './outcome.ts';

const LIMIT_MS = 20 * 60_000;

export const coreTests = (filters: readonly string[]) => suite('core', filters);
export const browserTests = (filters: readonly string[]) => suite('browser', filters);
export const longTests = (filters: readonly string[]) => suite('long', filters);

async function suite(project: string, filters: readonly string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'tracewell-report-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runCommand('vitest', [...args, ...filters], { limitMs: LIMIT_MS, show: true });
    return outcomeOf(project, code, await readReport(report));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The part of the report that is counted. */
export interface Report {
  testResults: {
    name: string;
    status: 'passed' | 'failed';
    assertionResults: { fullName: string; status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo' | 'disabled' }[];
  }[];
}

async function readReport(path: string): Promise<Report | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Report);
}

export function outcomeOf(project: string, code: number | null, report: Report | null): Outcome {
  const outcome: Outcome = { passed: 0, failedNames: [], skippedNames: [] };
  for (const file of report?.testResults ?? []) {
    const path = relative(ROOT, file.name);
    // A file that can't be loaded has no tests to fail.
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) outcome.failedNames.push(path);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') outcome.passed += 1;
      else if (test.status === 'failed') outcome.failedNames.push(`${path} › ${test.fullName}`);
      else outcome.skippedNames.push(`${path} › ${test.fullName}`);
    }
  }
  // An error outside any test, or a run that was cut short, must not look like success.
  if ((code !== 0 || report === null) && outcome.failedNames.length === 0) {
    outcome.failedNames.push(
      `${project}: the run ended with ${code === null ? 'no exit code' : `exit code ${code}`}${report ? '' : ', without a report'}`,
    );
  }
  return outcome;
}
