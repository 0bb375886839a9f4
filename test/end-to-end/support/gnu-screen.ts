import {execFileSync, spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {childEnvironment, type Overrides} from '../../helpers/child-environment.ts';
import {terminalForTest} from '../../helpers/in-test.ts';
import type {Terminal} from '../../helpers/terminal.ts';

/** Why the tests with GNU screen can't run here; undefined when they can. */
export const screenMissing: string | undefined =
  spawnSync('screen', ['-v']).error === undefined ? undefined : 'screen is not installed';

export type GnuScreen = {
  readonly terminal: Terminal;
  /** The window and all that has scrolled off it. */
  readonly history: () => string;
};

/** A shell line in a window of a GNU screen of its own, as screen comes: without an alternate screen. */
export const screenForTest = (script: string, env: Overrides): GnuScreen => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tykey-screen-'));
  chmodSync(folder, 0o700);
  const configuration = path.join(folder, 'screenrc');
  writeFileSync(configuration, 'startup_message off\ndefscrollback 2000\n');
  const own = {...env, SCREENDIR: folder};
  const name = `tykey-${randomUUID()}`;
  const run = (...command: readonly string[]): void => {
    execFileSync('screen', ['-S', name, ...command], {env: childEnvironment(own)});
  };
  onTestFinished(() => {
    spawnSync('screen', ['-S', name, '-X', 'quit'], {env: childEnvironment(own)});
    rmSync(folder, {recursive: true, force: true});
  });
  const terminal = terminalForTest({
    command: 'screen',
    args: ['-U', '-S', name, '-c', configuration, 'sh', '-c', script],
    env: own,
  });
  const file = path.join(folder, 'hardcopy');
  return {
    terminal,
    history: () => {
      rmSync(file, {force: true});
      run('-X', 'hardcopy', '-h', file);
      // A command is done some time later, but before a question that comes after it is answered.
      run('-Q', 'title');
      return readFileSync(file, 'latin1');
    },
  };
};
