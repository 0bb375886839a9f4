import {describe, expect, it} from 'vitest';
import {closingLine, countAll, countTests} from './count.ts';
import type {Outcome} from './step.ts';

const report = (passed: number, failed: number, pending: number, fileStatus = 'passed'): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults: [{status: fileStatus, assertionResults: []}],
  });

const outcome = (name: string, passed: boolean): Outcome => ({
  name,
  passed,
  seconds: 1,
  output: '',
});

describe("Vitest's report", () => {
  it('is counted test by test', () => {
    expect(countTests(report(10, 2, 3, 'failed'))).toEqual({passed: 10, failed: 2, skipped: 3});
  });

  it('with a file that could not be loaded holds a failure', () => {
    expect(countTests(report(10, 0, 0, 'failed'))).toEqual({passed: 10, failed: 1, skipped: 0});
  });

  it('is none after a crash', () => {
    expect(countTests('')).toBeUndefined();
  });
});

describe('a test run', () => {
  const steps = [outcome('types', true), outcome('lint', false)];

  it('counts each step and each test', () => {
    const count = countAll(steps, outcome('tests', false), {passed: 10, failed: 1, skipped: 2});
    expect(closingLine(count)).toBe('11 passed, 2 failed, 2 skipped');
  });

  it.each([
    ['crashed', outcome('tests', false), undefined],
    ['failed without a failed test', outcome('tests', false), {passed: 9, failed: 0, skipped: 0}],
    ['found no test', outcome('tests', true), {passed: 0, failed: 0, skipped: 0}],
  ])('has failed when Vitest %s', (_, vitest, tests) => {
    expect(countAll([outcome('types', true)], vitest, tests).failed).toBe(1);
  });
});
