import {execFile} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {promisify} from 'node:util';
import {childEnvironment, type Overrides} from './child-environment.ts';

const execute = promisify(execFile);

export type TmuxStart = {
  /** The command line, for tmux to hand to a shell. */
  readonly command: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Overrides;
  /** tmux commands to run before the program starts, such as `set -g alternate-screen off`. */
  readonly settings?: readonly (readonly string[])[];
};

export type Capture = {
  /** Rows that the terminal has wrapped are joined to one line. */
  readonly join?: boolean;
  /** Colours and styles stay in the text. */
  readonly escapes?: boolean;
  /** What has scrolled off comes first. */
  readonly history?: boolean;
};

/** A program in a window of a tmux server that nobody else uses. */
export type Tmux = {
  /** Any tmux command; answers what it printed. */
  readonly run: (...args: readonly string[]) => Promise<string>;
  /** Keys by tmux's names: `Enter`, `Up`, `C-t`, `F1`, or text. */
  readonly sendKeys: (...keys: readonly string[]) => Promise<void>;
  readonly capture: (how?: Capture) => Promise<string>;
  readonly waitFor: (
    pattern: RegExp | string,
    options?: Capture & {readonly timeoutMs?: number},
  ) => Promise<string>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  /** The arguments with which `tmux` attaches a real client to it. */
  readonly attachArguments: readonly string[];
  readonly dispose: () => Promise<void>;
};

/** Starts a private tmux server without anybody's configuration, and the program in it. */
export const openTmux = async (start: TmuxStart): Promise<Tmux> => {
  const {command, columns = 80, rows = 24, env, settings = []} = start;
  const server = ['-L', `tykey-test-${randomUUID()}`, '-f', '/dev/null'];
  const environment = childEnvironment(env);
  const run = async (...args: readonly string[]): Promise<string> =>
    (await execute('tmux', [...server, ...args], {env: environment})).stdout;
  const size = ['-x', String(columns), '-y', String(rows)];
  // A first session keeps the server alive: settings hold for the windows made after them.
  await run('new-session', '-d', '-s', 'keep', ...size, 'cat');
  await run('set', '-g', 'remain-on-exit', 'on');
  for (const setting of settings) await run(...setting);
  await run('new-session', '-d', '-s', 'main', ...size, command);
  const target = ['-t', 'main'];
  const capture = ({join, escapes, history}: Capture = {}): Promise<string> =>
    run(
      'capture-pane',
      '-p',
      ...target,
      ...(join === true ? ['-J'] : []),
      ...(escapes === true ? ['-e'] : []),
      ...(history === true ? ['-S', '-'] : []),
    );
  return {
    run,
    capture,
    async sendKeys(...keys) {
      await run('send-keys', ...target, ...keys);
    },
    waitFor: (pattern, {timeoutMs = 10_000, ...how} = {}) =>
      captureUntil(pattern, timeoutMs, () => capture(how)),
    async resize(newColumns, newRows) {
      await run('resize-window', ...target, '-x', String(newColumns), '-y', String(newRows));
    },
    attachArguments: [...server, 'attach', ...target],
    async dispose() {
      await run('kill-server');
    },
  };
};

/* tmux tells nobody when a pane changes: its screen is asked for again until the deadline. */
const captureUntil = async (
  pattern: RegExp | string,
  timeoutMs: number,
  capture: () => Promise<string>,
): Promise<string> => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const screen = await capture();
    if (typeof pattern === 'string' ? screen.includes(pattern) : screen.search(pattern) >= 0) {
      return screen;
    }
    if (performance.now() > deadline) {
      throw new Error(
        `Waited ${timeoutMs} ms for ${String(pattern)} in tmux:\n${screen.trimEnd()}`,
      );
    }
  }
};
