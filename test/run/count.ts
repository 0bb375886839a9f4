import type {Outcome} from './step.ts';

export type Count = {readonly passed: number; readonly failed: number; readonly skipped: number};

/**
 * Counts Vitest's own report, read from its JSON reporter. Undefined when it is none, as after a
 * crash. A file that could not be loaded holds no test, and counts as one failure.
 */
export const countTests = (report: string): Count | undefined => {
  const failedFiles = /"status":"failed"/;
  const numbers = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests'].map(
    name => Number(new RegExp(`"${name}":(\\d+)`).exec(report)?.[1]),
  );
  const [passed = NaN, failed = NaN, pending = NaN, todo = NaN] = numbers;
  if (numbers.some(Number.isNaN)) return undefined;
  const unloaded = failed === 0 && failedFiles.test(report) ? 1 : 0;
  return {passed, failed: failed + unloaded, skipped: pending + todo};
};

/** All steps and tests together. A test run without a report, or that failed without a failed test, counts as one failure. */
export const countAll = (
  steps: readonly Outcome[],
  vitest: Outcome,
  tests: Count | undefined,
): Count => {
  const {passed, failed, skipped} = tests ?? {passed: 0, failed: 0, skipped: 0};
  const hidden = failed === 0 && (!vitest.passed || passed === 0) ? 1 : 0;
  return {
    passed: passed + steps.filter(step => step.passed).length,
    failed: failed + hidden + steps.filter(step => !step.passed).length,
    skipped,
  };
};

/** The line that a run ends with. */
export const closingLine = ({passed, failed, skipped}: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
