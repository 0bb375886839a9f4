import {spawnSync} from 'node:child_process';
import {describe, it} from 'vitest';

/**
 * A group of tests that need tmux. Where it is missing they are skipped and the reason is printed;
 * with TYKEY_REQUIRE_TMUX=1, as in `.ci/run`, a missing tmux is a failure.
 */
export const describeTmux = (name: string, tests: () => void): void => {
  const {error} = spawnSync('tmux', ['-V']);
  if (error === undefined) {
    describe(name, tests);
  } else if (process.env['TYKEY_REQUIRE_TMUX'] === '1') {
    describe(name, () => {
      it('finds tmux', () => {
        throw error;
      });
    });
  } else {
    process.stderr.write(`Skipped, because tmux can't be run: ${name} (${error.message})\n`);
    describe.skip(name, tests);
  }
};
