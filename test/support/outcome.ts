/** What became of one check or one suite of tests. */
export interface Outcome {
  passed: number;
  failedNames: string[];
  skippedNames: string[];
}

export interface Total extends Outcome {
  failed: number;
  skipped: number;
}

export function addUp(outcomes: readonly Outcome[]): Total {
  const failedNames = outcomes.flatMap((outcome) => outcome.failedNames);
  const skippedNames = outcomes.flatMap((outcome) => outcome.skippedNames);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  return { passed, failed: failedNames.length, skipped: skippedNames.length, failedNames, skippedNames };
}
