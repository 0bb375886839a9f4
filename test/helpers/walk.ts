import {expect, onTestFinished} from 'vitest';
import {bundlePath} from './bundle.ts';
import type {Overrides} from './child-environment.ts';
import {freshHome, type FreshHome} from './fresh-home.ts';
import {personBefore, type Person} from './person.ts';
import type {Exit} from './program.ts';
import {rows, says, type ScreenName} from './screen-words.ts';
import {openTerminal, type Terminal} from './terminal.ts';

export type WalkStart = {
  /** The Dashboard that the program is told of; without one it asks for it. */
  readonly server?: {readonly url: string; readonly credential: string};
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Overrides;
};

/** The way from the first question to the end. Each step waits for the screen that it leads to. */
export type Story = {
  readonly toApis: () => Promise<void>;
  readonly toPolicies: () => Promise<void>;
  /** Waits until nothing is said any more to be on its way. */
  readonly hasLoaded: () => Promise<void>;
  /** Types the words into the search of a list, and waits until the cursor is on that row. */
  readonly finds: (name: string) => Promise<void>;
  readonly chooseApi: (name: string) => Promise<void>;
  readonly markApi: (name: string) => Promise<void>;
  readonly choosePolicy: (name: string) => Promise<void>;
  readonly alias: (name: string) => Promise<void>;
  readonly expires: (label: string) => Promise<void>;
  readonly toReview: () => Promise<void>;
  readonly create: () => Promise<void>;
  /** Shows the key, and answers it as the screen shows it. */
  readonly reveal: () => Promise<string>;
  readonly hide: () => Promise<void>;
  /** Leaves the screen of a key that was seen. */
  readonly leave: () => Promise<Exit>;
  /** From the start to the form of a key for Orders. */
  readonly toForm: () => Promise<void>;
  /** From the start to the review of a key `ci` for Orders, good for a week. */
  readonly toFilledReview: () => Promise<void>;
  /** From the start to that key, still hidden. */
  readonly toCreatedKey: () => Promise<void>;
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

const storyOf = (terminal: Terminal, person: Person): Story => {
  const {arrives, pointsTo, isAt, decides, isOn, reads} = person;
  const opens = async (row: string, screen: ScreenName): Promise<void> => {
    await pointsTo(row);
    terminal.press('enter');
    await arrives(screen);
  };
  const finds = async (name: string): Promise<void> => {
    terminal.write(name);
    await terminal.waitFor(() => isAt(name));
  };
  const chooses = async (name: string): Promise<void> => {
    await finds(name);
    terminal.press('enter');
    await arrives('form');
  };
  const steps = {
    toApis: async () => {
      await arrives('way');
      await opens(rows.byApi, 'apis');
    },
    toPolicies: async () => {
      await arrives('way');
      await opens(rows.byPolicy, 'policies');
    },
    hasLoaded: () => terminal.waitFor(() => !reads().includes(says.loading)),
    finds,
    chooseApi: chooses,
    choosePolicy: chooses,
    markApi: async (name: string) => {
      await finds(name);
      terminal.press('tab');
      await person.sees(`Marked: ${name}`);
      terminal.press('ctrl+u');
    },
    alias: async (name: string) => {
      await pointsTo(rows.alias);
      terminal.write(name);
      await person.sees(`${rows.alias} ${name}`);
    },
    expires: async (label: string) => {
      await pointsTo(rows.expires);
      terminal.press('enter');
      await arrives('expiry');
      await opens(label, 'form');
    },
    toReview: () => opens(rows.review, 'review'),
    create: () => decides('enter', () => isOn('created')),
    reveal: async () => {
      await decides('r', () => !reads().includes(says.hidden));
      return revealedKey(terminal);
    },
    hide: async () => {
      await decides('r', () => reads().includes(says.hidden));
    },
    leave: async () => {
      await decides('q', () => !isOn('created'));
      return terminal.exit;
    },
  };
  return {...steps, ...wholeWays(steps)};
};

type Steps = Omit<Story, 'toForm' | 'toFilledReview' | 'toCreatedKey'>;

const wholeWays = (steps: Steps): Omit<Story, keyof Steps> => {
  const toForm = async (): Promise<void> => {
    await steps.toApis();
    await steps.chooseApi('Orders');
  };
  const toFilledReview = async (): Promise<void> => {
    await toForm();
    await steps.alias('ci');
    await steps.expires('1 week');
    await steps.toReview();
  };
  return {
    toForm,
    toFilledReview,
    toCreatedKey: async () => {
      await toFilledReview();
      await steps.create();
    },
  };
};

/** The key on the screen: the rows that hold nothing else, joined as a terminal's selection joins them. */
const revealedKey = (terminal: Terminal): string =>
  terminal
    .screen()
    .filter(line => /^[A-Za-z0-9+/=_.-]+$/.test(line))
    .join('');
