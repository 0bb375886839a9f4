import {expect, onTestFinished} from 'vitest';
import {bundlePath} from './bundle.ts';
import type {Overrides} from './child-environment.ts';
import {freshHome, type FreshHome} from './fresh-home.ts';
import {personBefore, type Person} from './person.ts';
import {storyOf, type Story} from './story.ts';
import {openTerminal, type Terminal} from './terminal.ts';

export type WalkStart = {
  /** The Dashboard that the program is told of; without one it asks for it. */
  readonly server?: {readonly url: string; readonly credential: string};
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Overrides;
};

export type Walk = Terminal & Person & Story & Pick<FreshHome, 'files' | 'home'>;

/** Starts the built program before a person, for the length of a test. It must write nothing to stderr. */
export const startWalk = (start: WalkStart = {}): Walk => {
  const home = freshHome();
  const {server, args = [], env, ...size} = start;
  const terminal = openTerminal({
    command: 'sh',
    args: ['-c', 'exec "$@" 2>"$0"', home.stderr, process.execPath, bundlePath, ...args],
    cwd: home.home,
    env: {
      ...home.env,
      ...(server === undefined ? {} : {TYK_URL: server.url, TYK_AUTH: server.credential}),
      ...env,
    },
    ...size,
  });
  onTestFinished(async () => {
    await terminal.dispose();
    const stderr = home.readStderr();
    home.remove();
    expect(stderr).toBe('');
  });
  return {...terminal, ...walkOn(terminal), files: home.files, home: home.home};
};

/** A person before a terminal in which the program runs already. */
export const walkOn = (terminal: Terminal): Person & Story => {
  const person = personBefore(terminal);
  return {...person, ...storyOf(terminal, person)};
};
