import {spawn} from 'node:child_process';

/** One command of the test run. Its name is what the summary calls it. */
export type Step = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
};

export type Outcome = {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** What it printed, when that was held back. */
  readonly output: string;
};

/**
 * Runs a step to its end, without input. 'held' keeps what it prints for a failure; 'shown' prints
 * at once. A command that cannot be started has failed.
 */
export const runStep = (step: Step, printing: 'held' | 'shown'): Promise<Outcome> =>
  new Promise(resolve => {
    const started = performance.now();
    const out = printing === 'held' ? 'pipe' : 'inherit';
    const child = spawn(step.command, [...step.args], {stdio: ['ignore', out, out]});
    const pieces: string[] = [];
    const keep = (piece: unknown): void => {
      pieces.push(String(piece));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (passed: boolean): void => {
      const seconds = (performance.now() - started) / 1000;
      resolve({name: step.name, passed, seconds, output: pieces.join('')});
    };
    child.once('error', error => {
      keep(`${error.message}\n`);
      end(false);
    });
    child.once('close', code => {
      end(code === 0);
    });
  });
